import { eventually } from '../support/eventually'
import { edgesOf } from '../support/in-page'
import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

const right = { button: 'right' } as const

/** What the menu was asked for that was asked for next. */
async function asked() {
  const { contextMenus } = piyue.main
  await eventually('a menu is asked for', () => contextMenus.length > 0)
  return contextMenus.shift()
}

/** No menu was asked for, but those that were looked at. */
async function noneAsked() {
  await piyue.line.settled()
  expect(piyue.main.contextMenus).toEqual([])
}

/** Has an element asked by the menu's key for its menu, as an engine does at its middle, and with no button pressed. */
const askByKey = (selector: string) =>
  piyue.page.evaluate((of) => {
    const element = document.querySelector<HTMLElement>(of)
    element?.focus()
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
    const at = { clientX: x + width / 2, clientY: y + height / 2 }
    const init = { ...at, bubbles: true, cancelable: true }
    return element?.dispatchEvent(new MouseEvent('contextmenu', init)) === false
  }, selector)

describe('the context menu', () => {
  it('over a card is that of its mark, which opens, by mouse and by key; not in a field', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行', { note: '好句' }), markOn('生產總值')],
    })
    await piyue.cards.nth(1).click(right)
    expect(await asked()).toEqual({ on: 'mark', hasNote: false })
    expect(await piyue.activeQuote()).toBe('生產總值')
    expect(await askByKey('[data-card="砥礪篤行"] .note-body')).toBe(true)
    expect(await asked()).toEqual({ on: 'mark', hasNote: true })
    expect(await piyue.activeQuote()).toBe('砥礪篤行')
    expect(await askByKey('[data-card="砥礪篤行"] .tag-field')).toBe(false)
    await piyue.cards.first().getByRole('button', { name: 'Edit note' }).click()
    await piyue.page.getByRole('textbox', { name: 'Note' }).click(right)
    await piyue.button('Cancel').click(right)
    expect(await asked()).toEqual({ on: 'mark', hasNote: true })
    await noneAsked()
  })

  it('over a note in the margin, and over the card beside a mark, is that of the mark', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行', { note: '好句' })],
      settings: { notesOpen: false },
    })
    await piyue.page.locator('.margin-note').click(right)
    expect(await asked()).toEqual({ on: 'mark', hasNote: true })
    await piyue.click('砥礪篤行')
    const beside = piyue.page.locator('.note-beside .quote-text')
    await beside.click(right)
    expect(await asked()).toEqual({ on: 'mark', hasNote: true })
    await noneAsked()
  })

  it('over the text is that of the mark there, or of what is selected, or of the text; the key means what is selected', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('砥礪篤行')] })
    await piyue.click('砥礪篤行', right)
    expect(await asked()).toEqual({ on: 'mark', hasNote: false })
    expect(await piyue.activeQuote()).toBe('砥礪篤行')
    await piyue.click('各位代表', right)
    expect(await asked()).toEqual({ on: 'text' })
    await piyue.select('銳意進取')
    await piyue.click('銳意進取', right)
    expect(await asked()).toEqual({ on: 'selection', words: '銳意進取' })
    expect(await askByKey('article [data-block]')).toBe(true)
    expect(await asked()).toEqual({ on: 'selection', words: '銳意進取' })
    // A mark takes the place of what is selected elsewhere.
    await piyue.click('砥礪篤行', right)
    expect(await asked()).toEqual({ on: 'mark', hasNote: false })
    expect(await piyue.page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true)
  })

  it('over the text passes over what a click does, a bookmark and a note on the whole, and does not count them', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [
        markOn('砥礪篤行、銳意進取'),
        markOn('篤行、銳意', { style: { color: 'blue', kind: 'bookmark' } }),
        markOn('2019年營口市西市區政府工作報告', { note: '全文' }),
      ],
    })
    await piyue.click('篤行、銳意', right)
    expect(await asked()).toEqual({ on: 'mark', hasNote: false })
    expect(await piyue.activeQuote()).toBe('砥礪篤行、銳意進取')
    expect(await piyue.notes.locator('.one-of').count()).toBe(0)
    await piyue.click('營口市', right)
    expect(await asked()).toEqual({ on: 'text' })
  })

  it('over what is neither text nor card is the system’s own', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('砥礪篤行')] })
    await piyue.notes.getByRole('heading', { name: 'Notes' }).click(right)
    await piyue.page.locator('.header-title').click(right)
    const { start } = await piyue.page.evaluate(edgesOf, '各位代表')
    await piyue.page.mouse.click(start.x, start.y, right)
    expect(await asked()).toEqual({ on: 'text' })
    await noneAsked()
  })
})
