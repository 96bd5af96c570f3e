import { paintKinds } from '../../core/annotation/style'
import { rangeLength } from '../../core/text/range'
import { longDocument, randomMarks } from '../support/long-document'
import { manyMarks } from '../support/seed'
import { unionOf } from '../support/union'
import { openReport } from '../unit/support/report'
import { Piyue } from './support/piyue'

/** How many ranges are registered to be painted. */
const heldRanges = (piyue: Piyue) =>
  piyue.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0))

/** Scrolls the text by some steps, one a frame, and gives what in the page changed meanwhile. */
const changesWhileScrolling = (piyue: Piyue) =>
  piyue.page.evaluate(async () => {
    const scroller = document.querySelector('.reading') as HTMLElement
    const changes: string[] = []
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        const element = target instanceof Element ? target : target.parentElement
        changes.push(`${type} ${attributeName ?? ''} of ${element?.className}`)
      }
    })
    const all = { attributes: true, characterData: true, childList: true, subtree: true }
    observer.observe(document, all)
    for (let step = 0; step < 30; step++) {
      scroller.scrollTop += 40
      await new Promise(requestAnimationFrame)
    }
    observer.disconnect()
    return changes
  })

/** Listeners that may keep a turn of the wheel from scrolling, for which the browser waits at every one. */
async function wheelBlockers(piyue: Piyue): Promise<number> {
  const cdp = await piyue.page.context().newCDPSession(piyue.page)
  let blockers = 0
  for (const expression of ['window', 'document', 'document.querySelector(".reading")']) {
    const { result } = await cdp.send('Runtime.evaluate', { expression })
    const { objectId = '' } = result
    const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId })
    blockers += listeners.filter(({ type, passive }) => type === 'wheel' && !passive).length
  }
  await cdp.detach()
  return blockers
}

/** What stands in the flow beside the text and runs otherwise: when it comes or goes, all columns are laid out anew. */
const acrossTheFlow = (piyue: Piyue) =>
  piyue.page.locator('.reading').evaluate((reading) => {
    const flow = getComputedStyle(reading).writingMode
    return Array.from(reading.children)
      .filter((child) => {
        const { position, display, writingMode } = getComputedStyle(child)
        const hasBox = display !== 'contents' && display !== 'none'
        return hasBox && position !== 'absolute' && position !== 'fixed' && writingMode !== flow
      })
      .map(({ className }) => className)
  })

describe('scrolling', () => {
  it('changes nothing in the page before it rests, and waits for the page at no turn of the wheel but in columns', async () => {
    const piyue = await Piyue.open({ annotations: manyMarks(60) })
    const progress = piyue.page.getByRole('group', { name: 'Reading progress' })
    await progress.getByText('0%').waitFor()
    // What comes when there is nothing better to do is there.
    const fonts = 'link[href*="lxgw-wenkai"]'
    for (const late of ['.scroll-marks > span', '.tick', '.notes .note-body p', fonts]) {
      await piyue.page.locator(late).first().waitFor({ state: 'attached' })
    }
    await piyue.settled()
    const held = await heldRanges(piyue)
    expect(await changesWhileScrolling(piyue)).toEqual([])
    expect(await heldRanges(piyue)).toBe(held)
    await progress.getByText(/^[1-9]\d?%$/u).waitFor()
    await piyue.page.waitForFunction(() => document.querySelector('.notes')?.scrollTop !== 0)
    expect(await wheelBlockers(piyue)).toBe(0)
    await piyue.press('Control+Shift+T')
    await piyue.announcement.getByText('Set in columns').waitFor()
    expect(await wheelBlockers(piyue)).toBe(1)
    await piyue.page.locator('.tick').first().waitFor({ state: 'attached' })
    expect(await acrossTheFlow(piyue)).toEqual([])
  })

  it('changes the page in one frame when it rests, the list of notes with all else that follows', async () => {
    const piyue = await Piyue.open({ annotations: manyMarks(90) })
    const fonts = 'link[href*="lxgw-wenkai"]'
    for (const late of ['.scroll-marks > span', '.tick', '.notes .note-body p', fonts]) {
      await piyue.page.locator(late).first().waitFor({ state: 'attached' })
    }
    await piyue.settled()
    const [first = [], ...later] = await changesAtRest(piyue)
    expect(first.join()).toContain('notes')
    expect(later).toEqual([])
  })
})

/** What changed in the page after a step of scrolling, for each frame in which anything did. */
const changesAtRest = (piyue: Piyue) =>
  piyue.page.evaluate(async () => {
    const changed: Set<string>[] = []
    let quiet = 0
    const observer = new MutationObserver((records) => {
      if (quiet > 0) changed.push(new Set())
      quiet = 0
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        changed.at(-1)?.add(element?.closest('[data-region]')?.className ?? 'elsewhere')
      }
    })
    const all = { attributes: true, characterData: true, childList: true, subtree: true }
    observer.observe(document, all)
    const scroller = document.querySelector('.reading') as HTMLElement
    scroller.scrollTop += 2_000
    for (quiet = 1; quiet < 20 || changed.length === 0; quiet++) {
      // The frame is shown when a message that is sent in it arrives.
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', resolve, { once: true })
          port1.start()
          port2.postMessage(null)
        })
      })
    }
    observer.disconnect()
    return changed.map((regions) => [...regions].toSorted())
  })

/** How many blocks changed their words, or their language, by the first frame after a switch, how many there are, and whether all of the text did. */
const changedBySwitch = (piyue: Piyue) =>
  piyue.page.evaluate(async () => {
    const changed = new Set<Element>()
    let isWhole = false
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        isWhole ||= element?.localName === 'article'
        const block = element?.closest('[data-block]')
        if (block) changed.add(block)
      }
    })
    observer.observe(document, { attributeFilter: ['lang'], characterData: true, subtree: true })
    document.querySelectorAll<HTMLInputElement>('input[name="script"]')[1]?.click()
    await new Promise(requestAnimationFrame)
    observer.disconnect()
    return { changed: changed.size, all: document.querySelectorAll('[data-block]').length, isWhole }
  })

describe('a switch of script', () => {
  it('does what can soon be seen at once, and the rest when there is nothing better to do', async () => {
    const piyue = await Piyue.open({ annotations: randomMarks(openReport.document, 1_000) })
    await piyue.settled()
    const held = await heldRanges(piyue)
    const { changed, all, isWhole } = await changedBySwitch(piyue)
    // That would have the style of every element below it reckoned anew.
    expect(isWhole).toBe(false)
    expect(changed).toBeGreaterThan(0)
    expect(changed).toBeLessThan(all / 2)
    await piyue.page.waitForFunction(() =>
      [...document.querySelectorAll('[data-block]')].every((block) =>
        block.matches('[lang="zh-Hans"]'),
      ),
    )
    await piyue.page.waitForFunction(
      (before) => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) === before,
      held,
    )
  })
})

/** How many characters are painted as marks of each kind, those of each layer counted. */
const paintedCharacters = (piyue: Piyue) =>
  piyue.page.evaluate((kinds) => {
    const lengthOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return [...range.toString()].length
    }
    return kinds.map((kind) =>
      [...CSS.highlights]
        .filter(([layer]) => layer.endsWith(`-${kind}`))
        .flatMap(([, highlight]) => [...highlight])
        .reduce((sum, range) => sum + lengthOf(range), 0),
    )
  }, paintKinds)

describe('a short text', () => {
  it('has all of its marks painted, and no character twice in one kind', async () => {
    const annotations = randomMarks(openReport.document, 90)
    const piyue = await Piyue.open({ annotations })
    await piyue.settled()
    const marked = paintKinds.map((kind) => {
      const ranges = annotations.filter(({ style }) => style.kind === kind).map((one) => one.range)
      return unionOf(ranges).reduce((sum, range) => sum + rangeLength(range), 0)
    })
    expect(await paintedCharacters(piyue)).toEqual(marked)
  })
})

describe('a long text', () => {
  it('is laid out and painted near the window only, however many marks stand in it', async () => {
    const open = longDocument(120_000)
    const piyue = await Piyue.open({ open, annotations: randomMarks(open.document, 1_200) })
    await piyue.settled()
    await piyue.page.locator('.scroll-marks span').nth(100).waitFor({ state: 'attached' })
    const laidOut = await piyue.page
      .locator('[data-block]')
      .evaluateAll(
        (blocks) =>
          blocks.filter((block) => block.checkVisibility({ contentVisibilityAuto: true })).length,
      )
    expect(laidOut).toBeGreaterThan(10)
    expect(laidOut).toBeLessThan(open.document.placed.length / 4)
    await piyue.page.evaluate(() => {
      const scroller = document.querySelector('.reading') as HTMLElement
      scroller.scrollTop = scroller.scrollHeight / 2
    })
    await piyue.page
      .getByRole('group', { name: 'Reading progress' })
      .getByText(/^[45]\d%$/u)
      .waitFor()
    await piyue.settled()
    const held = await heldRanges(piyue)
    expect(held).toBeGreaterThan(10)
    expect(held).toBeLessThan(400)
  })
})

/** The blocks in view that bear marks and hold no range, after each step of scrolling; and how many ranges are held. */
const unpaintedWhileScrolling = (piyue: Piyue, marked: readonly string[]) =>
  piyue.page.evaluate(async (ids) => {
    const scroller = document.querySelector('.reading') as HTMLElement
    const frame = scroller.getBoundingClientRect()
    const missing: string[] = []
    const held: number[] = []
    for (const step of [0, 60, 60, 60, 60, 300, 300, 300, 1500, -60, -60, -400, -2500]) {
      scroller.scrollTop += step
      await new Promise(requestAnimationFrame)
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight])
      const painted = new Set(
        ranges.map(({ startContainer: node }) =>
          node.parentElement?.closest('[data-block]')?.getAttribute('data-block'),
        ),
      )
      held.push(ranges.length)
      for (const block of document.querySelectorAll('[data-block]')) {
        const { top, bottom } = block.getBoundingClientRect()
        const id = block.getAttribute('data-block') ?? ''
        const isInView = bottom > frame.top && top < frame.bottom
        if (isInView && ids.includes(id) && !painted.has(id)) missing.push(id)
      }
    }
    return { missing, held }
  }, marked)

describe('very many marks', () => {
  it('are painted in view at every step, and at rest little more of them', async () => {
    const annotations = randomMarks(openReport.document, 900)
    const piyue = await Piyue.open({ annotations })
    await piyue.settled()
    const { document } = openReport
    const marked = annotations.map(({ range }) => document.blockAt(range.start)?.block.id ?? '')
    const { missing, held } = await unpaintedWhileScrolling(piyue, marked)
    expect(missing).toEqual([])
    expect(Math.max(...held)).toBeLessThan(700)
    await piyue.page.waitForFunction(() => {
      const sizes = [...CSS.highlights.values()].map(({ size }) => size)
      return sizes.reduce((sum, size) => sum + size, 0) < 300
    })
  })
})

describe('very many notes', () => {
  const many = randomMarks(openReport.document, 2_500)
  const changes = many.map((after) => ({ kind: 'create', after }) as const)

  it('come behind the text, those where the reader is first; a change of so many too', async () => {
    const piyue = await Piyue.open()
    const rest = piyue.line.hold('moreAnnotations')
    await piyue.main.workspace.import({ changes, requests: [] })
    await piyue.notes.getByText('1000 of 2500').waitFor()
    await piyue.drag('2018年，')
    await piyue.button('Highlight green').click()
    await piyue.notes.getByText('1001 of 2501').waitFor()
    await rest.release()
    await piyue.notes.getByText('2501 marks').waitFor()

    const others = piyue.line.hold('moreAnnotations')
    await piyue.reload()
    await piyue.notes.getByText('1000 of 2501').waitFor()
    const farthest = await piyue.page.evaluate(() => {
      const article = document.querySelector('article')
      const ends = [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map(({ endContainer }) => endContainer as Text),
      )
      const tops = ends.map((text) => text.parentElement?.getBoundingClientRect().top ?? 0)
      return Math.max(...tops) / (article?.scrollHeight ?? 1)
    })
    expect(farthest).toBeLessThan(0.6)
    await others.release()
    await piyue.notes.getByText('2501 marks').waitFor()
  })
})

describe('what is shown over the text', () => {
  it('listens once for as long as it is shown, however often what it shows changes', async () => {
    const piyue = await Piyue.open()
    await piyue.select('砥礪篤行')
    await piyue.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
    await piyue.page.evaluate(() => {
      const added: string[] = []
      // oxlint-disable-next-line typescript/unbound-method -- called with its own `this`
      const { addEventListener } = EventTarget.prototype
      EventTarget.prototype.addEventListener = function (this: EventTarget, type, ...rest) {
        // A button that comes listens for its own click.
        if (!(this instanceof HTMLButtonElement)) added.push(type)
        addEventListener.call(this, type, ...rest)
      }
      Object.assign(window, { added })
    })
    // Up to four characters are explained, and the button for that goes: the bar is drawn anew.
    const why = piyue.button('Why this character')
    for (const way of ['forward', 'backward', 'forward'] as const) {
      await piyue.page.evaluate((to) => {
        document.getSelection()?.modify('extend', to, 'character')
      }, way)
      await why.waitFor({ state: way === 'forward' ? 'detached' : 'visible' })
    }
    await piyue.settled()
    expect(await piyue.page.evaluate(() => Reflect.get(window, 'added'))).toEqual([])
  })
})

/** Has the elements noted that Preact gives to functions, as their refs, each time it does. */
async function noteRefs({ page }: Piyue): Promise<void> {
  await page.evaluate(() => {
    const answers = new WeakMap<Element, unknown>()
    const given: string[] = []
    // Where Preact keeps, on the element, what the function has answered.
    Object.defineProperty(Element.prototype, '__x', {
      get(this: Element) {
        return answers.get(this)
      },
      set(this: Element, answer: unknown) {
        answers.set(this, answer)
        if (answer !== null) given.push(`${this.tagName} ${this.className}`)
      },
    })
    // Among the page's globals it would have the page loaded anew, and not begin anew.
    Object.assign(document, { given })
  })
}

/** What was noted; the window is not used again. */
const notedRefs = ({ page }: Piyue): Promise<readonly string[]> =>
  page.evaluate(() => Object.assign(window, { given: Reflect.get(document, 'given') }).given)

describe('an element that stays', () => {
  it('is not given to those who wait for it anew whenever it is drawn', async () => {
    const piyue = await Piyue.open({ annotations: manyMarks(60) })
    await noteRefs(piyue)
    await piyue.reload()
    await piyue.showForm('Taiwan')
    await piyue.notes.getByRole('button', { name: 'Filter and sort' }).click()
    await piyue.page.getByRole('searchbox', { name: 'Find in notes' }).pressSequentially('筆記')
    await piyue.notes.getByText('12 of 60').waitFor()
    await piyue.press('Control+f')
    await piyue.page.getByRole('searchbox', { name: 'Find in report' }).pressSequentially('經濟')
    await piyue.press('Enter', 'Enter', 'Escape')
    await piyue.press('Control+Shift+d', 'Control+f')
    await piyue.page.getByRole('region', { name: 'Figures', exact: true }).waitFor()
    await piyue.page.keyboard.type('收入')
    await piyue.settled()
    expect(await notedRefs(piyue)).toEqual(['MAIN reading'])
  })
})

describe('the contents', () => {
  it('listen once for all headings, however many there are', async () => {
    const open = longDocument(120_000)
    const { page } = await Piyue.open({ open })
    expect(await page.locator('.contents li').count()).toBeGreaterThan(200)
    const cdp = await page.context().newCDPSession(page)
    const expression = 'document.querySelector(".contents")'
    const { objectId = '' } = (await cdp.send('Runtime.evaluate', { expression })).result
    const below = { objectId, depth: -1 }
    const { listeners } = await cdp.send('DOMDebugger.getEventListeners', below)
    expect(listeners.map(({ type }) => type).toSorted()).toEqual(['click', 'keydown'])
    await cdp.detach()
  })
})
