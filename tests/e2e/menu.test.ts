import { rmSync } from 'node:fs'
import { report } from '../unit/support/report'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

let userData: string
let piyue: Piyue

/** One app for all; the last test starts it anew. */
beforeAll(async () => {
  userData = temporaryUserData()
  piyue = await Piyue.open({ userData })
})

afterAll(async () => {
  await piyue.close()
  rmSync(userData, { recursive: true, force: true })
})

const keyOfFind = () =>
  piyue.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('find')?.accelerator)

const undoLabel = () =>
  piyue.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.label)

describe('the application menu', () => {
  it('names what undo would take back, and takes it back by item and by key', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    expect(await undoLabel()).toBe('Undo highlight')
    await piyue.note('銳意進取', '新的')
    expect(await undoLabel()).toBe('Undo note')
    await piyue.chooseMenu('undo')
    await piyue.cards.nth(1).waitFor({ state: 'detached' })
    await piyue.chooseMenu('redo')
    await piyue.notes.getByText('新的').waitFor()
    await piyue.press('Control+z')
    await piyue.cards.nth(1).waitFor({ state: 'detached' })
    expect(await undoLabel()).toBe('Undo highlight')
  })

  it('copies with the keys of the system to its clipboard, and with the source as text and HTML', async () => {
    await piyue.drag('砥礪篤行')
    await piyue.page.keyboard.press('Control+c')
    await piyue.app.evaluate(async ({ clipboard: of }) => {
      while ((await of.readText()) === '') await new Promise((done) => setTimeout(done, 20))
    })
    expect(await piyue.app.evaluate(({ clipboard: of }) => of.readText())).toBe('砥礪篤行')
    await piyue.select('銳意進取')
    await piyue.chooseMenu('copy-cited')
    await piyue.announcement.getByText('Copied, with its source.').waitFor()
    const copied = await piyue.app.evaluate(async ({ clipboard: of }) => {
      const [item] = await of.read()
      const read = async (type: string) => {
        const copy = await item?.getType(type)
        return copy instanceof Blob ? copy.text() : undefined
      }
      return { text: await read('text/plain'), html: await read('text/html') }
    })
    expect(copied.text).toMatch(/^銳意進取\n——營口市西市區人民政府：/u)
    expect(copied.html).toMatch(/^<span lang="zh-Hant">銳意進取<\/span><p lang="zh-Hant">——/u)
  })

  it('selects the text, and of the interface nothing, and fills the screen and leaves it', async () => {
    await piyue.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.selectAll())
    await piyue.page.waitForFunction(
      (length) => document.getSelection()?.toString().replaceAll(/\s/gu, '').length === length,
      report.text.replaceAll(/\s/gu, '').length,
    )
    await piyue.press('Escape')

    const isFullScreen = () =>
      piyue.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen())
    const wait = async (full: boolean) => {
      while ((await isFullScreen()) !== full) await piyue.settled()
    }
    await piyue.chooseMenu('full-screen')
    await wait(true)
    await piyue.press('F11')
    await wait(false)
  })

  it('takes the keys that the reader gives its items', async () => {
    await piyue.press('F1')
    const map = piyue.page.getByRole('dialog', { name: 'Keyboard' })
    await map.getByRole('button', { name: /Change the keys of Find$/u }).click()
    await piyue.press('Control+j')
    await map.getByRole('button', { name: 'Remove Ctrl+J' }).waitFor()
    await map.getByRole('button', { name: 'Remove Ctrl+F' }).click()
    await map.getByRole('button', { name: 'Close' }).click()
    expect(await keyOfFind()).toBe('CmdOrCtrl+J')
    await piyue.page.keyboard.press('Control+j')
    await piyue.page.getByRole('searchbox', { name: 'Find in report' }).waitFor()
    await piyue.press('Escape')
  })

  it('undoes after a restart a change of a mark’s ends, by its name', async () => {
    const at = report.text.indexOf('錯綜複雜')
    const widened = report.text.slice(at, at + 6)
    await piyue.highlight('錯綜複雜', 'pink')
    await piyue.press('e', 'ArrowRight', 'ArrowRight', 'Enter')
    await piyue.announcement.getByText('The mark now holds').waitFor()
    await piyue.close()
    piyue = await Piyue.open({ userData })
    await piyue.expectPainted('pink-highlight', [widened])
    expect(await keyOfFind()).toBe('CmdOrCtrl+J')
    expect(await undoLabel()).toBe('Undo change of a mark’s ends')
    await piyue.press('Control+z')
    await piyue.expectPainted('pink-highlight', ['錯綜複雜'])
    await piyue.press('Control+z')
    await piyue.cards.nth(1).waitFor({ state: 'detached' })
    await piyue.press('Control+Shift+z')
    await piyue.expectPainted('pink-highlight', ['錯綜複雜'])
  })
})
