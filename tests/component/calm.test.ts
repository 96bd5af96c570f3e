import { defaultSettings } from '../../core/app/settings'
import { eventually } from '../support/eventually'
import { scrollTo } from '../support/in-page'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages })
})

const isShown = (selector: string) => piyue.page.locator(selector).isVisible()

const widthOf = async (selector: string) =>
  Math.round((await piyue.page.locator(selector).boundingBox())?.width ?? 0)

describe('focus mode', () => {
  it('leaves the text alone, keeps nothing of it, and is left by Escape', async () => {
    // At the upper edge of the window, where it is at first, it would bring the bar.
    await piyue.page.mouse.move(700, 450)
    await piyue.press('Control+Shift+M')
    await piyue.announcement.getByText('Focus mode').waitFor()
    expect([await isShown('.contents'), await isShown('.notes')]).toEqual([false, false])
    const header = piyue.page.getByRole('banner')
    const bottom = async () => {
      const box = await header.boundingBox()
      return box === null ? 0 : box.y + box.height
    }
    await piyue.page.waitForFunction(
      () => (document.querySelector('header')?.getBoundingClientRect().bottom ?? 1) <= 0,
    )
    expect(await piyue.seriousFindings()).toEqual([])
    expect(piyue.main.settings).toMatchObject({ contentsOpen: true, notesOpen: true })
    await piyue.press('Escape')
    expect([await isShown('.contents'), await isShown('.notes')]).toEqual([true, true])
    expect(await bottom()).toBe(52)
  })

  it('closes the card that is open, so that one Escape leaves; and a card opened in it goes first', async () => {
    await piyue.highlight('砥礪篤行', 'yellow')
    await piyue.press('Control+Shift+M')
    await piyue.page.getByRole('slider').first().waitFor({ state: 'detached' })
    await piyue.press('Escape')
    expect(await isShown('.notes')).toBe(true)
    await piyue.press('Control+Shift+M')
    await piyue.click('砥礪篤行')
    const card = piyue.page.locator('.note-beside [data-card]')
    await card.waitFor()
    await piyue.press('Escape')
    await card.waitFor({ state: 'detached' })
    expect(await isShown('.notes')).toBe(false)
    await piyue.press('Escape')
    expect(await isShown('.notes')).toBe(true)
  })

  it('leaves a note that is being written as a draft, and brings each thing when it is asked for', async () => {
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('half a thought')
    await piyue.chooseMenu('focus-mode')
    await piyue.page.getByRole('textbox', { name: 'Note' }).waitFor({ state: 'detached' })
    await piyue.press('Escape')
    await piyue.notes.getByText('half a thought').waitFor()
    await piyue.chooseMenu('focus-mode')
    await piyue.press('Control+2')
    expect(await isShown('.notes')).toBe(true)
    await piyue.page.mouse.move(600, 3)
    await piyue.page.waitForFunction(
      () => document.querySelector('header')?.getBoundingClientRect().top === 0,
    )
    await piyue.chooseMenu('full-screen')
    expect(piyue.main.isFullScreen).toBe(true)
    await piyue.button('Leave focus mode').click()
    expect(await isShown('.contents')).toBe(true)
    expect(piyue.main.settings).toMatchObject({ contentsOpen: true, notesOpen: true })
  })
})

describe('the columns', () => {
  it('are made wider and narrower by dragging, and stay so; or by keys, within limits, the place being held', async () => {
    const edge = piyue.page.getByRole('separator', { name: 'Width of the contents' })
    const box = await edge.boundingBox()
    if (box === null) throw new Error('There is no edge')
    await piyue.page.mouse.move(box.x + 4, 400)
    await piyue.page.mouse.down()
    await piyue.page.mouse.move(box.x + 64, 400, { steps: 4 })
    await piyue.page.mouse.up()
    expect(await widthOf('.contents')).toBe(264 + 60)
    await piyue.reload()
    expect(await widthOf('.contents')).toBe(264 + 60)
    await edge.dblclick()
    expect(await widthOf('.contents')).toBe(264)
    expect(piyue.main.settings.columnWidths).toEqual(defaultSettings.columnWidths)
    await piyue.page.evaluate(scrollTo, 0.4)
    await eventually('the place is kept', () => piyue.placeKept > 0)
    const { block, at } = await piyue.topCharacter()
    const other = piyue.page.getByRole('separator', { name: 'Width of the notes' })
    await other.focus()
    await piyue.press('ArrowLeft', 'ArrowLeft')
    expect(await widthOf('.notes')).toBe(344 + 32)
    expect(await other.getAttribute('aria-valuenow')).toBe('376')
    await piyue.press('Home')
    expect(await widthOf('.notes')).toBe(240)
    await piyue.press('End')
    await piyue.settled()
    expect(await widthOf('.notes')).toBe(560)
    await other.dblclick()
    await piyue.settled()
    expect(await piyue.topCharacter()).toMatchObject({ block, at })
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('hold the place when they change in the very frame in which the reader comes to rest', async () => {
    await piyue.page.evaluate(scrollTo, 0.4)
    const { block, at } = await piyue.topCharacter()
    await piyue.page.evaluate(async () => {
      const edge = document.querySelector('[data-of="notes"]') as HTMLElement
      // A step in each frame, asked for in the one before: so it comes before what else the frame has to do.
      while (edge.getAttribute('aria-valuenow') !== edge.getAttribute('aria-valuemax')) {
        await new Promise(requestAnimationFrame)
        edge.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }))
      }
    })
    await piyue.settled()
    expect(await piyue.topCharacter()).toMatchObject({ block, at })
  })
})

describe('a narrow window', () => {
  it('lays the notes over the text, closed at first, and open when they are asked for', async () => {
    await piyue.page.setViewportSize({ width: 700, height: 700 })
    await piyue.notes.waitFor({ state: 'hidden' })
    expect(await widthOf('main')).toBe(700)
    await piyue.press('Control+2')
    expect(await isShown('.notes')).toBe(true)
    expect(await widthOf('main')).toBe(700)
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.press('Escape')
    expect(await isShown('.notes')).toBe(false)
    await piyue.press('Control+Shift+B')
    expect(await isShown('.notes')).toBe(true)
    await piyue.page.mouse.click(10, 300)
    expect(await isShown('.notes')).toBe(false)
    await piyue.page.setViewportSize({ width: 1400, height: 900 })
    await piyue.notes.waitFor()
    expect(piyue.main.settings.notesOpen).toBe(true)
  })

  it('shows the passage that is gone to from the notes, with its card beside it', async () => {
    const other = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行')],
      viewport: { width: 700, height: 700 },
    })
    await other.press('Control+2')
    await other.cards.first().getByRole('button', { name: 'Go to passage' }).click()
    await other.page.locator('[data-region="notes"]').waitFor({ state: 'hidden' })
    await other.page.locator('.note-beside').getByText('砥礪篤行').waitFor()
    await other.page.waitForFunction(() =>
      document.activeElement?.textContent?.includes('砥礪篤行'),
    )
  })

  it.each(rows(['en', 'zh-Hant', 'zh-Hans'] as const))(
    'never breaks the bar into two lines, nor lets anything of it go beyond: %s',
    async (language) => {
      const other = await Piyue.open({
        open: firstPages,
        language,
        viewport: { width: 640, height: 600 },
      })
      for (const width of [640, 700, 760, 760, 850, 1000, 1400]) {
        await other.page.setViewportSize({ width, height: 700 })
        const bar = await other.page.evaluate(() => {
          const header = document.querySelector('header') as Element
          const tops = [...header.querySelectorAll<HTMLElement>('button, .segments')]
            .filter((one) => one.checkVisibility() && one.closest('[popover]') === null)
            .map((one) => one.getBoundingClientRect())
          return {
            height: header.getBoundingClientRect().height,
            overlapping: tops.some((one, i) =>
              tops.some((two, j) => i < j && one.right > two.left + 1),
            ),
            beyond: tops.filter(({ left, right }) => left < 0 || right > innerWidth).length,
          }
        })
        expect({ width, ...bar }).toEqual({ width, height: 52, overlapping: false, beyond: 0 })
      }
    },
  )
})

describe('motion', () => {
  it('is none for who wants none', async () => {
    await piyue.emulateMedia({ reducedMotion: 'reduce' })
    const moving = await piyue.page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (element) =>
            getComputedStyle(element).transitionProperty !== 'none' &&
            getComputedStyle(element)
              .transitionDuration.split(', ')
              .some((time) => Number.parseFloat(time) > 0),
        ).length,
    )
    expect(moving).toBe(0)
  })
})
