import * as fc from 'fast-check'
import { convertBlocks, renderedAs } from '../../../../core/script/conversion'
import { formsBeside } from '../../../../core/script/conversion-forms'
import { Rendition } from '../../../../core/script/rendition'
import { charactersOf } from '../../../../core/text/code-points'
import { stretchMap } from '../../../../core/text/offset-map'
import { textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'
import { openReport } from '../../support/report'

describe('the forms of a document', () => {
  it('exchange character for character, whatever Chinese text they are made of', () => {
    const character = fc.constantFrom(
      ...charactersOf(openReport.document.text),
      '𠮷',
      '后',
      '里',
      '干',
    )
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 200 }), (text) => {
        const document = documentOf(text)
        for (const tag of formsBeside['zh-Hant']) {
          const blocks = convertBlocks(document.data.blocks, 'zh-Hant', tag)
          const rendition = new Rendition(document, { tag, blocks })
          const whole = textRange(0, document.length)
          expect(charactersOf(rendition.slice(whole))).toHaveLength(document.length)
        }
      }),
    )
  })

  it('leave code as it was typed', () => {
    const blocks = [{ id: 'a', kind: 'code' as const, text: '發 = 1' }]
    expect(convertBlocks(blocks, 'zh-Hant', 'zh-Hans')).toEqual({ a: { text: '發 = 1' } })
  })

  it('know the words that one character stands for several of', () => {
    const document = documentOf('头发很长，发展很快；皇后在后面；干部晒干了面条。')
    const { p0 } = convertBlocks(document.data.blocks, 'zh-Hans', 'zh-Hant')
    expect(p0?.text).toBe('頭髮很長，發展很快；皇后在後面；幹部曬乾了麪條。')
  })
})

describe('a form whose lengths differ', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '𠮷'), minLength: 1, maxLength: 8 })

  it('has a map that is true: every range comes back, or wider', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(8), fc.nat(8), (before, after, a, b) => {
        const { text, stretches = [] } = renderedAs(before, after)
        expect(text).toBe(after)
        const map = stretchMap(stretches)
        const { length } = charactersOf(before)
        const start = Math.min(a, b, length - 1)
        const end = Math.min(Math.max(a, b) + 1, length)
        const back = map.toCanonical(map.toRendered(textRange(start, end)))
        expect(back.start).toBeLessThanOrEqual(start)
        expect(back.end).toBeGreaterThanOrEqual(end)
        const shown = map.toRendered(textRange(0, length))
        expect(shown).toEqual(textRange(0, charactersOf(after).length))
      }),
    )
  })
})
