import { differencesBetween } from '../../../../core/script/difference'
import type { Rendition } from '../../../../core/script/rendition'
import { renditions, report } from '../../support/report'

const of = (tag: string) => renditions.find((one) => one.tag === tag) as Rendition

describe('the differences between two forms', () => {
  it('are none between a form and itself', () => {
    expect(differencesBetween(of('zh-Hans'), of('zh-Hans'))).toEqual([])
  })

  it('are the characters that are written otherwise, in runs', () => {
    const first = differencesBetween(of('zh-Hant'), of('zh-Hans'))[0]
    if (first === undefined) throw new Error('There are none')
    // 2019年營口市…: the first that differs is 營.
    expect(of('zh-Hant').slice(first)).toBe('營')
    expect(of('zh-Hans').slice(first)).toBe('营')
  })

  it('leave the same text outside of them, whichever two are compared', () => {
    for (const [one, other] of [
      ['zh-Hant', 'zh-Hans'],
      ['zh-Hant-TW', 'zh-Hant-HK'],
      ['zh-Hant', 'source'],
    ] as const) {
      const ranges = differencesBetween(of(one), of(other))
      expect(ranges.length).toBeGreaterThan(0)
      const inRuns = new Set(ranges.flatMap(({ start, end }) => count(start, end)))
      for (const { block, range } of report.placed.slice(0, 12)) {
        for (const at of count(range.start, range.end)) {
          const at1 = { start: at, end: at + 1 } as never
          const isSame = of(one).slice(at1) === of(other).slice(at1)
          expect({ block: block.id, at, isSame }).toEqual({
            block: block.id,
            at,
            isSame: !inRuns.has(at),
          })
        }
      }
    }
  })
})

const count = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, i) => start + i)
