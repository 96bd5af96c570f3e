import * as fc from 'fast-check'
import type { CanonicalDocument } from '../../../../core/document/document'
import { fold } from '../../../../core/script/folding'
import { SearchText } from '../../../../core/search/search-text'
import type { Steps } from '../../../../core/search/steps'
import { overlaps, textRange } from '../../../../core/text/range'
import { documentOf } from '../../support/document'
import { renditions, report } from '../../support/report'
import { oneToManyWords } from '../script/one-to-many-words'

const prepared = new WeakMap<CanonicalDocument, SearchText>()

/** Every place of a query; a document is made ready once. */
function find(document: CanonicalDocument, query: string) {
  const text = prepared.get(document) ?? new SearchText(document.text)
  prepared.set(document, text)
  return text.find(query)
}

const found = (query: string, ...paragraphs: string[]) => {
  const document = documentOf(...paragraphs)
  return find(document, query).map((hit) => document.slice(hit))
}

const inOwnWords = renditions.filter(({ tag }) => tag !== 'source')

describe('every word of the check list', () => {
  it.each(
    oneToManyWords.flatMap(([hant, ...others]) =>
      [hant, ...others.filter((each) => each !== undefined && each !== hant)].map(
        (typed) => [hant, typed] as [string, string],
      ),
    ),
  )('%s has the same places when typed as %s', (hant, typed) => {
    const places = find(report, typed)
    expect(places.length).toBeGreaterThan(0)
    expect(places).toEqual(find(report, hant))
    for (const place of places) {
      expect(fold(report.slice(place))).toBe(fold(hant))
      for (const rendition of inOwnWords) {
        expect(find(report, rendition.slice(place))).toEqual(places)
      }
    }
  })
})

describe('the places found', () => {
  it('do not overlap', () => {
    expect(found('人人', '人人人人人')).toEqual(['人人', '人人'])
  })

  it('are the same with either quotes, widths, cases and dashes', () => {
    const text = '推進“放管服”改革，PPP项目58%——第十六屆'
    for (const query of ['“放管服”', '「放管服」', '"放管服"', '｢放管服｣'])
      expect(found(query, text)).toEqual(['“放管服”'])
    for (const query of ['改革，PPP', '改革,ppp', '改革，ＰＰＰ'])
      expect(found(query, text)).toEqual(['改革，PPP'])
    for (const query of ['58%', '５８％', '58 %']) expect(found(query, text)).toEqual(['58%'])
    for (const query of ['——第', '--第', '──第']) expect(found(query, text)).toEqual(['——第'])
  })

  it('count code points, beyond the Basic Multilingual Plane too', () => {
    const document = documentOf('𠀀𠀁發展𠀀')
    expect(find(document, '发展')).toEqual([{ start: 2, end: 4 }])
    expect(find(document, '𠀀')).toEqual([
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ])
  })

  it('of any stretch of the text, in any form, hold that stretch', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...inOwnWords),
        fc.nat({ max: report.length - 1 }),
        fc.integer({ min: 1, max: 40 }),
        (rendition, start, length) => {
          const range = textRange(start, Math.min(start + length, report.length))
          const shown = rendition.slice(range)
          fc.pre(shown.trim() !== '')
          const hits = find(report, shown)
          expect(hits.some((hit) => overlaps(hit, range))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what a reader does not see, or sees as one', () => {
  const at = (text: string, query: string) => new SearchText(text).find(query)

  it('is no part of a hit, unless it stands within or upon it', () => {
    expect(at('營\u00ad西\u200b市\u00ad區', '西市')).toEqual([{ start: 2, end: 5 }])
    expect(at('西\u{e0100}市', '西')).toEqual([{ start: 0, end: 2 }])
    expect(at('e\u0301x', 'é')).toEqual([{ start: 0, end: 2 }])
    expect(at('西市', '西\u200d\u00ad市')).toEqual([{ start: 0, end: 2 }])
  })

  it('has its address behind what grows or shrinks in folding', () => {
    expect(at('㈠½⸺\u00ad好', '好')).toEqual([{ start: 4, end: 5 }])
    expect(at('第㈠條', '(一)')).toEqual([{ start: 1, end: 2 }])
    expect(at('第(一)條', '㈠')).toEqual([{ start: 1, end: 4 }])
  })

  it('is found whole or not at all', () => {
    expect(at('第㈠條', '一')).toEqual([])
    expect(at('……', '.')).toEqual([])
    expect(at('é', 'e')).toEqual([])
  })
})

describe('a query', () => {
  it.each(['', ' ', '\u3000\n\t', '\u200b'])('of nothing (%j) finds nothing', (query) => {
    expect(find(report, query)).toEqual([])
  })

  it('of a thousand characters finds its place', () => {
    const thousand = report.text.slice(2000, 3000).trim()
    const hits = find(report, thousand)
    expect(hits.map((hit) => report.slice(hit))).toEqual([thousand])
  })

  it.each(['發'.repeat(1000), '人'.repeat(100_000), '.*', '\\', '(?:', '[^', '\ud800'])(
    'that stands nowhere finds nothing and breaks nothing',
    (query) => {
      expect(find(report, query)).toEqual([])
    },
  )

  it('loses the white space around it', () => {
    expect(find(report, ' 發展\u3000\n')).toEqual(find(report, '發展'))
  })
})

describe('white space', () => {
  it('beside Chinese characters means nothing, in query or text', () => {
    expect(found('區長孫興寧', '區長 孫興寧')).toEqual(['區長 孫興寧'])
    expect(found('區 長　孫興寧', '區長 孫興寧')).toEqual(['區長 孫興寧'])
    expect(found('2019 年', '在2019年')).toEqual(['2019年'])
    expect(found('PPP 項目', 'PPP項目')).toEqual(['PPP項目'])
  })

  it('parts words of letters and figures', () => {
    expect(found('not able', 'notable')).toEqual([])
    expect(found('notable', 'not able')).toEqual([])
    expect(found('not  able', 'not able')).toEqual(['not able'])
    expect(found('20182019', '2018 2019')).toEqual([])
  })

  it('reaches into the next paragraph where the query has it', () => {
    expect(found('代表：\n現在', '各位代表：', '現在，')).toEqual(['代表：\n現在'])
    expect(found('代表： 現在', '各位代表：', '現在，')).toEqual(['代表：\n現在'])
    expect(found('代表：現在', '各位代表：', '現在，')).toEqual([])
  })
})

/** How often work is left off, and what comes of it. */
function counted<T>(steps: Steps<T>): readonly [number, T] {
  for (let left = 0; ; left++) {
    const step = steps.next()
    if (step.done) return [left, step.value]
  }
}

describe('a search in steps', () => {
  it('finds what one at once finds, and leaves off again and again on the way', () => {
    const text = '天地玄黃，宇宙洪荒。'.repeat(600)
    const searched = new SearchText(text)
    const [prepared, nothing] = counted(searched.findInSteps(''))
    expect(prepared).toBeGreaterThan(4)
    expect(nothing).toEqual([])
    const [paused, found] = counted(searched.findInSteps('天地'))
    expect(paused).toBeGreaterThan(0)
    expect(paused).toBeLessThan(prepared)
    expect(found).toEqual(new SearchText(text).find('天地'))
    expect(found).toHaveLength(600)
  })

  it('goes on where another search of the same text was given up', () => {
    const searched = new SearchText('天地玄黃，宇宙洪荒。'.repeat(600))
    const givenUp = searched.findInSteps('玄')
    givenUp.next()
    givenUp.next()
    const [left, found] = counted(searched.findInSteps(''))
    const [all] = counted(new SearchText('天地玄黃，宇宙洪荒。'.repeat(600)).findInSteps(''))
    expect(left).toBe(all - 2)
    expect(found).toEqual([])
  })
})
