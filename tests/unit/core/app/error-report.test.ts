import * as fc from 'fast-check'
import { reportOf, reportText } from '../../../../core/app/error-report'
import { errorReportSchema } from '../../../../core/app/schema'
import { noon } from '../../support/annotations'

describe('a report of an error', () => {
  it('says what and where', () => {
    const report = reportOf(new RangeError('offset 12 is past the end'), 'main', noon)
    expect(report).toMatchObject({ name: 'RangeError', message: 'offset 12 is past the end' })
    expect(report.frames[0]).toMatch(/^at /)
    expect(reportText(report, '1.0.0').split('\n')[0]).toBe(`Piyue 1.0.0, ${noon}, main`)
  })

  it('holds nothing that was quoted and no Chinese, whatever the message says', () => {
    const secrets = fc.string({ unit: fc.constantFrom('私', '密', '😀'), minLength: 1 })
    const words = fc.string({ unit: fc.constantFrom('q', 'x', 'z'), minLength: 8 })
    fc.assert(
      fc.property(secrets, words, (secret, word) => {
        const error = new Error(`cannot read "${word}" of ${secret}`)
        const text = reportText(reportOf(error, 'page', noon), '1')
        expect(text).not.toContain(secret)
        expect(text).not.toContain(word)
      }),
    )
  })

  it('fits its own schema for anything that can be thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(errorReportSchema.safeParse(reportOf(thrown, 'page', noon)).success).toBe(true)
      }),
    )
  })
})
