import * as fc from 'fast-check'
import { describe as describeQuote, OutsideText } from '../../../../core/anchor/quote'
import { isAnchored, resolve } from '../../../../core/annotation/resolve'
import { CanonicalDocument } from '../../../../core/document/document'
import { charactersOf } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { documentOf, editionOf } from '../../support/document'
import { report } from '../../support/report'

const reportRanges = fc
  .tuple(fc.nat(report.length - 1), fc.integer({ min: 1, max: 400 }))
  .map(([start, length]) => textRange(start, Math.min(start + length, report.length)))

/** The report with one word of every occurrence replaced, as a later edition would have it. */
const revised = (from: string, to: string): CanonicalDocument =>
  new CanonicalDocument({
    ...report.data,
    digest: `revised:${from}→${to}`,
    blocks: report.data.blocks.map((block) => ({
      ...block,
      text: block.text.replaceAll(from, to),
    })),
  })

describe('describing a range', () => {
  it('keeps the words, and at least 32 code points on each side where there are so many', () => {
    fc.assert(
      fc.property(reportRanges, (range) => {
        const quote = describeQuote(report, range)
        const text = quote.prefix + quote.exact + quote.suffix
        const start = range.start - charactersOf(quote.prefix).length
        expect(report.slice(textRange(start, start + charactersOf(text).length))).toBe(text)
        expect(charactersOf(quote.prefix).length).toBeGreaterThanOrEqual(Math.min(32, range.start))
        expect(charactersOf(quote.suffix).length).toBeGreaterThanOrEqual(
          Math.min(32, report.length - range.end),
        )
      }),
    )
  })

  it('refuses an empty range and one beyond the text', () => {
    expect(() => describeQuote(report, textRange(5, 5))).toThrow(OutsideText)
    expect(() => describeQuote(report, textRange(5, report.length + 1))).toThrow(OutsideText)
  })
})

describe('resolving an annotation', () => {
  it('finds the very range that was described', () => {
    fc.assert(
      fc.property(reportRanges, (range) => {
        expect(resolve(report, annotationOf(report, range))).toMatchObject({
          state: 'anchored',
          place: range,
          by: 'position',
        })
      }),
    )
  })

  it('finds it by its quote when the text before it has grown', () => {
    const grown = editionOf(
      report.id,
      '新的一段。',
      ...report.data.blocks.map((block) => block.text),
    )
    fc.assert(
      fc.property(reportRanges, (range) => {
        const resolved = resolve(grown, annotationOf(report, range))
        expect(resolved).toMatchObject({
          state: 'anchored',
          place: textRange(range.start + 6, range.end + 6),
        })
      }),
      { numRuns: 50 },
    )
  })

  it('does not trust a position in another text, even where a short quote happens to stand there', () => {
    const before = documentOf('甲的乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥')
    const after = documentOf('丙的丁。甲的乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥')
    const resolved = resolve(after, annotationOf(before, textRange(1, 2)))
    expect(resolved).toMatchObject({ state: 'anchored', place: textRange(5, 6), by: 'quote' })
  })

  it('finds a changed word by what stands around it', () => {
    const later = revised('制度', '體制規章')
    const at = charactersOf(report.text.slice(0, report.text.indexOf('基本藥物制度'))).length
    const resolved = resolve(later, annotationOf(report, textRange(at, at + 6)))
    const place = isAnchored(resolved) ? resolved.place : textRange(0, 0)
    expect(later.slice(place)).toBe('基本藥物體制規章')
    expect(resolved).toMatchObject({ by: 'approximate' })
  })

  const sentence = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黃宇宙洪荒日月盈昃辰宿列張'

  it('refuses to choose between two places that fit alike', () => {
    const twice = documentOf('前言', sentence, sentence)
    const resolved = resolve(twice, annotationOf(documentOf(sentence), textRange(12, 18)))
    expect(resolved).toMatchObject({ state: 'orphan', reason: 'ambiguous' })
  })

  it('keeps one that stands unmoved among several alike, words and context as they were', () => {
    const range = textRange(12, 18)
    const made = annotationOf(documentOf(sentence, sentence), range)
    const resolved = resolve(documentOf(sentence, sentence, '後記'), made)
    expect(resolved).toMatchObject({ state: 'anchored', place: range, by: 'position' })
  })

  it('places nothing of another document, though the very words stand there', () => {
    const made = annotationOf(documentOf(sentence), textRange(0, 6), { documentId: 'another' })
    expect(resolve(documentOf(sentence), made)).toMatchObject({
      state: 'orphan',
      reason: 'other-document',
    })
  })

  it('bears a quote that stands in hundreds of thousands of places', () => {
    const long = documentOf('的'.repeat(300_000))
    const made = annotationOf(documentOf(`甲乙${'的'.repeat(6)}`), textRange(2, 8))
    expect(resolve(long, made)).toMatchObject({ state: 'orphan', reason: 'ambiguous' })
  })

  it('leaves words that are gone an orphan', () => {
    const other = editionOf(report.id, '這裡說的是完全不同的事情，與報告沒有任何關係。')
    fc.assert(
      fc.property(reportRanges, (range) => {
        const annotation = annotationOf(report, range)
        fc.pre(!other.text.includes(annotation.quote.exact))
        expect(resolve(other, annotation)).toMatchObject({ state: 'orphan', reason: 'not-found' })
      }),
      { numRuns: 50 },
    )
  })

  it('does not take a common short word elsewhere for the one that is gone', () => {
    const other = editionOf(report.id, '國家的事。')
    const at = charactersOf(report.text.slice(0, report.text.indexOf('國家'))).length
    const resolved = resolve(other, annotationOf(report, textRange(at, at + 2)))
    expect(resolved.state).toBe('orphan')
  })
})
