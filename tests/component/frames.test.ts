import { longDocument, randomMarks } from '../support/long-document'
import { Piyue } from './support/piyue'

/** Has it noted from now on what is observed for whether it is near the window. */
async function noteObserved({ page }: Piyue): Promise<void> {
  await page.evaluate(() => {
    const observed: string[] = []
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this`
    const { observe } = IntersectionObserver.prototype
    IntersectionObserver.prototype.observe = function (this: IntersectionObserver, element) {
      observed.push(element.className)
      observe.call(this, element)
    }
    // Among the page's globals it would have the page loaded anew, and not begin anew.
    Object.assign(document, { observed })
  })
}

/** What was noted; the window is not used again. */
const notedObserved = ({ page }: Piyue): Promise<readonly string[]> =>
  page.evaluate(
    () => Object.assign(window, { observed: Reflect.get(document, 'observed') }).observed,
  )

/** The blocks in view that bear marks and hold no range, in the frame after each jump to a place, in parts of the text. */
const unpaintedAfterJumps = (piyue: Piyue, marked: readonly string[]) =>
  piyue.page.evaluate(async (ids) => {
    const scroller = document.querySelector('.reading') as HTMLElement
    const frame = scroller.getBoundingClientRect()
    const missing: string[] = []
    for (const place of [0.5, 0.9, 0.1, 0.11]) {
      scroller.scrollTop = scroller.scrollHeight * place
      await new Promise(requestAnimationFrame)
      const painted = new Set(
        [...CSS.highlights.values()].flatMap((highlight) =>
          [...highlight].map(({ startContainer: node }) =>
            node.parentElement?.closest('[data-block]')?.getAttribute('data-block'),
          ),
        ),
      )
      for (const block of document.querySelectorAll('[data-block]')) {
        const { top, bottom } = block.getBoundingClientRect()
        const id = block.getAttribute('data-block') ?? ''
        const isInView = bottom > frame.top && top < frame.bottom
        if (isInView && ids.includes(id) && !painted.has(id)) missing.push(id)
      }
    }
    return missing
  }, marked)

describe('a frame of a long text', () => {
  const open = longDocument(120_000)

  it('has no chunk looked at for whether it is near, though nothing was scrolled', async () => {
    const piyue = await Piyue.open({ open })
    await noteObserved(piyue)
    await piyue.reload()
    await piyue.settled()
    expect(await notedObserved(piyue)).toEqual([])
  })

  it('has what comes into view painted, however far one goes', async () => {
    const annotations = randomMarks(open.document, 1_200)
    const piyue = await Piyue.open({ open, annotations })
    await piyue.settled()
    const marked = annotations.map(
      ({ range }) => open.document.blockAt(range.start)?.block.id ?? '',
    )
    expect(await unpaintedAfterJumps(piyue, marked)).toEqual([])
  })
})
