import { eventually } from '../support/eventually'
import { manyMarks, markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

const focusedCard = () => piyue.notes.locator('.card:focus')

const editor = () => piyue.page.getByRole('textbox', { name: 'Note' })

/** Begins a note on words that bear no mark, and leaves it. */
async function beginOn(words: string, note: string): Promise<void> {
  await piyue.select(words)
  await piyue.press('n')
  await editor().fill(note)
  await editor().press('Escape')
  await piyue.notes.locator('.draft').filter({ hasText: note }).waitFor()
}

/** Has the page hear of no focus that leaves, as while another window has it; gives what ends that. */
function leaveUnheard(): () => void {
  const end = new AbortController()
  for (const type of ['blur', 'focusout']) {
    const options = { capture: true, signal: end.signal }
    window.addEventListener(type, (event) => event.stopImmediatePropagation(), options)
  }
  return () => end.abort()
}

const lost = {
  ...markOn('砥礪篤行', { id: 'lost' }),
  quote: { exact: '這些字文中沒有', prefix: '也沒有這些', suffix: '更沒有那些' },
}

describe('the keys on cards', () => {
  it('lead from the first to the last, over a note that was begun and to what has no place in the text', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行'), markOn('生產總值'), lost],
    })
    await beginOn('各位代表', '才開頭')
    await piyue.cards.first().focus()
    for (const [key, words] of [
      ['Home', '才開頭'],
      ['ArrowDown', '砥礪篤行'],
      ['ArrowDown', '生產總值'],
      ['ArrowDown', '這些字文中沒有'],
      ['ArrowDown', '這些字文中沒有'],
      ['ArrowUp', '生產總值'],
      ['PageUp', '才開頭'],
      ['End', '這些字文中沒有'],
    ] as const) {
      await piyue.press(key)
      await focusedCard().getByText(words).waitFor()
    }
  })

  it('lead from a card that was scrolled out of sight to the one that follows it', async () => {
    piyue = await Piyue.open({ annotations: manyMarks(300) })
    await piyue.press('Control+2')
    await focusedCard().waitFor()
    await piyue.press('Home')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-card="mark-0"]'))
    await piyue.notes.evaluate((column) => column.scrollTo(0, column.scrollHeight))
    await piyue.notes.locator('[data-card="mark-299"]').waitFor()
    await piyue.notes.locator('[data-card="mark-1"]').waitFor({ state: 'detached' })
    await piyue.press('ArrowDown')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-card="mark-1"]'))
  })

  it('mean the mark of the card that holds the focus, on a button of it too, and while the window has it not', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('各位代表'), markOn('砥礪篤行'), markOn('生產總值')],
    })
    await piyue.cards
      .nth(0)
      .getByRole('button', { name: /各位代表/u })
      .click()
    await piyue.cards.nth(1).getByRole('button', { name: 'Delete' }).focus()
    await piyue.press('4')
    await piyue.expectPainted('pink-highlight', ['砥礪篤行'])
    // What the page is told when another window takes the focus: the element keeps it in the page.
    await piyue.page.evaluate(() =>
      document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })),
    )
    await piyue.chooseMenu('delete-mark')
    await piyue.cards.nth(2).waitFor({ state: 'detached' })
    await focusedCard().getByText('生產總值').waitFor()
    // Elsewhere it is the open one, whichever card had the focus last.
    await piyue.press('Control+1', 'Delete')
    await piyue.announcement.getByText('Deleted: “各位代表”.').waitFor()
  })

  it('mean what is selected but on a card, and nothing of a card that was deleted', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('各位代表')] })
    await piyue.select('砥礪篤行')
    await piyue.cards.first().focus()
    await piyue.press('4')
    await piyue.expectPainted('pink-highlight', ['各位代表'])
    await piyue.press('Delete')
    await piyue.cards.first().waitFor({ state: 'detached' })
    await piyue.press('3')
    await piyue.expectPainted('blue-highlight', ['砥礪篤行'])
  })

  it('mean nothing of a card that went while another window had the focus', async () => {
    const gone = markOn('砥礪篤行')
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('各位代表'), gone] })
    await piyue.cards.first().locator('.quote-text').click()
    await piyue.cards.nth(1).focus()
    const hear = await piyue.page.evaluateHandle(leaveUnheard)
    await piyue.main.workspace.change({ kind: 'delete', ids: [gone.id] })
    await piyue.cards.nth(1).waitFor({ state: 'detached' })
    await hear.evaluate((again) => again())
    await piyue.press('4')
    await piyue.expectPainted('pink-highlight', ['各位代表'])
  })

  it('begin no note anew that was saved while another window had the focus', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await beginOn('各位代表', '才開頭')
    await piyue.notes.locator('.draft').getByRole('button', { name: 'Go on writing' }).click()
    await editor().focus()
    const hear = await piyue.page.evaluateHandle(leaveUnheard)
    await piyue.press('Control+Enter')
    await piyue.expectPainted('yellow-highlight', ['各位代表'])
    await hear.evaluate((again) => again())
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    expect(await editor().inputValue()).toBe('')
  })

  it('stay on the card when a draft on its mark is discarded, and go to the next with a draft that has none', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('砥礪篤行')] })
    await piyue.cards.first().getByRole('button', { name: 'Add note' }).click()
    await editor().fill('一半')
    await editor().press('Escape')
    await piyue.notes.getByRole('button', { name: 'Discard' }).click()
    await focusedCard().getByText('砥礪篤行').waitFor()
    await piyue.button('Bring back').click()
    await piyue.cards.first().getByText('一半').waitFor()
    await piyue.notes.getByRole('button', { name: 'Discard' }).click()
    await focusedCard().getByText('砥礪篤行').waitFor()
    await beginOn('各位代表', '才開頭')
    await piyue.notes.getByRole('button', { name: 'Discard' }).click()
    await piyue.notes.locator('.draft').waitFor({ state: 'detached' })
    await focusedCard().getByText('砥礪篤行').waitFor()
    await eventually('no draft is left', async () => (await piyue.main.disk.drafts()).length === 0)
  })

  it.each(['Enter', 'n'])('go on with the draft on whose card they are: %s', async (key) => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行')],
    })
    await beginOn('各位代表', '才開頭')
    await piyue.cards.first().locator('.quote-text').click()
    await piyue.select('生產總值')
    await piyue.cards.first().focus()
    await piyue.press('ArrowUp')
    await focusedCard().getByText('才開頭').waitFor()
    // Nothing of another card, be that open.
    await piyue.press('Delete')
    await piyue.announcement.getByText('No mark is open.').waitFor()
    await piyue.press(key)
    expect(await editor().inputValue()).toBe('才開頭')
    await piyue.press('Escape')
    await focusedCard().getByText('才開頭').waitFor()
    await piyue.press(key)
    await piyue.press('Control+Enter')
    await piyue.notes.locator('.draft').waitFor({ state: 'detached' })
    await piyue.expectPainted('yellow-highlight', ['各位代表', '砥礪篤行'])
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
  })

  it('take a field for tags back to its card, or to the column where it is for several', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('砥礪篤行')] })
    await piyue.cards.first().locator('.quote-text').click()
    await piyue.cards.first().getByRole('combobox', { name: 'Add tag' }).press('Escape')
    await focusedCard().getByText('砥礪篤行').waitFor()
    await piyue.button('Select several').click()
    await piyue.button('Select all').click()
    const several = piyue.page.getByRole('group', { name: 'Selected notes' })
    await several.getByRole('combobox', { name: 'Add tag' }).press('Escape')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('.notes'))
  })
})
