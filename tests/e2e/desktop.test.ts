import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Menu, MenuItem } from 'electron'
import { repositoryRoot } from '../../tools/runtime/paths'
import { eventually } from '../support/eventually'
import { manyMarks, seedAnnotations } from '../support/seed'
import { report } from '../unit/support/report'
import { commandFor, environment, temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'

jest.setTimeout(60_000)

/** What the tests put into the main process, to see what would be shown. */
interface Seen {
  menu: Menu | undefined
  messages: { message: string; detail?: string }[]
}

/** Has context menus and messages kept instead of shown. */
const watch = (piyue: Piyue) =>
  piyue.app.evaluate(({ dialog, Menu: menus }) => {
    const seen: Seen = { menu: undefined, messages: [] }
    Reflect.set(globalThis, 'seen', seen)
    menus.prototype.popup = function popup(this: Menu) {
      seen.menu = this
    }
    dialog.showMessageBox = async (...args: unknown[]) => {
      seen.messages.push(args.at(-1) as Seen['messages'][number])
      return { response: 0, checkboxChecked: false }
    }
  })

/** The labels of the context menu that was asked for last. */
const labels = (piyue: Piyue): Promise<string[]> =>
  piyue.app.evaluate(() => {
    const { menu } = Reflect.get(globalThis, 'seen') as Seen
    return (menu?.items ?? []).map(({ label }: MenuItem) => label).filter(Boolean)
  })

const choose = (piyue: Piyue, id: string): Promise<void> =>
  piyue.app.evaluate((_electron, item) => {
    const { menu } = Reflect.get(globalThis, 'seen') as Seen
    menu?.getMenuItemById(item)?.click()
  }, id)

/** What the application menu calls undo just now. */
const undoLabel = (piyue: Piyue): Promise<string | undefined> =>
  piyue.app.evaluate(
    ({ Menu: menus }) => menus.getApplicationMenu()?.getMenuItemById('undo')?.label,
  )

const messages = (piyue: Piyue): Promise<string[]> =>
  piyue.app.evaluate(() =>
    (Reflect.get(globalThis, 'seen') as Seen).messages.map(
      ({ message, detail }) => `${message} ${detail ?? ''}`,
    ),
  )

describe('on the desktop', () => {
  let piyue: Piyue

  beforeAll(async () => {
    // A desktop adds switches of its own, which keep no window from opening.
    const args = [
      '--wayland-text-input-version=3',
      '--xdg-portal-required-version=3',
      '--class=Piyue',
    ]
    piyue = await Piyue.open({ args })
    await watch(piyue)
  })
  afterAll(() => piyue.close())

  const asks = (first: string) =>
    eventually(`a menu with ${first} is asked for`, async () => (await labels(piyue))[0] === first)

  it('a menu over selected words marks them, one over the mark deletes it, and a field has the system’s own', async () => {
    await piyue.select('經濟運行')
    await piyue.click('經濟運行', { button: 'right' })
    await asks('Copy')
    await choose(piyue, 'mark-blue')
    await piyue.expectPainted('blue-highlight', ['經濟運行'])
    // The page hears of the mark before it is answered, and lets go of the words after.
    await piyue.page.waitForFunction(() => getSelection()?.isCollapsed)
    expect(await undoLabel(piyue)).toBe('Undo highlight')
    await piyue.click('經濟運行', { button: 'right' })
    await asks('Add note')
    await choose(piyue, 'delete-mark')
    await piyue.expectPainted('blue-highlight', [])

    await piyue.press('Control+f')
    await piyue.page.getByRole('searchbox').fill('經濟')
    await piyue.page.getByRole('searchbox').click({ button: 'right' })
    await asks('Undo')
    expect(await labels(piyue)).toContain('Paste')
    await piyue.press('Escape')
  })

  it('what is dropped on the window never takes the place of the page', async () => {
    const refused = await piyue.page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'], 'x.html', { type: 'text/html' }))
      return ['dragover', 'drop'].map((name) => {
        const init = { dataTransfer, bubbles: true, cancelable: true }
        return !document.querySelector('article')?.dispatchEvent(new DragEvent(name, init))
      })
    })
    expect(refused).toEqual([true, true])
    // A file that the page made itself is none of the disk's: it has no path, and is not opened.
    expect(await messages(piyue)).toEqual([])
  })

  describe('the application menu', () => {
    it('names what undo would take back, and takes it back by item and by key', async () => {
      await piyue.highlight('砥礪篤行', 'green')
      expect(await undoLabel(piyue)).toBe('Undo highlight')
      await piyue.note('銳意進取', '新的')
      expect(await undoLabel(piyue)).toBe('Undo note')
      await piyue.chooseMenu('undo')
      await piyue.cards.nth(1).waitFor({ state: 'detached' })
      await piyue.chooseMenu('redo')
      await piyue.notes.getByText('新的').waitFor()
      await piyue.press('Control+z')
      await piyue.cards.nth(1).waitFor({ state: 'detached' })
      expect(await undoLabel(piyue)).toBe('Undo highlight')
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
  })

  it('a document that comes from outside is told of, and so is one that another start names', async () => {
    await piyue.app.evaluate(({ app }) => {
      app.emit('open-file', { preventDefault: () => {} }, '/documents/報告.md')
    })
    await eventually('it is told of', async () => (await messages(piyue)).length === 1)
    await runCli(['other.docx'], { userData: piyue.userData })
    await eventually('both are', async () => (await messages(piyue)).length === 2)
    // As a desktop on Linux names a file that is opened with the app.
    const address = pathToFileURL('/documents/另一份 1.md').href
    await runCli([address], { userData: piyue.userData })
    await eventually('all are', async () => (await messages(piyue)).length === 3)
    const [first, second, third] = await messages(piyue)
    expect(first).toContain('/documents/報告.md')
    expect(second).toContain(path.join(repositoryRoot, 'other.docx'))
    expect(third).toContain('/documents/另一份 1.md')
  })
})

describe('where there is no display', () => {
  const userData = temporaryUserData()
  // Other tests print at the same time: what is left behind must be this one's own.
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'piyue-nowhere-'))
  const nowhere = {
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
    PIYUE_STAND_IN_NEEDS_DISPLAY: '1',
    TMPDIR: temporary,
  }
  const run = (...args: string[]) => runCli(args, { userData, env: nowhere })

  beforeAll(() => seedAnnotations(userData, manyMarks(20)))
  afterAll(() => {
    for (const folder of [userData, temporary]) rmSync(folder, { recursive: true, force: true })
  })

  it('notes are listed and exported, to PDF too', async () => {
    expect((await run('--list')).stdout.trimEnd().split('\n')).toHaveLength(20)
    expect(await run('--export', path.join(userData, 'notes.pdf'))).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(userData, 'notes.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(temporary).filter((name) => name.startsWith('piyue-print-'))).toEqual([])
  })

  it('a wrong argument still ends with its own code, and the window says what it lacks', async () => {
    expect(await run('--export', 'x', '--format', 'no-such')).toMatchObject({ code: 2, stdout: '' })
    const { code, stderr } = await run()
    expect(code).toBe(1)
    expect(stderr).toContain('xvfb-run -a piyue')
  })

  it('a list of which only the head is read ends well', () => {
    // More than a pipe holds.
    seedAnnotations(userData, manyMarks(1500))
    const { executable, args } = commandFor()
    const command = `{ "$@" --list; echo "code $?" >&2; } | head -n 1`
    const all = ['-c', command, 'sh', executable, ...args, `--user-data-dir=${userData}`]
    const { stdout, stderr } = spawnSync('sh', all, { encoding: 'utf8', env: environment() })
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/code 0\n$/u)
  })
})
