import { textRange } from '../../core/text/range'
import { eventually } from '../support/eventually'
import { longDocument } from '../support/long-document'
import { markOn } from '../support/seed'
import { annotationOf } from '../unit/support/annotations'
import { report } from '../unit/support/report'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

const closed = { notesOpen: false }

const marks = [
  markOn('各位代表', { note: '與去年**同**' }),
  markOn('砥礪篤行', { note: '好句' }),
  markOn('錯綜複雜'),
]

const notes = () => piyue.page.locator('.margin-note')

const card = () => piyue.page.locator('.note-beside')

/** The boxes of what a selector finds, in the window. */
const boxesOf = (selector: string) =>
  piyue.page
    .locator(selector)
    .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().toJSON() as DOMRect))

/** The box of the words of the first mark of a style. */
const boxOfMark = (layer: string) =>
  piyue.page.evaluate((name) => {
    const [range] = [...(CSS.highlights.get(name) ?? [])]
    if (range === undefined) throw new Error(`Nothing is painted as ${name}`)
    const live = document.createRange()
    live.setStart(range.startContainer, range.startOffset)
    live.setEnd(range.endContainer, range.endOffset)
    return live.getBoundingClientRect().toJSON() as DOMRect
  }, layer)

const textBox = async () => (await boxesOf('article'))[0]

const lie = (a: DOMRect, b: DOMRect) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1

describe('notes in the margin', () => {
  it('stand beside their lines while their column is closed, over a break too, without the signs of Markdown', async () => {
    const end = report.block('1.p1')?.range.end ?? 0
    const overBreak = annotationOf(report, textRange(end - 4, end + 1), {
      id: 'break',
      note: '段末',
    })
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [...marks, overBreak],
      settings: closed,
    })
    await notes().getByText('與去年同', { exact: true }).waitFor()
    expect(await notes().allTextContents()).toEqual(['與去年同', '好句', '段末'])
    const [note] = await boxesOf('.margin-note')
    const words = await boxOfMark('yellow-highlight')
    const text = await textBox()
    expect(note && text && note.left >= text.right).toBe(true)
    expect(note && note.top < words.bottom && note.bottom > words.top).toBe(true)
    expect(await piyue.page.locator('.tick:visible').count()).toBe(0)
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('are put away by M and the menu, which is kept, and no text moves; give way to the column, the text alone, a narrow margin, and on paper', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: marks, settings: closed })
    await notes().first().waitFor()
    const before = await textBox()
    await piyue.press('m')
    await notes().first().waitFor({ state: 'detached' })
    await piyue.announcement.getByText('Strokes in the margin').waitFor()
    expect(piyue.main.settings.marginNotesShown).toBe(false)
    const strokes = piyue.page.locator('.tick:visible')
    await strokes.nth(1).waitFor()
    expect(await strokes.count()).toBe(2)
    expect(await textBox()).toEqual(before)
    await piyue.chooseMenu('margin-notes')
    await notes().first().waitFor()
    expect(piyue.main.settings.marginNotesShown).toBe(true)
    expect(await textBox()).toEqual(before)
    await piyue.emulateMedia({ media: 'print' })
    expect(await piyue.page.locator('.margin-notes').isVisible()).toBe(false)
    await piyue.emulateMedia({ media: 'screen' })
    await piyue.press('Control+Shift+B')
    await notes().first().waitFor({ state: 'detached' })
    await piyue.press('Control+Shift+B')
    await notes().first().waitFor()
    await piyue.press('Control+Shift+M')
    await notes().first().waitFor({ state: 'detached' })
    await piyue.press('Escape')
    await notes().first().waitFor()
    await piyue.page.setViewportSize({ width: 860, height: 700 })
    await notes().first().waitFor({ state: 'detached' })
    await piyue.page.locator('.tick:visible').first().waitFor()
  })

  it('open their card by click and Enter, go on by arrow keys, and leave the focus in the text when deleted', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: marks, settings: closed })
    await notes().first().waitFor()
    await notes().nth(1).click()
    await card().getByText('砥礪篤行').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.press('Escape')
    await card().waitFor({ state: 'hidden' })
    expect(await piyue.page.locator('.margin-note[tabindex="0"]').count()).toBe(1)
    await piyue.press('ArrowUp', 'Enter')
    await card().getByText('各位代表').waitFor()
    await piyue.announcement.getByText('與去年同').waitFor()
    expect(await notes().nth(0).getAttribute('aria-expanded')).toBe('true')
    await piyue.press('End')
    expect(await piyue.page.evaluate(() => document.activeElement?.textContent)).toBe('好句')
    await piyue.press('[')
    await card().waitFor({ state: 'visible' })
    await piyue.press('Escape')
    await notes().nth(1).focus()
    await piyue.press('Delete')
    await notes().nth(1).waitFor({ state: 'detached' })
    await piyue.announcement.getByText('砥礪篤行').waitFor()
    expect(
      await piyue.page.evaluate(() => document.activeElement?.closest('article') !== null),
    ).toBe(true)
  })

  it('keep the focus when others come, and the margin is measured anew', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: marks, settings: closed })
    await notes().first().focus()
    await piyue.main.writeOutside(markOn('生產總值', { note: '甲' }))
    await notes().nth(2).waitFor()
    await piyue.settled()
    expect(
      await notes()
        .first()
        .evaluate((button) => button === document.activeElement),
    ).toBe(true)
  })

  it('never lie over one another or over the text; those for which there is no room are folded', async () => {
    const dense = Array.from({ length: 60 }, (_, i) =>
      annotationOf(report, textRange(300 + i * 9, 306 + i * 9), {
        id: `dense-${i}`,
        note: `第 ${i} 則，說得比一行要長一些，所以要收住`,
      }),
    )
    const bookmark = annotationOf(report, textRange(330, 331), {
      id: 'bookmark',
      note: '從這裡讀起',
      style: { color: 'yellow', kind: 'bookmark' },
    })
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [...dense, bookmark],
      settings: closed,
    })
    const more = piyue.page.locator('.margin-more')
    await more.first().waitFor()
    const shown = [...(await boxesOf('.margin-line')), ...(await boxesOf('.tick'))].filter(
      ({ width }) => width > 0,
    )
    for (const [i, box] of shown.entries()) {
      for (const other of shown.slice(i + 1)) expect(lie(box, other)).toBe(false)
    }
    const text = await textBox()
    for (const { left } of shown) expect(left).toBeGreaterThanOrEqual(text?.right ?? 0)
    expect(await notes().getByText('從這裡讀起').isVisible()).toBe(true)
    const name = await more.first().getAttribute('aria-label')
    expect(name).toMatch(/^\d more notes? on this line$/u)
    await more.first().click()
    await card().locator('[data-card^="dense-"]').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('stand at the head of their columns in vertical setting', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: marks,
      settings: { ...closed, views: { [report.id]: { vertical: true } } },
    })
    await piyue.page.waitForFunction(() => {
      const note = document.querySelector('.margin-note')?.getBoundingClientRect()
      const article = document.querySelector('article')?.getBoundingClientRect()
      return note && article && note.bottom <= article.top
    })
    const [note] = await boxesOf('.margin-note')
    const words = await boxOfMark('yellow-highlight')
    expect(note && note.left < words.right && note.right > words.left).toBe(true)
    expect(note && note.height > note.width).toBe(true)
    expect(await piyue.seriousFindings()).toEqual([])
    await notes().nth(0).focus()
    await piyue.press('ArrowLeft')
    expect(await piyue.page.evaluate(() => document.activeElement?.textContent)).toBe('好句')
    await piyue.press('Enter')
    await card().getByText('砥礪篤行').waitFor()
  })

  it('and strokes never lie on the text, not in the first frame after the text has moved', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: marks, settings: closed })
    await notes().first().waitFor()
    /** What lay on the text in any of the frames that something done to the page took, and some after. */
    const lyingOnText = async (act: () => Promise<void>) => {
      await piyue.page.evaluate(() => {
        const lying: string[] = []
        Object.assign(window, { isDone: false })
        const look = (frames: number) => {
          const text = (document.querySelector('article') as Element).getBoundingClientRect()
          for (const element of document.querySelectorAll('.margin-line, .tick')) {
            const box = element.getBoundingClientRect()
            const isAcross = box.left < text.right - 1 && box.right > text.left + 1
            if (
              box.width > 0 &&
              isAcross &&
              box.top < text.bottom - 1 &&
              box.bottom > text.top + 1
            ) {
              lying.push(element.className)
            }
          }
          if (Reflect.get(window, 'isDone') !== true) afterFrame(frames)
          else if (frames > 0) afterFrame(frames - 1)
          else Object.assign(window, { lying })
        }
        // As it is painted: when whoever else is told of the layout has been told, for this observer is the youngest.
        const afterFrame = (frames: number) =>
          requestAnimationFrame(() => {
            const observer = new ResizeObserver(() => {
              observer.disconnect()
              look(frames)
            })
            observer.observe(document.body)
          })
        Reflect.deleteProperty(window, 'lying')
        // A panel is moved for 120 ms, which is eight frames.
        afterFrame(9)
      })
      await act()
      await piyue.page.evaluate(() => Object.assign(window, { isDone: true }) && undefined)
      await piyue.page.waitForFunction(() => Reflect.has(window, 'lying'))
      return piyue.page.evaluate(() => Reflect.get(window, 'lying') as string[])
    }
    for (const keys of [
      'Control+b',
      'Control+b',
      'Control+Shift+T',
      'm',
      'm',
      'Control+d',
      'Control+Shift+B',
    ]) {
      expect({ keys, lying: await lyingOnText(() => piyue.press(keys)) }).toEqual({
        keys,
        lying: [],
      })
    }
  })

  it('are only those near the window in a long text, and none changes while one scrolls', async () => {
    const open = longDocument(120_000)
    const many = Array.from({ length: 1_500 }, (_, i) =>
      annotationOf(open.document, textRange(i * 40 + 2, i * 40 + 6), {
        id: `mark-${i}`,
        note: `第 ${i} 則`,
      }),
    )
    piyue = await Piyue.open({ open, annotations: many, settings: closed })
    await notes().first().waitFor()
    const count = await notes().count()
    expect(count).toBeGreaterThan(10)
    expect(count).toBeLessThan(700)
    await eventually('all notes have come', () => piyue.line.countOf('moreAnnotations') === 1)
    await piyue.line.settled()
    const changes = await piyue.page.evaluate(async () => {
      const list = document.querySelector('.margin-notes') as HTMLElement
      const scroller = document.querySelector('.reading') as HTMLElement
      let changed = 0
      // What was to be done at rest is done: in a frame, then behind the next when nothing else is to be done.
      const frame = () => new Promise(requestAnimationFrame)
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < 3; i++) await frame()
        await new Promise<unknown>((resolve) => requestIdleCallback(resolve))
      }
      await frame()
      const observer = new MutationObserver((records) => (changed += records.length))
      observer.observe(list, { attributes: true, childList: true, subtree: true })
      // Each step is taken for one of just now, however slowly the frames come: the reader is not at rest.
      const soon = performance.now() + 60_000
      performance.now = () => soon
      for (let step = 0; step < 30; step++) {
        scroller.scrollTop += 40
        await frame()
      }
      Reflect.deleteProperty(performance, 'now')
      observer.disconnect()
      return changed
    })
    expect(changes).toBe(0)
  })
})
