import * as inPage from '../support/in-page'
import { manyMarks } from '../support/seed'
import { openReport } from '../unit/support/report'
import { Piyue } from './support/piyue'

/** The block at the top of the window. */
const topBlock = async (piyue: Piyue) => (await piyue.topCharacter())?.block

const contents = (piyue: Piyue, name: RegExp) =>
  piyue.page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name }).first()

const back = (piyue: Piyue) => piyue.page.locator('.header').getByRole('button', { name: 'Back' })
const forward = (piyue: Piyue) => piyue.button('Forward')

describe('the way back', () => {
  it('leads through the places that were left, and forward again, by buttons and by keys', async () => {
    const piyue = await Piyue.open()
    const start = await topBlock(piyue)
    expect(await back(piyue).isDisabled()).toBe(true)
    await contents(piyue, /（四）以人居/u).click()
    await contents(piyue, /三、着力|三、著力/u).click()
    const last = await topBlock(piyue)
    await back(piyue).click()
    await piyue.announcement
      .getByText(/^At （四）以人居環境整治為重點，城區面貌有效改善 · \d+%\.$/u)
      .waitFor()
    // There is more of the way: the button stays under the hand.
    expect(await back(piyue).evaluate((button) => button === document.activeElement)).toBe(true)
    await piyue.press('Alt+ArrowLeft')
    expect(await topBlock(piyue)).toBe(start)
    // The way ends: the button that had the focus can no longer be pressed.
    await piyue.page.waitForFunction(() => document.activeElement?.closest('article') !== null)
    await piyue.press('Alt+ArrowLeft')
    await piyue.announcement.getByText('There is no place to go back to.').waitFor()
    await piyue.press('Alt+ArrowRight')
    await forward(piyue).click()
    expect(await topBlock(piyue)).toBe(last)
    expect(await forward(piyue).isDisabled()).toBe(true)
  })

  it('takes the list of notes along, though a mark in view is open, or a card had the focus', async () => {
    const piyue = await Piyue.open({ annotations: manyMarks(90) })
    const listed = (at: 'top' | 'further on') =>
      piyue.page.waitForFunction(
        (isTop) => (document.querySelector('.notes')?.scrollTop === 0) === isTop,
        at === 'top',
      )
    const card = piyue.notes.locator('.card')
    const leave = async () => {
      await contents(piyue, /三、着力|三、著力/u).click()
      await listed('further on')
    }
    await leave()
    await card.nth(4).focus()
    await piyue.press('Alt+ArrowLeft')
    await listed('top')
    await leave()
    await piyue.page.evaluate(() => {
      const frame = document.querySelector('.reading')?.getBoundingClientRect() ?? new DOMRect()
      const ranges = [...(CSS.highlights.get('yellow-highlight') ?? [])].map((held) => {
        const range = document.createRange()
        range.setStart(held.startContainer, held.startOffset)
        range.setEnd(held.endContainer, held.endOffset)
        return range.getClientRects()[0] ?? new DOMRect()
      })
      const box = ranges.find(
        ({ top, bottom, width }) => top > frame.top + 200 && bottom < frame.bottom && width > 0,
      )
      if (box === undefined) throw new Error('No mark is in view')
      const at = { bubbles: true, clientX: box.left + 4, clientY: box.top + box.height / 2 }
      const target = document.elementFromPoint(at.clientX, at.clientY)
      for (const type of ['mousedown', 'mouseup', 'click'])
        target?.dispatchEvent(new MouseEvent(type, at))
    })
    await piyue.notes.locator('[data-active="true"]').waitFor()
    await piyue.press('Alt+ArrowLeft')
    await listed('top')
  })

  it('is offered at the foot after a jump, and fades', async () => {
    const piyue = await Piyue.open()
    const start = await topBlock(piyue)
    const offer = piyue.page.getByRole('button', { name: /^Back to 2019年/u })
    await contents(piyue, /（四）以人居/u).click()
    await offer.click()
    expect(await topBlock(piyue)).toBe(start)
    await offer.waitFor({ state: 'detached' })
    await contents(piyue, /（四）以人居/u).click()
    await offer.evaluate((line) => {
      for (const animation of line.getAnimations()) animation.finish()
    })
    await offer.waitFor({ state: 'detached' })
    expect(await back(piyue).isEnabled()).toBe(true)
  })

  it('is kept over a restart, and by the buttons of a mouse', async () => {
    const piyue = await Piyue.open()
    const start = await topBlock(piyue)
    await contents(piyue, /（四）以人居/u).click()
    const there = await topBlock(piyue)
    await piyue.line.settled()
    await piyue.reload()
    const line = await piyue.page.context().newCDPSession(piyue.page)
    const press = async (button: 'back' | 'forward') => {
      const at = { x: 700, y: 400, button, clickCount: 1 }
      await line.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
      await line.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
      await piyue.settled()
    }
    await press('back')
    expect(await topBlock(piyue)).toBe(start)
    await press('forward')
    expect(await topBlock(piyue)).toBe(there)
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('does not begin where nothing moved; leads back to where looking through matches began, in one step', async () => {
    const piyue = await Piyue.open()
    await contents(piyue, /2019年/u).click()
    await piyue.press('j', 'j', 'j', 's', 's', 's')
    expect(await back(piyue).isDisabled()).toBe(true)
    const start = await topBlock(piyue)
    await piyue.press('Control+f')
    await piyue.page.getByRole('searchbox', { name: 'Find in report' }).fill('民生')
    await piyue.press('Enter', 'Enter', 'Enter', 'Enter')
    await piyue.settled()
    expect(await topBlock(piyue)).not.toBe(start)
    await back(piyue).click()
    expect(await topBlock(piyue)).toBe(start)
    expect(await back(piyue).isDisabled()).toBe(true)
  })
})

describe('how far one has read', () => {
  const line = (piyue: Piyue) => piyue.page.getByRole('group', { name: 'Reading progress' })

  it('stands under the text: minutes at the reader’s own pace, percent, and the section that the contents mark', async () => {
    const readingPace = { characters: 3_000, milliseconds: 600_000 }
    const piyue = await Piyue.open({ settings: { readingPace } })
    expect(await line(piyue).innerText()).toMatch(/2019年.*\n?0%\n?\d+ minutes left/u)
    await contents(piyue, /（四）以人居/u).click()
    await line(piyue).getByText('（四）以人居環境整治為重點').waitFor()
    const left = async () => Number(/(\d+) minutes/u.exec(await line(piyue).innerText())?.[1])
    const before = await left()
    expect(before).toBeGreaterThan(5)
    await contents(piyue, /三、著力/u).click()
    await line(piyue).getByText('三、著力實施').waitFor()
    expect(await left()).toBeLessThan(before)
    await piyue.page.evaluate(inPage.scrollTo, 1)
    await line(piyue).getByText('100%').waitFor()
    expect(await line(piyue).getByText('left').count()).toBe(0)
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.setViewportSize({ width: 1400, height: 1000 })
    for (const share of [0.03, 0.21, 0.4, 0.55, 0.7, 0.86, 0.93, 0.97, 1]) {
      await piyue.page.evaluate(inPage.scrollTo, share)
      await piyue.page.waitForFunction(() => {
        const marked = document.querySelector('.contents [aria-current]')
        const words = marked?.cloneNode(true) as Element | undefined
        words?.querySelector('.section-count')?.remove()
        return words?.textContent === document.querySelector('.progress-section')?.textContent
      })
    }
    await line(piyue).getByText('100%').waitFor()
    const last = openReport.sections.at(-1)?.heading.id
    await piyue.page.locator(`.contents [aria-current][href="#${last}"]`).waitFor()
  })

  it('covers nothing of the text, and goes when it is switched off', async () => {
    const piyue = await Piyue.open({ viewport: { width: 700, height: 600 } })
    const text = await piyue.page.locator('.reading').boundingBox()
    const box = await line(piyue).boundingBox()
    expect(box?.y).toBe((text?.y ?? 0) + (text?.height ?? 0))
    const before = await piyue.topCharacter()
    await piyue.chooseMenu('show-progress')
    await line(piyue).waitFor({ state: 'detached' })
    expect(piyue.main.settings.progressShown).toBe(false)
    expect(await piyue.topCharacter()).toEqual(before)
    await piyue.button('Appearance').click()
    await piyue.page.getByRole('switch', { name: 'Reading progress' }).click()
    await line(piyue).waitFor()
    expect(piyue.main.settings.progressShown).toBe(true)
  })
})
