import type { Locator } from 'playwright-core'
import { eventually } from '../support/eventually'
import { manyMarks, markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

const editor = () => piyue.page.getByRole('textbox', { name: 'Note' })

/** What would come back after a crash. */
const kept = async () => (await piyue.main.disk.drafts()).map(({ note }) => note)

describe('a note being written', () => {
  it('left by Escape is kept, which is said; where nothing was changed there is nothing to keep', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().fill('不能丟')
    await piyue.button('Discard').waitFor()
    const [field, save] = await Promise.all([
      editor().boundingBox(),
      piyue.button('Save').boundingBox(),
    ])
    if (!field || !save) throw new Error('The editor is not there')
    expect(save.x + save.width).toBeLessThanOrEqual(field.x + field.width + 1)
    await piyue.press('Escape')
    await piyue.announcement.getByText('Not saved; kept as a draft.').waitFor()
    await piyue.notes.getByText('不能丟').waitFor()
    expect(await piyue.painted('yellow-highlight')).toEqual([])
    await piyue.button('Go on writing').click()
    expect(await editor().inputValue()).toBe('不能丟')
    await piyue.button('Save').click()
    await piyue.expectPainted('yellow-highlight', ['砥礪篤行'])
    await piyue.button('Edit note').click()
    await editor().press('Escape')
    await editor().waitFor({ state: 'detached' })
    expect(await piyue.notes.getByText('Draft', { exact: true }).count()).toBe(0)
    await eventually('no draft is left', async () => (await kept()).length === 0)
  })

  it('is kept while one types without a pause', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    const letters = '一二三四五六七八九十'
    const isPartKept = async () => (await kept()).some((note) => note.startsWith('一二'))
    for (let i = 0; !(await isPartKept()); i++) {
      expect(i).toBeLessThan(100)
      await piyue.page.keyboard.type(letters.charAt(i % letters.length), { delay: 100 })
    }
  })

  it('is kept to the last letter when the window is closed', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().focus()
    // Nothing comes after the last moment.
    await piyue.page.evaluate(() => {
      const later = window.setTimeout.bind(window)
      window.setTimeout = (() => 0) as unknown as typeof later
      document.execCommand('insertText', false, '最後一個字')
      dispatchEvent(new PageTransitionEvent('pagehide'))
      window.setTimeout = later
    })
    await eventually('all of it is kept', async () => (await kept()).join() === '最後一個字')
  })

  it('left for another one waits, and is gone on with or discarded', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行', { note: '甲' }), markOn('生產總值')],
    })
    await piyue.cards.nth(0).getByRole('button', { name: 'Edit note' }).click()
    await editor().fill('甲改')
    await piyue.cards.nth(1).getByRole('button', { name: 'Add note' }).click()
    await editor().fill('乙')
    await piyue.button('Save').click()
    await piyue.cards.nth(0).getByText('Draft', { exact: true }).waitFor()
    await piyue.cards.nth(0).getByText('甲改').waitFor()
    await piyue.button('Go on writing').click()
    expect(await editor().inputValue()).toBe('甲改')
    await piyue.button('Save').click()
    await piyue.notes.getByText('Draft', { exact: true }).waitFor({ state: 'detached' })
    await piyue.notes.getByText('甲改').waitFor()
  })

  it('on marks that were deleted stay apart: each is gone on with, discarded and saved by itself', async () => {
    const marks = ['砥礪篤行', '生產總值', '棚戶區']
    piyue = await Piyue.open({ annotations: marks.map((words) => markOn(words)) })
    const notes = ['甲的話', '乙的話', '丙的話']
    for (const [i, note] of notes.entries()) {
      await piyue.cards.first().getByRole('button', { name: 'Add note' }).click()
      await editor().fill(note)
      await piyue.press('Escape')
      await piyue.cards.first().getByRole('button', { name: 'Delete' }).click()
      await eventually('the mark is gone', () => {
        return piyue.main.workspace.annotations.size === marks.length - 1 - i
      })
    }
    const draft = (note: string) => piyue.notes.locator('.draft').filter({ hasText: note })
    await draft('甲的話').getByRole('button', { name: 'Discard' }).click()
    await draft('甲的話').waitFor({ state: 'detached' })
    await eventually('the others are kept', async () => (await kept()).join() === '乙的話,丙的話')
    await draft('乙的話').getByRole('button', { name: 'Go on writing' }).click()
    expect(await editor().inputValue()).toBe('乙的話')
    await editor().fill('乙的話說完')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await eventually('it is a draft no longer', async () => (await kept()).join() === '丙的話')
    expect(await piyue.notes.locator('.draft').count()).toBe(1)
    await draft('丙的話').waitFor()
  })

  it('is shown by its beginning, in which no character is cut in two', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('砥礪篤行')] })
    const beginning = `${'一'.repeat(119)}𠮷`
    await piyue.cards.first().getByRole('button', { name: 'Add note' }).click()
    await editor().fill(`${beginning}野家`)
    await piyue.press('Escape')
    await piyue.cards.first().getByText(beginning).waitFor()
    expect(await piyue.cards.first().locator('.draft p').innerText()).toBe(`Draft ${beginning}`)
  })

  it('opens again when its text has long been shown, and leaves the focus where one is typing by then', async () => {
    piyue = await Piyue.open({ annotations: [markOn('砥礪篤行')] })
    await piyue.button('Add note').click()
    await editor().fill('寫到一半')
    await eventually('it is kept', async () => (await kept()).join() === '寫到一半')
    const reading = piyue.line.hold('openWorkspace')
    await piyue.page.reload()
    await piyue.notes.getByText('Reading your notes…').waitFor()
    await piyue.press('Control+f')
    const query = piyue.page.getByRole('searchbox', { name: 'Find in report' })
    await query.and(piyue.page.locator(':focus')).waitFor()
    await piyue.page.keyboard.type('ab')
    await reading.release()
    await editor().waitFor()
    await piyue.page.keyboard.type('cd')
    expect(await query.inputValue()).toBe('abcd')
    expect(await editor().inputValue()).toBe('寫到一半')
    // Once one writes on, it stays under the hands.
    await editor().click()
    await piyue.page.setViewportSize({ width: 700, height: 700 })
    await piyue.settled()
    await piyue.page.keyboard.type('ef')
    expect(await editor().inputValue()).toContain('ef')
  })

  it('left for another one with nothing in it is none', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().fill('不寫了')
    await editor().fill('')
    await piyue.select('生產總值')
    await piyue.button('Add note').click()
    await piyue.notes.locator('[data-active="true"]').getByText('生產總值').waitFor()
    expect(await piyue.notes.locator('.draft').count()).toBe(0)
    await eventually('no draft is left', async () => (await kept()).length === 0)
  })
})

describe('the editor', () => {
  it('is in sight with its buttons as it opens low in the window, and as it grows; what is said does not lie on it', async () => {
    piyue = await Piyue.open({
      annotations: manyMarks(60),
      viewport: { width: 1400, height: 700 },
    })
    const bottomOf = async (element: Locator) => {
      const box = await element.boundingBox()
      return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)
    }
    const isInSight = async () => {
      await piyue.settled()
      expect(await bottomOf(piyue.button('Save'))).toBeLessThanOrEqual(700)
    }
    const card = piyue.cards.nth(8)
    await card.evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await card.focus()
    await piyue.press('Enter')
    await piyue.notes.locator('.card[data-active="true"]').waitFor()
    await piyue.settled()
    await piyue.press('n')
    await editor().waitFor()
    await isInSight()
    await editor().fill('一行\n'.repeat(30))
    await isInSight()
    await piyue.chooseMenu('show-numbers')
    const said = piyue.page.locator('.said')
    const [toast, column] = await Promise.all([said.boundingBox(), piyue.notes.boundingBox()])
    if (!toast || !column) throw new Error('Nothing is said')
    expect(toast.x + toast.width).toBeLessThanOrEqual(column.x)
  })

  it('stays under the hands when the window becomes narrow, or wide', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行')],
      viewport: { width: 900, height: 700 },
    })
    await piyue.cards.first().getByRole('button', { name: 'Add note' }).click()
    await piyue.page.keyboard.type('ab')
    await piyue.page.setViewportSize({ width: 700, height: 700 })
    await piyue.settled()
    await piyue.page.keyboard.type('cd')
    expect(await editor().inputValue()).toBe('abcd')
    await piyue.press('Escape', 'Escape', 'Escape')
    await piyue.notes.waitFor({ state: 'hidden' })
    await piyue.select('生產總值')
    await piyue.press('n')
    await piyue.page.keyboard.type('ab')
    await piyue.page.setViewportSize({ width: 900, height: 700 })
    await piyue.settled()
    await piyue.page.keyboard.type('cd')
    expect(await editor().inputValue()).toBe('abcd')
  })

  it('stays in sight when its mark is filtered out', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行'), markOn('生產總值')],
    })
    await piyue.cards.nth(1).getByRole('button', { name: 'Add note' }).click()
    await editor().fill('寫到一半')
    await piyue.notes.getByRole('button', { name: 'Filter and sort' }).click()
    await piyue.page.getByRole('searchbox', { name: 'Find in notes' }).fill('砥礪')
    await piyue.notes.getByText('2 of 2').waitFor()
    expect(await editor().inputValue()).toBe('寫到一半')
  })

  it('formats with buttons that its own undo takes back, and shows the note set', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().fill('重點')
    await piyue.press('Control+a')
    await piyue.button('Bold').click()
    expect(await editor().inputValue()).toBe('**重點**')
    await piyue.button('Preview').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).locator('strong').waitFor()
    await piyue.button('Preview').click()
    await editor().focus()
    await piyue.press('Control+z')
    expect(await editor().inputValue()).toBe('重點')
    await piyue.button('Table').click()
    await piyue.button('Preview').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).locator('table').waitFor()
  })

  it('has the keys for bold and italic, which are other things elsewhere', async () => {
    piyue = await Piyue.open({ open: firstPages })
    const contents = piyue.page.getByRole('navigation', { name: 'Contents' })
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().fill('重點')
    await piyue.press('Control+a', 'Control+b')
    await eventually('it is bold', async () => (await editor().inputValue()) === '**重點**')
    await piyue.press('Control+b', 'Control+i')
    await eventually('it is italic', async () => (await editor().inputValue()) === '*重點*')
    expect(await contents.isVisible()).toBe(true)
    expect(await piyue.page.getByRole('dialog').count()).toBe(0)
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.press('Control+b')
    await contents.waitFor({ state: 'hidden' })
  })

  it('on the whole report, begun as the window opens, leaves the focus in the text; the note stands first', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行', { note: '一處' })],
    })
    await piyue.press('Shift+N')
    await editor().fill('通篇的想法')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
    await piyue.cards.first().getByText('On the whole text').waitFor()
    await piyue.cards.first().getByText('通篇的想法').waitFor()
    // It is on no words: none are painted, none have ends, none are there to be clicked.
    await piyue.expectPainted('yellow-highlight', ['砥礪篤行'])
    await piyue.expectPainted('active', [])
    expect(await piyue.page.locator('.handle').count()).toBe(0)
    await piyue.press('Escape')
    await piyue.click('2019年營口市西市區政府工作報告')
    await piyue.settled()
    expect(await piyue.notes.locator('[data-active="true"]').count()).toBe(0)
    await piyue.page.locator('.tick').first().click()
    expect(await piyue.activeQuote()).toBe('2019年營口市西市區政府工作報告')
  })
})
