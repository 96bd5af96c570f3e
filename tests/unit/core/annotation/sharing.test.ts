import * as fc from 'fast-check'
import type { Annotation } from '../../../../core/annotation/annotation'
import { sharing } from '../../../../core/annotation/sharing'
import { textRange } from '../../../../core/text/range'
import { allStyles } from '../../../support/all-styles'
import { randomMarks } from '../../../support/long-document'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { openReport } from '../../support/report'

const document = editionOf('small', '第一段𠮷的文字。', '第二段的文字。')

/** Annotations of which words, place or document may be others than the text has there. */
const annotations: fc.Arbitrary<Annotation> = fc
  .record({
    start: fc.nat({ max: document.length - 1 }),
    length: fc.integer({ min: 1, max: 6 }),
    moved: fc.constantFrom(0, 0, 1, 100),
    quote: fc.record(
      { exact: fc.string(), prefix: fc.string(), suffix: fc.string() },
      { requiredKeys: [] },
    ),
    documentDigest: fc.constantFrom(document.digest, document.digest, 'sha256:0'),
    tags: fc.array(fc.constantFrom('甲', '乙'), { maxLength: 2 }),
    style: fc.constantFrom(...allStyles),
    modifiedAt: fc.constantFrom('2026-01-02T12:00:00.000Z', '2026-01-03T12:00:00.000Z'),
  })
  .map(({ start, length, moved, quote, ...more }) => {
    const made = annotationOf(document, textRange(start, Math.min(document.length, start + length)))
    const range = textRange(made.range.start + moved, made.range.end + moved)
    return { ...made, ...more, range, quote: { ...made.quote, ...quote } }
  })

describe('annotations that share what they have in common', () => {
  it('say what they said', () => {
    fc.assert(
      fc.property(fc.array(annotations, { maxLength: 5 }), (told) => {
        expect(told.map(sharing(document))).toEqual(told)
      }),
    )
  })

  it('hold each style once', () => {
    const told = structuredClone(randomMarks(openReport.document, 500))
    const shared = told.map(sharing(openReport.document))
    expect(shared).toEqual(told)
    expect(new Set(shared.map(({ style }) => style)).size).toBe(allStyles.length)
  })
})
