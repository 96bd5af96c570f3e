import { parseQuantity } from '../../../../core/figures/quantity'
import { charactersOf } from '../../../../core/text/code-points'
import { overlaps, type TextRange, textRange } from '../../../../core/text/range'
import { figureList, figuresFile } from '../../support/figures'
import { report } from '../../support/report'

const { figures } = figureList

/** Every place of a word in the text, in code points. */
function placesOf(word: string): TextRange[] {
  const characters = charactersOf(report.text)
  const wanted = charactersOf(word)
  return characters.flatMap((_, start) =>
    wanted.every((character, i) => characters[start + i] === character)
      ? [textRange(start, start + wanted.length)]
      : [],
  )
}

const excluded = Object.values(figuresFile.excluded).flatMap((words) =>
  words.map((word) => ({ word, places: placesOf(word) })),
)

describe('the figures of the report', () => {
  it('hold every numeral of the text that is not excluded with a reason', () => {
    const covered = new Set<number>()
    for (const { start, end } of [
      ...figures.map(({ range }) => range),
      ...excluded.flatMap(({ places }) => places),
    ]) {
      for (let at: number = start; at < end; at++) covered.add(at)
    }
    const numeral =
      /[\p{Nd}\p{Nl}\p{No}〇零一二兩两三四五六七八九十百千萬万億亿雙双半壹貳參肆伍陸柒捌玖拾廿卅幾倍]/u
    // 參 is a numeral only in formal writing; here it is always the verb.
    const isVerb = /參[與保改]/u
    const missing = charactersOf(report.text).flatMap((character, at) => {
      if (!numeral.test(character) || covered.has(at)) return []
      const around = report.slice(textRange(at, Math.min(report.length, at + 2)))
      return isVerb.test(around) ? [] : [`${at} ${around}`]
    })
    expect(missing).toEqual([])
  })

  it('say what their passages say', () => {
    for (const { id, range, text, ...figure } of figures) {
      expect([id, report.slice(range)]).toEqual([id, text])
      const { precision: _, ...said } = parseQuantity(text)!
      expect({ id, ...figure }).toMatchObject({ id, ...said })
      // What the passage does not say, the record does not either.
      expect('upper' in figure).toBe('upper' in said)
    }
  })

  it('are in the order of the text, apart from one another, and named by their blocks', () => {
    const counts = new Map<string, number>()
    for (const [i, { id, range }] of figures.entries()) {
      const block = report.blockAt(range.start)?.block.id ?? ''
      const count = (counts.get(block) ?? 0) + 1
      counts.set(block, count)
      expect(id).toBe(`${block}.f${count}`)
      expect(range.start).toBeGreaterThanOrEqual(figures[i - 1]?.range.end ?? 0)
    }
  })

  it('take whole numbers: no digit or multiplier is left outside', () => {
    for (const { id, range } of figures) {
      const before = report.slice(textRange(range.start - 1, range.start))
      const after = report.slice(textRange(range.end, range.end + 1))
      expect([id, before, after].join(' ')).not.toMatch(/ [\d.第] | [\d.%萬億餘多]$/u)
    }
  })

  it('meet no excluded word, and no excluded word is idle', () => {
    for (const { word, places } of excluded) {
      expect([word, places.length]).not.toEqual([word, 0])
      const met = figures.filter(({ range }) => places.some((place) => overlaps(place, range)))
      expect([word, met.map(({ id }) => id)]).toEqual([word, []])
    }
  })

  it('use every label', () => {
    const { measures, subjects } = figuresFile
    expect(new Set(figuresFile.figures.map(({ measure }) => measure))).toEqual(
      new Set(Object.keys(measures)),
    )
    expect(new Set(figuresFile.figures.map(({ of }) => of))).toEqual(new Set(Object.keys(subjects)))
  })
})
