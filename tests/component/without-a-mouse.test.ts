import { eventually } from '../support/eventually'
import { firstPages } from './support/first-pages'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

/*
 * A reader who has no mouse, from end to end. What each dialog does with Tab and Escape is tried of all of
 * them in dialogs.test.ts; here the ways between them are gone.
 */

const text =
  '章程\n范先生在皇后大街后面理发,示范了模范作用。\n范先生的头发很长，里程三公里；发展很快。\n'

let piyue: Piyue

/** What the element with the focus is called. */
const focusedName = () =>
  piyue.page.evaluate(() => {
    const focused = document.activeElement
    return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? ''
  })

const focusIsIn = (selector: string) =>
  eventually(`the focus is in ${selector}`, () =>
    piyue.page.evaluate((one) => document.activeElement?.closest(one) !== null, selector),
  )

/** Presses Tab until what is called so has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  const names: string[] = []
  for (let steps = 0; steps < 60; steps++) {
    await piyue.press('Tab')
    const at = await focusedName()
    names.push(at)
    if (typeof name === 'string' ? at === name : name.test(at)) return
  }
  throw new Error(`Tab does not come to ${name}: ${names.join(' | ')}`)
}

const isAtBeginning = async () => (await piyue.topCharacter())?.block === '0'

describe('without a mouse', () => {
  it('a character is explained and read otherwise, which is said, and the focus stays at hand', async () => {
    piyue = await Piyue.open({ opened: new OpenedFile(text, 'zh-Hans') })
    await piyue.showScript('Traditional')
    await piyue.press('Control+1', 'j', 'd', 'y')
    const card = piyue.page.getByRole('dialog', { name: 'Why this character' })
    await card.getByRole('list').first().waitFor()
    await focusIsIn('[role="dialog"]')
    await tabTo('范 here')
    await piyue.press('Enter')
    await piyue.announcement.getByText('Read as 范 here.').waitFor()
    await focusIsIn('[role="dialog"]')
    await tabTo('As converted')
    await piyue.press('Enter')
    await piyue.announcement.getByText('Again as converted.').waitFor()
    await piyue.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await focusIsIn('article')
  })

  it('damaged places are gone to, repaired, and that taken back; the library is gone through and left', async () => {
    piyue = await Piyue.open({ opened: new OpenedFile(text, 'zh-Hans') })
    await piyue.press('Control+1', '.')
    const card = piyue.page.getByRole('dialog', { name: 'Half-width punctuation' })
    await card.waitFor()
    await tabTo('Repair')
    await piyue.press('Enter')
    await piyue.announcement.getByText('1 place repaired.').waitFor()
    await piyue.page.getByText('理发，示范了').waitFor()
    await focusIsIn('article')
    await piyue.press('Control+z')
    await piyue.page.getByText('理发,示范了').waitFor()
    await focusIsIn('article')
    await piyue.press('Control+1', 'j', 'Control+l')
    await focusIsIn('.library input')
    await piyue.press('ArrowDown')
    await focusIsIn('.documents')
    await piyue.press('ArrowUp')
    await focusIsIn('.library input')
    await piyue.press('Escape')
    await piyue.page.getByRole('region', { name: 'Library' }).waitFor({ state: 'detached' })
    await focusIsIn('[data-block]')
  })

  it('the palette opens a bookmark, and the way leads back', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.press('Control+3', 'End', 'Enter')
    await focusIsIn('article')
    await piyue.press('b')
    await piyue.announcement.getByText('Bookmarked:').waitFor()
    await piyue.press('n')
    await piyue.page.keyboard.type('末章')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.press('Control+3', 'Home', 'Enter')
    await focusIsIn('article')
    await eventually('the beginning is in view', isAtBeginning)
    await piyue.press('Control+k')
    await piyue.page.getByRole('combobox', { name: 'Search commands' }).waitFor()
    await piyue.page.keyboard.type('末章')
    await piyue.page.getByRole('option', { name: /末章/u }).first().waitFor()
    await piyue.press('Enter')
    await focusIsIn('article')
    await eventually('the bookmark is in view', async () => !(await isAtBeginning()))
    await piyue.press('Alt+ArrowLeft')
    await piyue.announcement.getByText(/^At /u).waitFor()
    await eventually('the beginning is in view again', isAtBeginning)
  })

  it('a note is written, its card gone to, and the notes exported', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.press('Control+1', 'j', 'j', 's', 'n')
    await piyue.page.keyboard.type('存疑')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.press('Control+2')
    await focusIsIn('[data-card]')
    await piyue.press('Control+e')
    const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
    await dialog.waitFor()
    await tabTo('Export…')
    await piyue.press('Enter')
    await dialog.getByText(/^1 mark.* written/u).waitFor()
    await piyue.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await focusIsIn('[data-card]')
  })

  it('Tab goes on from a menu, which closes', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.button('Text form').focus()
    await piyue.press('Enter')
    const menu = piyue.page.getByRole('menu', { name: 'Text form' })
    await menu.waitFor()
    await piyue.press('Tab')
    await menu.waitFor({ state: 'hidden' })
    expect(await focusedName()).toBe('Side by side')
  })

  it('a menu has the focus in the moment in which it opens, for the next key may follow at once', async () => {
    piyue = await Piyue.open({ open: firstPages })
    for (const [button, role] of [
      ['Text form', 'menuitemradio'],
      ['Appearance', 'switch'],
    ] as const) {
      const focused = await piyue.button(button).evaluate((element) => {
        if (element instanceof HTMLElement) element.click()
        return document.activeElement?.closest('[popover] [role]')?.getAttribute('role')
      })
      expect({ button, focused }).toEqual({ button, focused: role })
      await piyue.press('Escape')
    }
  })
})
