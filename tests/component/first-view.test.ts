import { markOn } from '../support/seed'
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

describe('the first view', () => {
  it('is laid out when all of the text is in it, and not before', async () => {
    const piyue = await Piyue.open({ annotations: [markOn('砥礪篤行')] })
    expect(await questionsAfterChanges(piyue)).toBe(1)
  })
})
