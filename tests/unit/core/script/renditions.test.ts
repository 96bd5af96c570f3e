import * as fc from 'fast-check'
import { Converter } from 'opencc-js'
import {
  canonicalRendition,
  mapOf,
  type Rendition,
  type RenditionData,
} from '../../../../core/script/rendition'
import { codePointLength } from '../../../../core/text/code-points'
import { type ChangedStretch, identityMap } from '../../../../core/text/offset-map'
import { type TextRange, textRange } from '../../../../core/text/range'
import type { ScriptTag } from '../../../../core/text/script-tag'
import { builtTags, input, readJson, renditionOf, report } from '../../tools/edition/bundled'
import { oneToManyWords } from './one-to-many-words'

const byTag = new Map<ScriptTag, Rendition>([
  [report.data.canonicalScript, canonicalRendition(report)],
  ...builtTags.map((tag) => [tag, renditionOf(tag)] as const),
])
const rendition = (tag: ScriptTag) => byTag.get(tag)!
const whole = textRange(0, report.length)
const identical = [...byTag.keys()].filter((tag) => tag !== 'source')

const kept = (text: string) => text.match(/[0-9A-Za-z.%\-《》]/g)?.join('')
const quotes = (text: string) => text.match(/[“”‘’「」『』"]/g)?.join('')

const occurrences = (word: string): TextRange[] => {
  const ranges: TextRange[] = []
  for (let at = report.text.indexOf(word); at >= 0; at = report.text.indexOf(word, at + 1)) {
    const start = codePointLength(report.text.slice(0, at))
    ranges.push(textRange(start, start + codePointLength(word)))
  }
  return ranges
}

it('takes the blocks of the document itself for its own text', () => {
  for (const { block } of report.placed)
    expect(canonicalRendition(report).block(block.id)).toBe(block)
})

describe.each(identical)('%s', (tag) => {
  it('maps every block by identity, with as many code points', () => {
    for (const { block } of report.placed) {
      const rendered = rendition(tag).block(block.id)
      const map = mapOf(rendered)
      expect(map).toBe(identityMap)
      expect(codePointLength(rendered.text)).toBe(codePointLength(block.text))
    }
  })

  it('keeps figures, Latin letters and title marks', () => {
    expect(kept(rendition(tag).slice(whole))).toBe(kept(report.text))
  })
})

describe('one-to-many words', () => {
  it('are at least 150, each once', () => {
    const words = oneToManyWords.map(([hant]) => hant)
    expect(new Set(words).size).toBe(words.length)
    expect(words.length).toBeGreaterThanOrEqual(150)
  })

  it.each(oneToManyWords.map(([...row]) => row))('%s → %s', (hant, hans, tw = hant, hk = hant) => {
    const places = occurrences(hant)
    expect(places.length).toBeGreaterThan(0)
    for (const place of places) {
      expect(rendition('zh-Hans').slice(place)).toBe(hans)
      expect(rendition('zh-Hant-TW').slice(place)).toBe(tw)
      expect(rendition('zh-Hant-HK').slice(place)).toBe(hk)
    }
  })
})

describe('quotation marks', () => {
  it('are curly in Simplified, as in the edited text', () => {
    expect(quotes(rendition('zh-Hans').slice(whole))).toBe(quotes(report.text))
  })

  it.each(['zh-Hant-TW', 'zh-Hant-HK'] as const)('are corner brackets in %s', (tag) => {
    const text = rendition(tag).slice(whole)
    expect(text).not.toMatch(/[“”‘’]/)
    expect(text.match(/「/g)?.length).toBe(report.text.match(/“/g)?.length)
    expect(text.match(/」/g)?.length).toBe(report.text.match(/”/g)?.length)
  })
})

describe('characters of another region', () => {
  it.each([
    ['zh-Hant', '爲衆羣啓溼着汙峯裏衞户税悦鋭説'],
    ['zh-Hant-TW', '爲衆羣啓溼着台汙峯裏衞户税悦鋭説'],
    ['zh-Hant-HK', '爲衆羣啓溼臺汙裏衛户税悦鋭説蔘'],
    ['zh-Hans', '後裡裏於與並餘遊範築託週註佔儘鬥聖據藉槓幹繫製複徵雲鬆準臺為爲衆眾'],
  ] as const)('are not in %s: %s', (tag, unwanted) => {
    const there = new Set(rendition(tag).slice(whole))
    expect([...unwanted].filter((each) => there.has(each))).toEqual([])
  })

  it('leave 著 in Simplified and Hong Kong where it means to show', () => {
    for (const [tag, word] of [
      ['zh-Hans', '显著'],
      ['zh-Hant-HK', '顯著'],
    ] as const) {
      const text = rendition(tag).slice(whole)
      expect(text.match(/著/g)).toHaveLength(text.split(word).length - 1)
      expect(text.match(/着/g)).toHaveLength(5)
    }
  })

  it('leave nothing in Simplified for a converter to simplify', () => {
    const text = rendition('zh-Hans').slice(whole)
    expect(Converter({ from: 't', to: 'cn' })(text)).toBe(text)
  })
})

/** Read as data and not through Rendition: the law speaks of the stretches themselves. */
const source = readJson('renditions/source.json') as RenditionData
const stretchesOf = (id: string) => source.blocks[id]?.stretches ?? []

describe('as published', () => {
  it('shows every block as its own line of the source', () => {
    const lines = input.sourceText.split('\n')
    const shown = report.placed.map(({ block }) => rendition('source').block(block.id).text)
    const first = lines.indexOf(shown[0] as string)
    expect(lines.slice(first, first + shown.length)).toEqual(shown)
  })

  it('carries every range there and back, or widens it to the edges of changed stretches', () => {
    const block = fc.constantFrom(...report.placed)
    const range = block.chain((placed) => {
      const length = codePointLength(placed.block.text)
      return fc
        .tuple(fc.nat({ max: length }), fc.nat({ max: length }))
        .map(([a, b]) => ({ placed, range: textRange(Math.min(a, b), Math.max(a, b)) }))
    })
    fc.assert(
      fc.property(range, ({ placed, range: there }) => {
        const rendered = rendition('source').block(placed.block.id)
        const map = mapOf(rendered)
        const shown = map.toRendered(there)
        const back = map.toCanonical(shown)
        expect(shown.start).toBeGreaterThanOrEqual(0)
        expect(shown.end).toBeLessThanOrEqual(codePointLength(rendered.text))
        expect(back).toEqual(widened(there, stretchesOf(placed.block.id)))
      }),
      { numRuns: 3000 },
    )
  })
})

/** The law of an offset map: an end inside a changed stretch goes outward to the stretch's edge. */
function widened(range: TextRange, stretches: readonly ChangedStretch[]): TextRange {
  const inside = (offset: number) =>
    stretches.find(({ canonical }) => canonical.start < offset && offset < canonical.end)?.canonical
  if (range.start === range.end) {
    const point = inside(range.start)?.start ?? range.start
    return textRange(point, point)
  }
  return textRange(inside(range.start)?.start ?? range.start, inside(range.end)?.end ?? range.end)
}
