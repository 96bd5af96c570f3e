import { Converter } from 'opencc-js'
import { growthOf } from '../../../../core/apparatus/explanation'
import { compareTargets } from '../../../../core/figures/compare'
import { figureList } from '../../support/figures'
import { apparatus, input, report } from './bundled'

const { explanations } = apparatus

const simplify = Converter({ from: 'tw', to: 'cn' })

/** Quotation marks as the mainland writes them. */
const inMainlandMarks = (text: string) => text.replaceAll('「', '“').replaceAll('」', '”')

const figures = explanations.flatMap((each) => (each.kind === 'figures' ? [each] : []))

describe('what the edition explains', () => {
  it('stands at every place of its words', () => {
    for (const { words, places } of explanations) {
      for (const place of places) expect(report.slice(place)).toBe(words)
    }
    for (const item of input.explanations.filter(({ block }) => block === undefined)) {
      const built = explanations.find(({ id }) => id === item.id)
      expect([item.id, built?.places.length]).toEqual([
        item.id,
        report.text.split(item.words).length - 1,
      ])
    }
  })

  it('is at least forty terms, each said in three languages and once', () => {
    expect(explanations.filter(({ kind }) => kind === 'term').length).toBeGreaterThanOrEqual(40)
    for (const { id, says } of explanations) {
      expect([id, Object.values(says).every((text) => text.trim() !== '')]).toEqual([id, true])
    }
    expect(new Set(explanations.map(({ id }) => id)).size).toBe(explanations.length)
    expect(new Set(explanations.map(({ words }) => words)).size).toBe(explanations.length)
  })

  it('is one sentence, and ends as one', () => {
    for (const { id, says } of explanations) {
      for (const text of [says['zh-Hant'], says['zh-Hans']]) {
        expect([id, text]).toEqual([id, expect.stringMatching(/^[^。]+。$/u)])
      }
      expect([id, says.en]).toEqual([id, expect.stringMatching(/^[A-Z\d\p{sc=Han}].*[^.]\.$/u)])
    }
  })

  it('says the same in both scripts, each in its own characters and marks', () => {
    for (const { id, says } of explanations) {
      expect([id, says['zh-Hans']]).toEqual([id, inMainlandMarks(simplify(says['zh-Hant']))])
    }
  })

  it('names its sources in their own script', () => {
    for (const { id, sources } of explanations) {
      for (const { title } of sources) {
        expect([id, title]).toEqual([id, simplify(title)])
      }
    }
  })
})

/** A number as written, and the bounds of what is rounded to it. */
function rounded(written: string): { value: number; low: number; high: number } {
  const half = 0.5 * 10 ** -(written.split('.')[1]?.length ?? 0)
  const value = Number(written)
  return { value, low: value - half, high: value + half }
}

describe('figures set side by side', () => {
  it('are read where they stand in the text', () => {
    for (const { comparison } of figures) {
      for (const { canonical, text } of [
        ...comparison.before,
        comparison.after,
        comparison.stated,
      ]) {
        expect(report.slice(canonical)).toBe(text)
        expect(report.text[canonical.end - 1]).toMatch(/\d/)
      }
    }
  })

  it('are reckoned from the passages alone, with what rounding leaves possible', () => {
    expect(figures).toHaveLength(5)
    for (const { places, comparison } of figures) {
      const [whole, ...parts] = comparison.before.map(({ canonical }) =>
        rounded(report.slice(canonical)),
      )
      const taken = (of: 'value' | 'low' | 'high') => parts.reduce((sum, each) => sum + each[of], 0)
      const after = rounded(report.slice(comparison.after.canonical))
      const stated = rounded(/同比增長([\d.]+)%/u.exec(report.slice(places[0]))?.[1] as string)
      const before = whole!.value - taken('value')
      const low = after.low / (whole!.high - taken('low')) - 1
      const high = after.high / (whole!.low - taken('high')) - 1
      const growth = growthOf(comparison)
      expect(growth.before).toBeCloseTo(before, 9)
      expect(growth.computed).toBeCloseTo((after.value - before) / before, 9)
      expect(growth.implied).toBeCloseTo(before + (before * stated.value) / 100, 9)
      expect(growth.stated).toBeCloseTo(stated.value / 100, 9)
      expect(growth.possible.low).toBeCloseTo(low, 9)
      expect(growth.possible.high).toBeCloseTo(high, 9)
      const canAgree = low * 100 <= stated.high && high * 100 >= stated.low
      expect(growth.verdict).toBe(canAgree ? 'within-rounding' : 'differs')
    }
  })

  it('say what the arithmetic says, in words and in the comparison of targets', () => {
    const compared = compareTargets(figureList)
    for (const { id, says, comparison } of figures) {
      const { start } = comparison.after.canonical
      const same = compared.find(({ target }) => target.range.start === start)
      const { verdict, possible } = growthOf(comparison)
      expect([id, same?.verdict]).toEqual([id, verdict])
      expect(same?.possible.low).toBeCloseTo(possible.low, 12)
      expect(same?.possible.high).toBeCloseTo(possible.high, 12)
      const saysNot = [
        says['zh-Hant'].includes('仍不相合'),
        says['zh-Hans'].includes('仍不相合'),
        says.en.includes('even allowing for rounding') ||
          says.en.includes('Even allowing for rounding'),
      ]
      expect([id, saysNot]).toEqual([id, Array.from(saysNot, () => verdict === 'differs')])
    }
    expect(compared.map(({ verdict }) => verdict).filter((each) => each !== 'agrees')).toHaveLength(
      figures.length,
    )
  })
})
