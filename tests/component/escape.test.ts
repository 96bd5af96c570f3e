import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages })
})

const toolbar = () => piyue.page.getByRole('toolbar', { name: 'Annotate' })
const openCard = () => piyue.notes.locator('[data-active="true"]')
const contents = () => piyue.page.getByRole('navigation', { name: 'Contents' })

describe('Escape', () => {
  it('closes one thing a press: a card on characters, a menu, the selection, the open card', async () => {
    await piyue.highlight('生產總值', 'green')
    await piyue.select('砥礪')
    await piyue.press('y')
    const card = piyue.page.getByRole('dialog', { name: 'Why this character' })
    await card.waitFor()
    await piyue.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await toolbar().waitFor()
    await piyue.page.getByRole('button', { name: 'Text form' }).click()
    await piyue.page.getByRole('menu', { name: 'Text form' }).waitFor()
    await piyue.press('Escape')
    await piyue.page.getByRole('menu', { name: 'Text form' }).waitFor({ state: 'hidden' })
    expect(await toolbar().isVisible()).toBe(true)
    await piyue.press('Escape')
    await toolbar().waitFor({ state: 'hidden' })
    expect(await piyue.page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true)
    expect(await openCard().count()).toBe(1)
    await piyue.press('Escape')
    await openCard().waitFor({ state: 'detached' })
    await piyue.page.getByRole('slider').first().waitFor({ state: 'detached' })
    expect(await piyue.cards.count()).toBe(1)
  })

  it('on a button over the selection goes back to the text, and closes the contents that lie over the text', async () => {
    await piyue.select('砥礪篤行')
    await toolbar().getByRole('button', { name: 'Copy', exact: true }).focus()
    await piyue.press('Escape')
    await toolbar().waitFor({ state: 'hidden' })
    await piyue.page.waitForFunction(() =>
      document.activeElement?.textContent?.includes('砥礪篤行'),
    )
    await piyue.page.setViewportSize({ width: 900, height: 800 })
    await contents().waitFor({ state: 'hidden' })
    await piyue.press('Control+b')
    await piyue.page.waitForFunction(() => document.activeElement?.closest('nav') !== null)
    await piyue.press('Escape')
    await contents().waitFor({ state: 'hidden' })
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
    await piyue.press('Control+b')
    await contents().waitFor()
    await piyue.button('Undo').evaluate(() => document.querySelector('main')?.focus())
    await piyue.press('Escape')
    await contents().waitFor({ state: 'hidden' })
  })

  it('closes a panel or a menu that is open, and nothing else, wherever the focus is', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    const panel = piyue.page.getByRole('group', { name: 'Appearance' })
    await piyue.button('Appearance').click()
    await panel.waitFor()
    await piyue.page.locator('main').focus()
    await piyue.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(await openCard().count()).toBe(1)
    // One that is gone with what it stood on closes nothing.
    await piyue.select('銳意進取')
    await piyue.button('Copy as…').click()
    await piyue.page.getByRole('menu', { name: 'Copy as…' }).waitFor()
    await piyue.page.getByRole('menuitem').first().press('Enter')
    await piyue.press('Escape')
    await toolbar().waitFor({ state: 'hidden' })
    await piyue.press('Escape')
    await openCard().waitFor({ state: 'detached' })
  })

  it('under a dialog closes the dialog, and nothing else', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.press('Control+p')
    const dialog = piyue.page.getByRole('dialog')
    await dialog.waitFor()
    await piyue.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await openCard().count()).toBe(1)
  })

  it('closes the library and gives the focus back, each time', async () => {
    const button = piyue.page.getByRole('button', { name: 'Library', exact: true })
    const library = piyue.page.getByRole('region', { name: 'Library' })
    // The first time its code has yet to come.
    for (let time = 1; time <= 2; time++) {
      await button.focus()
      await piyue.page.keyboard.press('Enter')
      await library.getByRole('searchbox').waitFor()
      await piyue.page.waitForFunction(() => document.activeElement?.matches('.library input'))
      await piyue.press('Escape')
      await library.waitFor({ state: 'detached' })
      await piyue.page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label') === 'Library',
      )
    }
  })
})
