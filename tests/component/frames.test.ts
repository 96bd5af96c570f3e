import { longDocument, randomMarks } from '../support/long-document'
import { openReport } from '../unit/support/report'
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

/** Types a query at once, and gives what changed beside the text, by the parts of the page, until what was found is shown. */
const changedByKey = (piyue: Piyue, query: string) =>
  piyue.page.evaluate(async (words) => {
    const field = document.querySelector('.find-field') as HTMLInputElement
    const count = document.querySelector('.find-count')
    const parts = '.find, .matches, nav, article, .notes, .progress-line, .header, .text-foot'
    const changed = new Set<string>()
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        const part = element?.closest(parts)
        if (part?.localName !== 'article') changed.add(part?.className ?? '')
      }
    })
    const all = { attributes: true, characterData: true, childList: true, subtree: true }
    observer.observe(document.querySelector('.columns') ?? document, all)
    const counted = new Promise<void>((resolve) => {
      if (count) new MutationObserver(() => resolve()).observe(count, all)
    })
    field.value = words
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
    await counted
    await new Promise(requestAnimationFrame)
    observer.disconnect()
    return [...changed].toSorted()
  }, query)

describe('a key in the find bar', () => {
  const open = longDocument(120_000)

  it('changes what was found, and what shows the place when the reader is at rest there', async () => {
    const annotations = randomMarks(open.document, 1_200)
    const piyue = await Piyue.open({ open, annotations })
    await piyue.press('Control+f')
    const field = piyue.page.getByRole('searchbox', { name: /^Find in/u })
    await field.fill('工')
    await piyue.page.getByRole('status', { name: 'Matches' }).getByText(/^1 of/u).waitFor()
    await piyue.settled()
    const far = open.document.placed.filter(({ range }) => range.start > 8_000)
    const [words = ''] = far.flatMap(({ block }) => /\p{Script=Han}{8}/u.exec(block.text) ?? [])
    const changed = await changedByKey(piyue, words)
    expect(changed).toContain('find')
    const places = ['contents', 'notes', 'progress-line', 'header']
    expect(changed.filter((part) => places.includes(part))).toEqual([])
    await piyue.page.waitForFunction(() => document.querySelector('.notes')?.scrollTop !== 0)
    await piyue.page
      .getByRole('group', { name: 'Reading progress' })
      .getByText(/^[5-9]%$/u)
      .waitFor()
  })
})

/** The cards that are drawn, those of them in view, by their ids, and where the open one stands in the window. */
const drawnCards = ({ page }: Piyue) =>
  page.evaluate(() => {
    const column = document.querySelector('.notes')?.getBoundingClientRect() ?? new DOMRect()
    const cards = [...document.querySelectorAll('.notes [data-card]')]
    const inView = cards.filter((card) => {
      const { top, bottom } = card.getBoundingClientRect()
      return bottom > column.top && top < column.bottom
    })
    const open = inView.find((card) => card.matches('[data-active="true"]'))
    const idsOf = (some: readonly Element[]) => some.map((card) => card.getAttribute('data-card'))
    return {
      all: idsOf(cards),
      inView: idsOf(inView),
      top: open?.getBoundingClientRect().top ?? Number.NaN,
    }
  })

describe('a card that is opened far off', () => {
  it('is drawn with what is in view of its list, and those beyond come when it stands', async () => {
    const annotations = randomMarks(openReport.document, 900)
    const piyue = await Piyue.open({ annotations })
    await piyue.settled()
    const before = await drawnCards(piyue)
    // What waits for an idle moment comes when the test says so.
    await piyue.page.evaluate(() => {
      const waiting: IdleRequestCallback[] = []
      const former = window.requestIdleCallback
      window.requestIdleCallback = (act) => waiting.push(act)
      Object.assign(document, {
        letIdle: () => {
          window.requestIdleCallback = former
          for (const act of waiting) requestIdleCallback(act)
        },
      })
      const frame = document.querySelector('.reading')?.getBoundingClientRect() ?? new DOMRect()
      const boxes = [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].flatMap((range) => {
          const live = document.createRange()
          live.setStart(range.startContainer, range.startOffset)
          live.setEnd(range.endContainer, range.endOffset)
          return [...live.getClientRects()]
        }),
      )
      const low = boxes.find(({ top, bottom }) => top > frame.bottom - 240 && bottom < frame.bottom)
      const at = { bubbles: true, clientX: (low?.left ?? 0) + 4, clientY: (low?.top ?? 0) + 4 }
      const target = document.elementFromPoint(at.clientX, at.clientY)
      for (const type of ['mousedown', 'mouseup', 'click'])
        target?.dispatchEvent(new MouseEvent(type, at))
      return new Promise(requestAnimationFrame)
    })
    const first = await drawnCards(piyue)
    expect(first.top).toBeGreaterThan(0)
    expect(first.inView.length).toBeGreaterThan(4)
    expect(first.all.length).toBeLessThan(3 * first.inView.length)
    const beyond = first.all.filter((id) => !before.all.includes(id) && !first.inView.includes(id))
    expect(beyond).toEqual([])
    await piyue.page.evaluate(() => Reflect.get(document, 'letIdle')())
    const last = first.all.at(-1)
    await piyue.page.waitForFunction(
      (id) =>
        [...document.querySelectorAll('.notes [data-card]')].at(-1)?.getAttribute('data-card') !==
        id,
      last,
    )
    await piyue.settled()
    const { top } = await drawnCards(piyue)
    expect(top).toBeCloseTo(first.top, 0)
  })
})

/** How many entries of the contents changed by the first frame after a switch of script, how many there are, and the words of the first. */
const entriesAfterSwitch = ({ page }: Piyue) =>
  page.evaluate(async () => {
    const links = [...document.querySelectorAll('nav.contents a')]
    const before = links.map(({ textContent }) => textContent)
    document.querySelectorAll<HTMLInputElement>('input[name="script"]')[1]?.click()
    await new Promise(requestAnimationFrame)
    const changed = links.filter(({ textContent }, i) => textContent !== before[i])
    const inView = links.slice(0, 12).map(({ textContent }) => textContent)
    return { changed: changed.length, all: links.length, inView }
  })

describe('long contents', () => {
  it('are exchanged with the text where they are laid out, and the rest when there is time', async () => {
    const open = longDocument(120_000)
    const piyue = await Piyue.open({ open })
    await piyue.settled()
    const { changed, all, inView } = await entriesAfterSwitch(piyue)
    const hans = open.sections.map(
      ({ heading }) => open.renditionOf('zh-Hans').block(heading.id).text,
    )
    expect(inView).toEqual(hans.slice(0, 12))
    expect(changed).toBeLessThan(all / 4)
    await piyue.page.waitForFunction((words) => {
      const links = document.querySelectorAll('nav.contents a')
      return words.every((text, i) => links[i]?.textContent === text)
    }, hans)
  })
})

/** How often the layout is asked for after something of it changed, from when a passage is selected until its bar is there. */
const questionsOnSelecting = ({ page }: Piyue) =>
  page.evaluate(async () => {
    let questions = 0
    const observer = new MutationObserver(() => undefined)
    const all = { attributes: true, characterData: true, childList: true, subtree: true }
    observer.observe(document.body, all)
    /* oxlint-disable typescript/unbound-method -- called with their own `this` */
    const { getBoundingClientRect } = Element.prototype
    const { getClientRects } = Range.prototype
    /* oxlint-enable typescript/unbound-method */
    const note = () => {
      if (observer.takeRecords().length > 0) questions++
    }
    Element.prototype.getBoundingClientRect = function (this: Element) {
      note()
      return getBoundingClientRect.call(this)
    }
    Range.prototype.getClientRects = function (this: Range) {
      note()
      return getClientRects.call(this)
    }
    const words = document.querySelector('[data-block] + [data-block]')?.firstChild
    if (!(words instanceof Text)) throw new Error('There is no text')
    document.getSelection()?.setBaseAndExtent(words, 2, words, 8)
    while (document.querySelector('.annotate:popover-open') === null)
      await new Promise(requestAnimationFrame)
    observer.disconnect()
    Object.assign(Element.prototype, { getBoundingClientRect })
    Object.assign(Range.prototype, { getClientRects })
    return questions
  })

describe('a passage that is selected', () => {
  it('has the layout of the page asked for before anything in it changes, and not again', async () => {
    const piyue = await Piyue.open()
    await piyue.settled()
    expect(await questionsOnSelecting(piyue)).toBe(0)
  })
})

/**
 * The blocks in view that bear marks and hold no range once a jump to a place is done, in parts of the text. What is laid
 * out first where one comes to moves what was in view, and has it looked for again: some frames later at the latest.
 */
const unpaintedAfterJumps = (piyue: Piyue, marked: readonly string[]) =>
  piyue.page.evaluate(async (ids) => {
    const scroller = document.querySelector('.reading') as HTMLElement
    const frame = scroller.getBoundingClientRect()
    const unpainted = () => {
      const painted = new Set(
        [...CSS.highlights.values()].flatMap((highlight) =>
          [...highlight].map(({ startContainer: node }) =>
            node.parentElement?.closest('[data-block]')?.getAttribute('data-block'),
          ),
        ),
      )
      return [...document.querySelectorAll('[data-block]')].flatMap((block) => {
        const { top, bottom } = block.getBoundingClientRect()
        const id = block.getAttribute('data-block') ?? ''
        const isInView = bottom > frame.top && top < frame.bottom
        return isInView && ids.includes(id) && !painted.has(id) ? [id] : []
      })
    }
    const missing: string[] = []
    for (const place of [0.5, 0.9, 0.1, 0.11]) {
      scroller.scrollTop = scroller.scrollHeight * place
      let left = ['not looked at yet']
      for (let frames = 0; frames < 30 && left.length > 0; frames++) {
        await new Promise(requestAnimationFrame)
        await new Promise((resolve) => setTimeout(resolve))
        left = unpainted()
      }
      missing.push(...left)
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
