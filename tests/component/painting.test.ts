import * as fc from 'fast-check'
import type { Annotation } from '../../core/annotation/annotation'
import { defaultSettings, textSizes } from '../../core/app/settings'
import { typefaces } from '../../core/app/typography'
import { type TextRange, textRange } from '../../core/text/range'
import { eventually } from '../support/eventually'
import { isQuick } from '../support/rows'
import { unionOf } from '../support/union'
import { annotationOf } from '../unit/support/annotations'
import { renditions, report } from '../unit/support/report'
import { Piyue } from './support/piyue'

const forms = {
  'zh-Hant': 'Edited',
  'zh-Hans': 'Simplified',
  'zh-Hant-TW': 'Taiwan',
  'zh-Hant-HK': 'Hong Kong',
  source: 'As published',
} as const

/** Passages of up to two hundred characters anywhere in the report, over ends of blocks too. */
const passage = fc
  .tuple(fc.nat(report.length - 202), fc.integer({ min: 1, max: 200 }))
  .map(([start, length]) => textRange(start, start + length))
  .filter((range) => report.slice(range).trim() !== '')

/** The words that a passage covers in a form, block by block. */
const wordsIn = (tag: string, range: TextRange): readonly string[] =>
  renditions
    .find((rendition) => rendition.tag === tag)
    ?.slice(range)
    .split('\n')
    .filter((words) => words !== '') ?? []

/** How the page is set: in columns or in lines, in a window of some size, in some letters. */
const settings = fc.record({
  isVertical: fc.boolean(),
  width: fc.integer({ min: 560, max: 1600 }),
  height: fc.integer({ min: 500, max: 1000 }),
  textSize: fc.constantFrom(...textSizes.filter((size) => size >= defaultSettings.textSize)),
  typeface: fc.constantFrom(...typefaces),
  measure: fc.integer({ min: 20, max: 60 }),
})

/** Where figures stand that are upright in columns, in code points from their block's start, and what they are told of. */
const figuresIn = (piyue: Piyue) =>
  piyue.page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-block] .upright'), (figure) => {
      const block = figure.closest<HTMLElement>('[data-block]') as HTMLElement
      const before = document.createRange()
      before.setStart(block, 0)
      before.setEndBefore(figure)
      const at = [...before.toString()].length
      return {
        block: block.dataset['block'] ?? '',
        at,
        end: at + figure.textContent.length,
        isMarked: figure.dataset['layers'] !== undefined,
      }
    }),
  )

type Figure = Awaited<ReturnType<typeof figuresIn>>[number]

function isToldRight({ block, at, end, isMarked }: Figure, marks: readonly Annotation[]): boolean {
  const start = report.block(block)?.range.start ?? 0
  const isOver = marks.some(({ range }) => range.start < start + end && range.end > start + at)
  return isOver === isMarked
}

describe('what is painted', () => {
  it('is the same passage in every form and setting, wherever it stands', async () => {
    const passages = fc.array(passage, { minLength: 5, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(passages, settings, async (ranges, setting) => {
        const marks = ranges.map((range, i) => annotationOf(report, range, { id: `m${i}` }))
        const { width, height, isVertical, textSize, typeface, measure } = setting
        const typography = { ...defaultSettings.typography, typeface, measure }
        const piyue = await Piyue.open({
          annotations: marks,
          viewport: { width, height },
          settings: {
            typography,
            textSize,
            views: { [report.id]: { vertical: isVertical } },
          },
        })
        for (const [tag, form] of Object.entries(forms)) {
          if (tag === 'zh-Hans') await piyue.showScript('Simplified')
          // In the first it opens.
          else if (tag !== 'zh-Hant') await piyue.showForm(form)
          const places = unionOf(ranges).map((range) => ({
            block: report.blocksIn(range)[0]?.block.id ?? '',
            words: wordsIn(tag, range),
          }))
          expect(await piyue.unpaintedIn('yellow-highlight', places)).toEqual([])
        }
        await piyue.showForm('Edited')
        // What is far from the window is told when there is nothing better to do.
        await eventually('every figure knows whether a mark is over it', async () => {
          const figures = await figuresIn(piyue)
          return figures.length > 30 && figures.every((figure) => isToldRight(figure, marks))
        })
        await piyue.leave()
      }),
      { numRuns: isQuick ? 1 : 2, endOnFailure: true },
    )
  })
})
