import type { Annotation } from '../../core/annotation/annotation'
import { eventually } from '../support/eventually'
import { scrollTo } from '../support/in-page'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { report } from './support/bundled-report'
import { firstPages } from './support/first-pages'
import { pixelsIn } from './support/pixels'
import { Piyue } from './support/piyue'

let piyue: Piyue

/** The report as it was left in columns. */
const inColumns = { views: { [firstPages.id]: { vertical: true } } }

const openInColumns = async (open = firstPages, annotations: readonly Annotation[] = []) => {
  piyue = await Piyue.open({ open, settings: inColumns, annotations })
}

const setting = () => piyue.page.locator('main').getAttribute('data-setting')

/** How far the text is scrolled to the left. */
const position = () => piyue.page.locator('main').evaluate((main) => -main.scrollLeft)

/** Waits until the text is scrolled further than that, or less far. */
const scrolledPast = (from: number, way: 1 | -1 = 1) =>
  piyue.page.waitForFunction(
    ({ start, step }) => {
      const at = -(document.querySelector('main')?.scrollLeft ?? 0)
      return step > 0 ? at > start : at < start
    },
    { start: from, step: way },
  )

const handle = (name: 'Start' | 'End') =>
  piyue.page.getByRole('slider', { name: `${name} of the mark` })

const middleOf = async (name: 'Start' | 'End') => {
  const box = await handle(name).boundingBox()
  if (box === null) throw new Error('The handle is not shown')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The box of words in the window. */
const boxOf = (words: string) =>
  piyue.page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('article') as Element,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted)
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { left, right, top, bottom }
    }
    throw new Error(`The text does not show ${wanted}`)
  }, words)

interface Stretch {
  readonly top: number
  readonly bottom: number
}

/** Looks at a column once; then tells how many dots of a pink mark there are in a strip of it, 5 px wide. */
async function pinkIn(column: Stretch & { readonly left: number; readonly right: number }) {
  const x = Math.floor(column.left) - 2
  const y = Math.floor(column.top)
  const width = Math.ceil(column.right) - x
  const height = Math.ceil(column.bottom) - y
  const pixels = await pixelsIn(piyue.page, { x, y, width, height })
  return (left: number, { top, bottom }: Stretch): number =>
    pixels.filter(([red, green], i) => {
      const across = x + (i % width) - left
      const down = y + Math.floor(i / width)
      // Ink and paper are grey; a pink mark has less green than red.
      return red - green > 60 && across >= 0 && across < 5 && down >= top + 2 && down < bottom - 2
    }).length
}

describe('vertical setting', () => {
  it('is a switch of the appearance, a key and an item of the menu, is said, and outlasts a restart', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.button('Appearance').click()
    const inPanel = piyue.page
      .getByRole('group', { name: 'Appearance' })
      .getByRole('switch', { name: 'Vertical text' })
    await inPanel.click()
    expect(await setting()).toBe('vertical')
    await piyue.press('Control+Shift+T')
    await piyue.announcement.getByText('Set in lines, from left to right').waitFor()
    expect(await setting()).toBe('horizontal')
    await piyue.chooseMenu('vertical-text')
    await piyue.announcement.getByText('Set in columns').waitFor()
    expect(await inPanel.isChecked()).toBe(true)
    expect(await setting()).toBe('vertical')
    await piyue.reload()
    expect(await setting()).toBe('vertical')
    // Columns follow one another from right to left.
    const first = await boxOf('各位代表')
    const next = await boxOf('一、')
    expect(first.bottom - first.top).toBeGreaterThan(3 * 18)
    expect(next.right).toBeLessThan(first.left)
    expect(await piyue.text()).toBe(firstPages.document.text)
  })

  it.each(rows([0.1, 0.37, 0.72]))(
    'keeps the place to the character through every switch, at %d of the text',
    async (share) => {
      await openInColumns(report)
      await piyue.page.evaluate(scrollTo, share)
      const { block, at } = await piyue.topCharacter()
      const there = async () => {
        const top = await piyue.topCharacter()
        return { block: top.block, at: top.at }
      }
      await piyue.showScript('Simplified')
      expect(await there()).toEqual({ block, at })
      await piyue.showScript('Traditional')
      expect(await there()).toEqual({ block, at })
      await piyue.press('Control+Shift+T')
      await piyue.settled()
      // In lines of another length, the line that holds it.
      const inLines = await piyue.topCharacter()
      expect(inLines.block).toBe(block)
      expect(Math.abs(inLines.at - at)).toBeLessThan(38)
      await piyue.press('Control+Shift+T')
      await piyue.settled()
      expect(await there()).toEqual({ block, at })
    },
  )

  it('marks what is drawn over with the mouse, and moves its ends by dragging and by keys that follow the eye', async () => {
    await openInColumns()
    await piyue.drag('砥礪篤行')
    await piyue.button('Highlight green').click()
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    await piyue.press('Escape')
    await piyue.click('篤行')
    expect(await piyue.activeQuote()).toBe('砥礪篤行')
    const to = await boxOf('銳意進取')
    const from = await middleOf('End')
    await piyue.page.mouse.move(from.x, from.y)
    await piyue.page.mouse.down()
    await piyue.page.mouse.move((to.left + to.right) / 2, to.bottom - 1, { steps: 8 })
    await piyue.page.mouse.up()
    await piyue.expectPainted('green-highlight', ['砥礪篤行、銳意進取'])
    await piyue.press('Shift+ArrowDown')
    await piyue.expectPainted('green-highlight', ['砥礪篤行、銳意進取的'])
    await piyue.press('Shift+ArrowUp', 'Shift+ArrowUp')
    await piyue.expectPainted('green-highlight', ['砥礪篤行、銳意進'])
    // The ends are measured anew in the frame after.
    await piyue.settled()
    const before = await middleOf('End')
    await piyue.press('Shift+ArrowLeft')
    await piyue.page.waitForFunction(
      (x) =>
        (document.querySelector('.handle[data-end="end"]')?.getBoundingClientRect().x ?? x) <
        x - 40,
      before.x,
    )
    const after = await middleOf('End')
    expect(Math.abs(after.y - before.y)).toBeLessThanOrEqual(18)
    expect(before.x - after.x).toBeLessThan(2.5 * 18)
    await piyue.press('Shift+ArrowRight', 'Enter')
    await piyue.announcement.getByText('The mark now holds: 砥礪篤行、銳意進').waitFor()
  })

  it('goes along the text with the wheel, by page, to its ends and by the arrow keys along its lines', async () => {
    await openInColumns(report)
    await piyue.page.mouse.move(700, 500)
    await piyue.page.mouse.wheel(0, 240)
    await scrolledPast(230)
    await piyue.page.mouse.wheel(0, -30)
    await scrolledPast(220, -1)
    await piyue.press('Control+1')
    for (const [key, way] of [
      ['PageDown', 1],
      ['ArrowDown', 1],
      ['ArrowUp', -1],
      ['End', 1],
      ['Home', -1],
    ] as const) {
      const from = await position()
      await piyue.press(key)
      await scrolledPast(from, way)
    }
    await eventually('the text is at its start', async () => Math.abs(await position()) <= 1)
  })

  // As the text comes to rest, where what follows the reading would make an end of the engine’s own scrolling.
  it.each([
    ['ArrowLeft', 1],
    ['ArrowRight', -1],
  ] as const)('leaves %s, which goes across its lines, to the engine', async (key, way) => {
    await openInColumns(report)
    await piyue.press('Control+1', 'PageDown')
    await scrolledPast(0)
    await piyue.settled()
    const from = await position()
    await piyue.press(key)
    await scrolledPast(from, way)
  })

  it('stays where it is when keys and wheel are for a card that lies over it', async () => {
    const note = Array.from({ length: 40 }, (_, i) => `${i}`).join('\n\n')
    piyue = await Piyue.open({
      open: firstPages,
      settings: { ...inColumns, notesOpen: false },
      annotations: [markOn('砥礪篤行', { note })],
    })
    await piyue.click('砥礪篤行')
    const card = piyue.page.locator('.note-beside')
    await card.locator('.tag-field').fill('經濟')
    await piyue.settled()
    const from = await position()
    await piyue.press('Home')
    await piyue.page.keyboard.type('新')
    expect(await card.locator('.tag-field').inputValue()).toBe('新經濟')
    await card.evaluate((element) => element.scrollTo(0, 0))
    const box = await card.boundingBox()
    if (box === null) throw new Error('The card is not shown')
    await piyue.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await piyue.page.mouse.wheel(0, 120)
    await eventually('the card is scrolled', () => card.evaluate(({ scrollTop }) => scrollTop > 0))
    expect(await position()).toBe(from)
  })

  it('goes to headings, matches and emended places, and from note to note', async () => {
    await openInColumns(report)
    const frame = await piyue.page.locator('main').boundingBox()
    const isInView = async (words: string) => {
      const { left, right } = await boxOf(words)
      return frame !== null && left >= frame.x && right <= frame.x + frame.width
    }
    await piyue.page.getByRole('link', { name: '二、2019年主要工作任務' }).click()
    expect(await isInView('二、2019年主要工作任務')).toBe(true)
    await piyue.press('Control+f')
    await piyue.page.keyboard.type('放管服')
    await piyue.press('Enter')
    await piyue.settled()
    expect(await isInView('放管服')).toBe(true)
    await piyue.press('Escape', 'Control+1', '.')
    const card = piyue.page.getByRole('dialog')
    await card.waitFor()
    await piyue.press('Escape')
    await card.waitFor({ state: 'hidden' })
    expect(await piyue.seriousFindings()).toEqual([])
    expect(piyue.complaints).toEqual([])
  })

  it('shows two forms one above the other, column by column', async () => {
    await openInColumns()
    await piyue.press('Control+d')
    await piyue.page.locator('[data-beside]').first().waitFor({ state: 'attached' })
    for (const id of ['1.p1', '1.2.p3']) {
      await piyue.bringIntoView(id)
      const { main, beside } = await piyue.page.evaluate((block) => {
        const box = (selector: string) => {
          const { top, bottom, right } = (
            document.querySelector(selector) as Element
          ).getBoundingClientRect()
          return { top, bottom, right }
        }
        return { main: box(`[data-block="${block}"]`), beside: box(`[data-beside="${block}"]`) }
      }, id)
      expect(beside.top).toBeGreaterThan(main.bottom)
      expect(Math.abs(beside.right - main.right)).toBeLessThanOrEqual(1)
    }
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('stands figures upright in one piece with the words, and has the lines of marks on the right of both', async () => {
    await openInColumns()
    await piyue.select('外資金12億元')
    const box = await piyue.page.evaluate(() => {
      const figure = [...document.querySelectorAll('.upright')].find(
        ({ textContent }) => textContent === '12',
      )
      const { width, height } = (figure as Element).getBoundingClientRect()
      return { width, height }
    })
    expect(box.height).toBeLessThanOrEqual(20)
    expect(box.width).toBeGreaterThanOrEqual(15)
    await piyue.button('Highlight pink').click()
    await piyue.expectPainted('pink-highlight', ['外資金12億元'])
    await piyue.press('Escape')
    for (const kind of ['underline', 'wavy underline'] as const) {
      await piyue.click('12億元')
      expect(await piyue.activeQuote()).toBe('外資金12億元')
      await piyue.notes
        .locator('[data-active="true"]')
        .getByRole('button', { name: kind, exact: true })
        .click()
      await piyue.press('Escape')
      await piyue.settled()
      const words = await boxOf('億元，落實項')
      const figure = await piyue.page.evaluate(() => {
        const upright = [...document.querySelectorAll('.upright[data-layers]')]
        const { top, bottom } = (upright[0] as Element).getBoundingClientRect()
        return { count: upright.length, text: upright[0]?.textContent, top, bottom }
      })
      expect(figure).toMatchObject({ count: 1, text: '12' })
      const colored = await pinkIn({ ...words, top: figure.top })
      expect(colored(words.right - 6, words)).toBeGreaterThan(10)
      expect(colored(words.right - 6, figure)).toBeGreaterThan(8)
      expect(colored(words.left - 2, words)).toBe(0)
      expect(colored(words.left - 2, figure)).toBe(0)
    }
    await piyue.press('Control+z', 'Control+z', 'Control+z')
    await piyue.page.locator('.upright[data-layers]').waitFor({ state: 'detached' })
  })

  it('has the strokes of notes at the head of their columns, and keeps them there', async () => {
    await openInColumns(firstPages, [markOn('砥礪篤行', { note: 'by day and night' })])
    const strokeIsOverItsColumn = () =>
      piyue.page.waitForFunction(() => {
        const tick = document.querySelector('.tick')?.getBoundingClientRect()
        const [range] = [...(CSS.highlights.get('yellow-highlight') ?? [])]
        if (tick === undefined || range === undefined) return false
        const live = document.createRange()
        live.setStart(range.startContainer, range.startOffset)
        live.setEnd(range.endContainer, range.endOffset)
        const word = live.getBoundingClientRect()
        const middle = word.left + word.width / 2
        const article = (document.querySelector('article') as Element).getBoundingClientRect()
        return tick.left < middle && tick.right > middle && tick.bottom <= article.top
      })
    await strokeIsOverItsColumn()
    await piyue.press('Control+b')
    await strokeIsOverItsColumn()
    await piyue.press('m', 'Control+Shift+B')
    await strokeIsOverItsColumn()
  })
})

describe('the change of setting', () => {
  it('does not push the text along its lines, even before what lies over it is measured anew', async () => {
    piyue = await Piyue.open({ annotations: [markOn('抓項目就是抓發展')] })
    await piyue.click('抓項目就是抓發展')
    await piyue.page.locator('.handle').first().waitFor()
    await piyue.page.evaluate(scrollTo, 0.04)
    await piyue.page.evaluate(() => {
      // In the very frame in which the setting changes, and in those after it.
      const main = document.querySelector('main') as HTMLElement
      const seen: number[] = []
      Object.assign(window, { seenPushed: seen })
      new MutationObserver(() => {
        const look = (frames: number) => {
          seen.push(main.scrollTop)
          if (frames > 0) requestAnimationFrame(() => look(frames - 1))
        }
        look(5)
      }).observe(main, { attributeFilter: ['data-setting'] })
    })
    await piyue.press('Control+Shift+T')
    await piyue.page.waitForFunction(() => Reflect.get(window, 'seenPushed').length === 6)
    expect(await piyue.page.evaluate(() => Reflect.get(window, 'seenPushed'))).toEqual(
      Array.from({ length: 6 }, () => 0),
    )
  })
})
