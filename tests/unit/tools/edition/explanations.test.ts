import { growthOf } from '../../../../core/apparatus/explanation'
import { apparatus, input, report } from './bundled'

const { explanations } = apparatus
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

  it('is written in the characters of its language', () => {
    const traditional = /[個與這於為會說來時對開關營遼區團]/u
    for (const { id, says } of explanations) {
      expect([id, traditional.test(says['zh-Hans'])]).toEqual([id, false])
    }
  })
})

describe('figures that do not follow from one another', () => {
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

  it('differ from the growth that is stated, computed anew from the passages alone', () => {
    const seen = figures.map(({ places, comparison }) => {
      const [whole, ...parts] = comparison.before.map(({ canonical }) =>
        Number(report.slice(canonical)),
      )
      const before = (whole as number) - parts.reduce((sum, each) => sum + each, 0)
      const after = Number(report.slice(comparison.after.canonical))
      const stated = Number(/同比增長([\d.]+)%/u.exec(report.slice(places[0]))?.[1])
      const growth = growthOf(comparison)
      expect(growth.before).toBeCloseTo(before, 9)
      expect(growth.computed).toBeCloseTo(((after - before) / before) * 100, 9)
      expect(growth.implied).toBeCloseTo(before + (before * stated) / 100, 9)
      expect(growth.stated).toBe(stated)
      // A difference that rounding of the amounts themselves could not make.
      return Math.abs(growth.computed - growth.stated)
    })
    expect(seen).toHaveLength(5)
    for (const difference of seen) expect(difference).toBeGreaterThan(0.4)
  })
})
