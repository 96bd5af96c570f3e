import type { PlacedBlock } from '../../core/document/document'
import { markOn } from '../support/seed'
import { report } from './support/bundled-report'
import { Piyue } from './support/piyue'
import { beginAnew, offerAnew } from './support/wire'

/** Has the page begin anew, and gives how often its layout is asked for, until all is drawn, after the text changed. */
const questionsAfterChanges = (piyue: Piyue) =>
  piyue.page.evaluate(
    async (steps) => {
      let isChanged = false
      let questions = 0
      const note = (records: readonly MutationRecord[]) => {
        isChanged ||= records.some(({ target }) => target.parentElement?.closest('main'))
      }
      const observer = new MutationObserver(note)
      const all = { attributes: true, characterData: true, childList: true, subtree: true }
      observer.observe(document.body, all)
      const ask = () => {
        note(observer.takeRecords())
        if (isChanged) questions++
        isChanged = false
      }
      /** Puts a question that is noted in the place of one, and gives what puts that back. */
      const watch = (owner: object, name: string) => {
        const former = Object.getOwnPropertyDescriptor(owner, name) ?? {}
        const kind = former.get === undefined ? 'value' : 'get'
        const act = former[kind] as (...args: unknown[]) => unknown
        function noted(this: unknown, ...args: unknown[]) {
          ask()
          return act.apply(this, args)
        }
        Object.defineProperty(owner, name, { ...former, [kind]: noted })
        return () => Object.defineProperty(owner, name, former)
      }
      const putBack = [
        watch(Element.prototype, 'getBoundingClientRect'),
        watch(Element.prototype, 'clientHeight'),
        watch(Element.prototype, 'scrollHeight'),
        watch(Element.prototype, 'scrollTop'),
        watch(HTMLElement.prototype, 'offsetHeight'),
        watch(Range.prototype, 'getClientRects'),
        watch(globalThis, 'getComputedStyle'),
      ]
      const page = globalThis as unknown as Readonly<Record<string, () => Promise<void>>>
      for (const step of steps) await page[step]?.()
      observer.disconnect()
      for (const put of putBack) put()
      return questions
    },
    [offerAnew, beginAnew],
  )

interface Frame {
  /** Where a block stands. CSS px. */
  readonly top: number
  readonly right: number
  /** How many blocks in view are not drawn. */
  readonly missing: number
  /** How many chunks are laid out near the window only. */
  readonly deferred: number
}

/** Has the page begin anew, and gives each frame until all of the text is laid out. */
const framesOf = (piyue: Piyue, blockId: string): Promise<readonly Frame[]> =>
  piyue.page.evaluate(
    async ([id, ...steps]) => {
      const page = globalThis as unknown as Readonly<Record<string, () => Promise<void>>>
      for (const step of steps) await page[step]?.()
      const boxOf = (selector: string) =>
        document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      const frames: Frame[] = []
      while (frames.at(-1)?.deferred !== 0) {
        // As it is painted: what holds the place does so within the frame.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        const window = boxOf('main')
        const missing = [...document.querySelectorAll('[data-block]')].filter((block) => {
          if (block.checkVisibility({ contentVisibilityAuto: true })) return false
          const { top, bottom, left, right } = block.getBoundingClientRect()
          const isAcross = left < window.right && right > window.left
          return isAcross && top < window.bottom && bottom > window.top
        })
        const { top, right } = boxOf(`[data-block="${id}"]`)
        const deferred = document.querySelectorAll('.chunk.deferred').length
        frames.push({ top, right, missing: missing.length, deferred })
      }
      return frames
    },
    [blockId, offerAnew, beginAnew] as const,
  )

const spread = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)

describe('the first view', () => {
  it('is laid out when all of the text is in it, and not before', async () => {
    const piyue = await Piyue.open({ annotations: [markOn('砥礪篤行')] })
    expect(await questionsAfterChanges(piyue)).toBe(1)
  })

  it.each([
    { setting: 'lines', share: 0.6 },
    { setting: 'lines', share: 0.99 },
    { setting: 'columns', share: 0.6 },
    { setting: 'columns', share: 0.99 },
  ])(
    'has a short text laid out near the window alone, and the rest behind it without a line being moved: $setting, at $share',
    async ({ setting, share }) => {
      const { placed } = report.document
      const { block, range } = placed[Math.floor(placed.length * share)] as PlacedBlock
      const view = { place: range.start, vertical: setting === 'columns' }
      const piyue = await Piyue.open({ settings: { views: { [report.id]: view } } })
      const frames = await framesOf(piyue, block.id)
      expect(frames[0]?.deferred).toBeGreaterThan(5)
      expect(frames.map(({ missing }) => missing)).toEqual(frames.map(() => 0))
      // What can be scrolled ends at a whole pixel.
      expect(spread(frames.map(({ top }) => top))).toBeLessThan(1)
      expect(spread(frames.map(({ right }) => right))).toBeLessThan(1)
    },
  )
})
