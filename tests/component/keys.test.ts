import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

const map = (piyue: Piyue) => piyue.page.getByRole('dialog', { name: 'Keyboard' })
const keysOf = (piyue: Piyue, action: string) =>
  map(piyue).getByRole('button', { name: new RegExp(`Change the keys of ${action}$`, 'u') })
const shownKeys = (piyue: Piyue, action: string) =>
  keysOf(piyue, action).locator('.keys, .key-none').innerText()
const capture = (piyue: Piyue) => map(piyue).getByRole('textbox', { name: /^Press a key/u })
const said = (piyue: Piyue, words: string | RegExp) =>
  map(piyue).getByRole('status').getByText(words).waitFor()

async function openMap(piyue: Piyue, looking = ''): Promise<void> {
  await piyue.press('F1')
  await map(piyue).getByRole('searchbox').fill(looking)
}

describe('the keyboard map', () => {
  it('is looked through by name, in either script, and by key', async () => {
    const piyue = await Piyue.open({ open: firstPages, language: 'zh-Hant' })
    await piyue.press('F1')
    const dialog = piyue.page.getByRole('dialog')
    const rows = dialog.locator('.key-row > span')
    await dialog.getByRole('searchbox').fill('笔记')
    await rows.getByText('下一則筆記').waitFor()
    expect(await rows.getByText('並排對照').count()).toBe(0)
    await dialog.getByRole('searchbox').fill('ctrl+d')
    await rows.getByText('並排對照').waitFor()
    await dialog.getByRole('searchbox').fill('沒有這個')
    await dialog.getByText('沒有符合的指令或按鍵。').waitFor()
  })

  it('gives a command another key, in the page and in the menu, and the tooltips follow', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await openMap(piyue, 'find')
    await keysOf(piyue, 'Find').click()
    await map(piyue).getByRole('button', { name: 'Remove Ctrl+F' }).click()
    await capture(piyue).press('Control+j')
    await said(piyue, 'Ctrl+J: Find.')
    await capture(piyue).press('Escape')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('.key-button'))
    expect(await shownKeys(piyue, 'Find')).toBe('Ctrl+J')
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.press('Escape', 'Control+f')
    expect(await piyue.page.getByRole('searchbox').count()).toBe(0)
    await piyue.press('Control+j')
    await piyue.page.getByRole('searchbox', { name: 'Find in report' }).waitFor()
    expect(await piyue.button('Find in report').getAttribute('title')).toBe(
      'Find in report (Ctrl+J)',
    )
    expect(piyue.main.settings.keys).toEqual({ find: ['CmdOrCtrl+J'] })
  })

  it('says whose a key is, takes it only when asked to, and is gone through with the arrow keys', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await openMap(piyue)
    await keysOf(piyue, 'Next note').click()
    await capture(piyue).press('j')
    const clash = map(piyue).getByRole('alert')
    await clash.getByText('J belongs to “Next paragraph”.').waitFor()
    expect(piyue.main.settings.keys).toEqual({})
    await clash.getByRole('button', { name: 'Use it here' }).click()
    await said(piyue, 'J: Next note.')
    expect(await shownKeys(piyue, 'Next paragraph')).toBe('none')
    await capture(piyue).press('Control+c')
    await clash.getByText(/edits, moves the focus or is the system/u).waitFor()
    await map(piyue).getByRole('button', { name: 'Reset', exact: true }).click()
    await said(piyue, 'Next note has its usual keys again.')
    expect(await shownKeys(piyue, 'Next paragraph')).toBe('J')
    expect(piyue.main.settings.keys).toEqual({})
    await capture(piyue).press('Escape')
    await map(piyue).getByRole('searchbox').fill('next')
    await keysOf(piyue, 'Next paragraph').focus()
    await piyue.press('ArrowDown')
    expect(await keysOf(piyue, 'Next note').evaluate((e) => e === document.activeElement)).toBe(
      true,
    )
    await piyue.press('Enter')
    await capture(piyue).waitFor()
  })

  it('brings all keys back, and switches plain keys off', async () => {
    const piyue = await Piyue.open({
      open: firstPages,
      settings: { keys: { find: ['F4'], 'next-note': ['V'] } },
    })
    await openMap(piyue)
    expect(await shownKeys(piyue, 'Next note')).toBe('V')
    await map(piyue).getByRole('button', { name: 'Reset all keys' }).click()
    await said(piyue, 'All commands have their usual keys again.')
    expect(await shownKeys(piyue, 'Find')).toBe('Ctrl+F')
    expect(piyue.main.settings.keys).toEqual({})
    await map(piyue).getByRole('switch', { name: 'Single keys' }).uncheck()
    await piyue.press('Escape')
    await piyue.select('各位代表')
    await piyue.press('1', 'u', 'n')
    await piyue.settled()
    expect(await piyue.cards.count()).toBe(0)
    expect(await piyue.page.getByRole('textbox', { name: 'Note' }).count()).toBe(0)
    await piyue.press('Control+k')
    await piyue.page.getByRole('combobox').waitFor()
  })
})

it('a note’s words are made bold by its own keys, whatever command has them', async () => {
  const piyue = await Piyue.open({
    open: firstPages,
    settings: { keys: { 'toggle-contents': ['F4'] } },
  })
  await piyue.select('各位代表')
  await piyue.press('n')
  await piyue.page.keyboard.type('重要')
  await piyue.press('Control+a', 'Control+b')
  expect(await piyue.page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('**重要**')
})
