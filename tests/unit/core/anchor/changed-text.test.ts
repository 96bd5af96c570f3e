import * as fc from 'fast-check'
import { locate } from '../../../../core/anchor/locate'
import { describe as describeQuote } from '../../../../core/anchor/quote'
import type { CanonicalDocument } from '../../../../core/document/document'
import { overlaps, type TextRange, textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'
import { report } from '../../support/report'
import { apart, type Edit, type Edited, edited, editWithin, moved } from './edited-text'

/** Where a quote of one text is found in another. */
const found = (before: CanonicalDocument, quote: TextRange, after: CanonicalDocument) =>
  locate(after, {
    documentDigest: before.digest,
    range: quote,
    quote: describeQuote(before, quote),
  })

/** Whether a quote of one text is found where it went, and by no means anywhere else. */
function expectThereOrNone(before: CanonicalDocument, quote: TextRange, after: Edited): boolean {
  const placement = found(before, quote, after.document)
  if (!placement.found) return false
  // Of 率 and 率率, where one was put in beside the other, either is the one that was quoted.
  const isUnchanged = after.document.slice(placement.place) === before.slice(quote)
  if (isUnchanged && overlaps(placement.place, after.quoteWent)) return true
  expect(after.document.slice(placement.place)).toBe(after.document.slice(after.quoteWent))
  expect(placement.place).toEqual(after.quoteWent)
  return true
}

const changeOne = (quote: TextRange, at: number): Edit => ({
  range: textRange(quote.start + at, quote.start + at + 1),
  words: '〇',
})

describe('marks of the report whose text was changed', () => {
  const paragraphs = report.placed.filter(({ range }) => range.end - range.start > 60)

  it('keep to whole paragraphs, one character of each changed and the paragraph before it gone', () => {
    const kept = paragraphs.slice(1).map(({ block, range }) => {
      const before = report.placed[report.placed.findIndex((one) => one.block === block) - 1]!.range
      const gone = { range: textRange(before.start, range.start), words: '' }
      const after = edited(report, range, [gone, changeOne(range, 30)])
      return expectThereOrNone(report, range, after)
    })
    expect(kept).not.toContain(false)
  })

  it.each([60, 150])(
    'of %d characters, one changed and eleven put in before them, keep to them',
    (length) => {
      const kept = paragraphs
        .filter(({ range }) => range.end - range.start >= length + 20)
        .map(({ range }) => {
          const quote = textRange(range.start + 10, range.start + 10 + length)
          const put = {
            range: textRange(quote.start, quote.start),
            words: '此處另加十一個字以為證',
          }
          return expectThereOrNone(
            report,
            quote,
            edited(report, quote, [put, changeOne(quote, 20)]),
          )
        })
      expect(kept).not.toContain(false)
    },
  )
})

/** Quotes of the report that stand in it once. */
const quotes = fc
  .oneof(fc.integer({ min: 6, max: 60 }), fc.integer({ min: 60, max: 600 }))
  .chain((length) =>
    fc.nat(report.length - length).map((start) => textRange(start, start + length)),
  )
  .filter((range) => {
    const words = report.slice(range)
    return report.text.indexOf(words) === report.text.lastIndexOf(words)
  })

/** Edits before a quote and behind it, near and far; none puts in words just at its edge. */
const editsAround = (quote: TextRange) => {
  const before = {
    far: textRange(0, quote.start),
    near: textRange(Math.max(0, quote.start - 40), quote.start),
  }
  const behind = {
    far: textRange(quote.end, report.length),
    near: textRange(quote.end, Math.min(report.length, quote.end + 40)),
  }
  const stretches = [before.far, before.near, behind.far, behind.near]
  return fc
    .array(
      fc
        .constantFrom(...stretches.filter(({ start, end }) => start < end))
        .chain((stretch) => editWithin(report, stretch, 40)),
      { maxLength: 4 },
    )
    .map((edits) => edits.filter(({ range }) => range.start < range.end || !isAtEdge(range, quote)))
}

const isAtEdge = ({ start }: TextRange, quote: TextRange) =>
  start === quote.start || start === quote.end

/** Edits inside a quote, its first and last words included, that change a fifth of it at most. */
const editsInside = (quote: TextRange) => {
  const share = Math.max(1, Math.floor((quote.end - quote.start) / 5))
  return fc
    .integer({ min: 1, max: Math.min(3, share) })
    .chain((count) =>
      fc.array(editWithin(report, quote, Math.floor(share / count)), {
        minLength: 1,
        maxLength: count,
      }),
    )
    .map((edits) => edits.filter(({ range }) => range.start < range.end || !isAtEdge(range, quote)))
}

const paragraphMoves = fc.constantFrom(undefined, undefined, 'head' as const, 'end' as const)

/** The text after some edits, and after the move of the paragraph, where the quote lies within one. */
function afterwards(
  quote: TextRange,
  edits: readonly Edit[],
  move: 'head' | 'end' | undefined,
): Edited {
  const after = edited(report, quote, apart(edits))
  const isWithin = !after.document.slice(after.quoteWent).includes('\n')
  return move && isWithin ? moved(after, move) : after
}

describe('a quote in a text that was edited', () => {
  it('is found where it went or nowhere, edited around and inside, its paragraph moved or not', () => {
    const cases = quotes.chain((quote) =>
      fc.tuple(fc.constant(quote), editsAround(quote), editsInside(quote), paragraphMoves),
    )
    fc.assert(
      fc.property(cases, ([quote, around, inside, move]) => {
        const after = afterwards(quote, [...around, ...inside], move)
        fc.pre(after.quoteWent.start < after.quoteWent.end)
        expectThereOrNone(report, quote, after)
      }),
      { numRuns: 200 },
    )
  })

  it('is always found where its own words were left alone and stand there once', () => {
    const cases = quotes.chain((quote) =>
      fc.tuple(fc.constant(quote), editsAround(quote), paragraphMoves),
    )
    fc.assert(
      fc.property(cases, ([quote, around, move]) => {
        const after = afterwards(quote, around, move)
        const words = report.slice(quote)
        fc.pre(after.document.text.indexOf(words) === after.document.text.lastIndexOf(words))
        expect(found(report, quote, after.document)).toMatchObject({
          found: true,
          place: after.quoteWent,
        })
      }),
      { numRuns: 200 },
    )
  })

  /** Always the same cases: how many are found is no law, and by chance would be fewer now and then. */
  it('is hardly ever missed where a fifth of it or less was changed, away from its edges, and nothing else', () => {
    const cases = quotes.chain((quote) =>
      fc.tuple(
        fc.constant(quote),
        editsInside(quote).map((edits) =>
          edits.filter(({ range }) => range.start > quote.start + 4 && range.end < quote.end - 4),
        ),
      ),
    )
    const kept = fc
      .sample(cases, { numRuns: 200, seed: 2019 })
      .map(([quote, inside]) =>
        expectThereOrNone(report, quote, afterwards(quote, inside, undefined)),
      )
    expect(kept.filter((one) => !one).length).toBeLessThanOrEqual(kept.length / 20)
  })
})

describe('the edges of a changed quote', () => {
  const before = '天地玄黃宇宙洪荒日月盈昃'
  const words = '辰宿列張寒來暑往秋收冬藏'
  const behind = '閏餘成歲律呂調陽雲騰致雨'
  const document = documentOf(before + words + behind)
  const quote = textRange(12, 24)

  const rows: readonly (readonly [what: string, text: string, went: string | undefined])[] = [
    [
      'its first word replaced',
      `${before}星宿列張寒來暑往秋收冬藏${behind}`,
      '星宿列張寒來暑往秋收冬藏',
    ],
    [
      'its last words replaced',
      `${before}辰宿列張寒來暑往秋收入庫${behind}`,
      '辰宿列張寒來暑往秋收入庫',
    ],
    [
      'its first word taken out',
      `${before}宿列張寒來暑往秋收冬藏${behind}`,
      '宿列張寒來暑往秋收冬藏',
    ],
    [
      'words put in before it, and one changed',
      `${before}金生麗水${words.replace('寒', '熱')}${behind}`,
      words.replace('寒', '熱'),
    ],
    [
      'words put in behind it, and one changed',
      `${before}${words.replace('寒', '熱')}金生麗水${behind}`,
      words.replace('寒', '熱'),
    ],
    [
      'what stood before it gone, and one word changed',
      words.replace('暑', '夏') + behind,
      words.replace('暑', '夏'),
    ],
    [
      'characters beyond the BMP put in before it and inside',
      `𠀀𠀁${before}${words.replace('寒', '𠮷')}${behind}`,
      words.replace('寒', '𠮷'),
    ],
    ['nothing left of it', before + behind, undefined],
    ['other words in its place', `${before}金生麗水玉出崑岡劍號巨闕${behind}`, undefined],
    [
      'both sides of an edge changed',
      `${before.slice(0, -1)}冬星${words.slice(1)}${behind}`,
      undefined,
    ],
    [
      'what stood before it gone, and its first word changed',
      `星${words.slice(1)}${behind}`,
      undefined,
    ],
    [
      'its first word put in twice, and one changed',
      `${before}辰${words.replace('暑', '夏')}${behind}`,
      undefined,
    ],
  ]
  it.each(rows)('with %s', (_, text, went) => {
    const after = documentOf(text)
    const placement = found(document, quote, after)
    expect(placement.found ? after.slice(placement.place) : undefined).toBe(went)
  })

  it('are counted in code points, with characters beyond the BMP all about', () => {
    const astral = documentOf(`𠀀𠀁𠀂𠀃𠀄𠀅${'𠮷野家'.repeat(2)}𠈓𠌥𠍁甲乙丙丁𠝹𠱓𠱸𠲖𠳏${behind}`)
    const range = textRange(12, 24)
    const after = documentOf(`𠲖𠳏。${astral.text.replace('丙', '𠾴')}`)
    expect(found(astral, range, after)).toMatchObject({
      found: true,
      place: textRange(15, 27),
      by: 'approximate',
    })
  })
})

describe('a quote that was changed while the same words stand elsewhere', () => {
  it('is not taken for those though some of their context is the same', () => {
    const at = report.text.indexOf('開展“重實幹、強執行、抓')
    expect(report.text.indexOf('開展“重實幹、強執行、抓', at + 1)).toBeGreaterThan(at)
    for (const start of [at, report.text.indexOf('開展“重實幹、強執行、抓', at + 1)]) {
      const quote = textRange(start, start + 12)
      const after = edited(report, quote, [changeOne(quote, 5)])
      expect(found(report, quote, after.document)).toEqual({ found: false, reason: 'ambiguous' })
    }
  })

  it('does not end where its last words stood once more before those that are gone', () => {
    const at = report.text.indexOf('增長17.5%，完成全年任務；公共財政')
    const quote = textRange(0, report.text.indexOf('比增長8.5%', at))
    const gone = { range: textRange(at, quote.end), words: '' }
    // The figures before it end with 億元，同 too, and what is behind it begins as they go on.
    expectThereOrNone(report, quote, edited(report, quote, [gone]))
  })

  it('is not taken for the figures of another year, gone itself', () => {
    const at = report.text.indexOf('地區生產總值實現122億元，同比增長6.5%')
    const quote = textRange(at, at + 23)
    const gone = { range: textRange(quote.start - 40, quote.end + 40), words: '' }
    const after = edited(report, quote, [gone])
    expect(found(report, quote, after.document)).toEqual({ found: false, reason: 'not-found' })
  })

  it('is not taken for those', () => {
    const context = ['天地玄黃宇宙洪荒日月盈昃辰宿列張', '寒來暑往秋收冬藏閏餘成歲律呂調陽']
    const twin = '金生麗水玉出崑岡劍號巨闕珠稱夜光果珍李柰'
    const before = documentOf(context.join('人民政府工作報告'), `${twin}人民政府工作報告${twin}`)
    const after = documentOf(context.join('人民政府工作總結'), `${twin}人民政府工作報告${twin}`)
    expect(found(before, textRange(16, 24), after)).toEqual({ found: false, reason: 'ambiguous' })
  })
})
