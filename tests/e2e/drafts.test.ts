import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { eventually } from './support/eventually'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

let userData: string
let piyue: Piyue

beforeEach(async () => {
  userData = temporaryUserData()
  piyue = await Piyue.open({ userData })
})

afterEach(async () => {
  await piyue.close()
  rmSync(userData, { recursive: true, force: true })
})

const editor = () => piyue.page.getByRole('textbox', { name: 'Note' })

const onDisk = (): string => {
  const file = path.join(userData, 'drafts.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

async function crashAndReopen(): Promise<void> {
  await piyue.kill()
  piyue = await Piyue.open({ userData })
}

describe('a note being written', () => {
  it('comes back after a crash, on a passage not yet marked, and can be saved', async () => {
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().fill('寫到一半')
    await eventually('the draft is on disk', () => onDisk().includes('寫到一半'))
    await crashAndReopen()
    expect(await editor().inputValue()).toBe('寫到一半')
    await piyue.notes.getByText('Not yet saved').waitFor()
    await piyue.expectPainted('noted', ['砥礪篤行'])
    await piyue.button('Save').click()
    await piyue.expectPainted('yellow-highlight', ['砥礪篤行'])
    await eventually('the draft is let go', () => !onDisk().includes('寫到一半'))
  })

  it('comes back on a mark that has a note, and Cancel leaves that note as it was, and the draft beside it', async () => {
    await piyue.note('砥礪篤行', '原來的')
    await piyue.button('Edit note').click()
    await editor().fill('改到一半')
    await eventually('the draft is on disk', () => onDisk().includes('改到一半'))
    await crashAndReopen()
    expect(await editor().inputValue()).toBe('改到一半')
    await piyue.button('Cancel').click()
    await piyue.notes.getByText('原來的').waitFor()
    await piyue.close()
    piyue = await Piyue.open({ userData })
    await piyue.notes.getByText('改到一半').waitFor()
    expect(await editor().count()).toBe(0)
    await piyue.button('Discard').click()
    await eventually('the draft is let go', () => !onDisk().includes('改到一半'))
  })

  it('left by Escape is kept, which is said; where nothing was changed there is nothing to keep', async () => {
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().fill('不能丟')
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
    expect(await piyue.notes.getByText('Not yet saved').count()).toBe(0)
    await eventually('no draft is left', () => !onDisk().includes('不能丟'))
  })

  it('is kept while one types without a pause', async () => {
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    let isTyping = true
    const typing = editor()
      .pressSequentially('一二三四五六七八九十'.repeat(4), { delay: 100 })
      .finally(() => {
        isTyping = false
      })
    await eventually('a part is on disk', () => onDisk().includes('一二'))
    expect(isTyping).toBe(true)
    await typing
  })

  it('left for another one waits, and is gone on with or discarded', async () => {
    await piyue.note('砥礪篤行', '甲')
    await piyue.highlight('生產總值', 'green')
    await piyue.cards.nth(0).getByRole('button', { name: 'Edit note' }).click()
    await editor().fill('甲改')
    await piyue.cards.nth(1).getByRole('button', { name: 'Edit note' }).click()
    await editor().fill('乙')
    await piyue.button('Save').click()
    await piyue.cards.nth(0).getByText('Not yet saved').waitFor()
    await piyue.cards.nth(0).getByText('甲改').waitFor()
    await piyue.button('Go on writing').click()
    expect(await editor().inputValue()).toBe('甲改')
    await piyue.button('Save').click()
    await piyue.notes.getByText('Not yet saved').waitFor({ state: 'detached' })
    await piyue.notes.getByText('甲改').waitFor()
  })
})

describe('the editor', () => {
  it('formats with buttons that its own undo takes back, and shows the note set', async () => {
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await editor().fill('重點')
    await piyue.press('Control+a')
    await piyue.button('Bold').click()
    expect(await editor().inputValue()).toBe('**重點**')
    await piyue.button('Preview').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).locator('strong').waitFor()
    await editor().focus()
    await piyue.press('Control+z')
    expect(await editor().inputValue()).toBe('重點')
    await piyue.button('Table').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).locator('table').waitFor()
  })

  it('has the keys for bold and italic, which are other things elsewhere', async () => {
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

  it('on the whole report, begun as the window opens, leaves the focus in the text', async () => {
    await piyue.press('Shift+N')
    await editor().fill('通篇')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
  })

  it('writes a note on the whole report, which stands first', async () => {
    await piyue.note('砥礪篤行', '一處')
    await piyue.press('Shift+N')
    await editor().fill('通篇的想法')
    await piyue.button('Save').click()
    await piyue.cards.first().getByText('On the whole report').waitFor()
    await piyue.cards.first().getByText('通篇的想法').waitFor()
  })
})
