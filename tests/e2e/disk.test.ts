import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

/** One app for both; the last test closes it. */
let folder: string
let userData: string
let piyue: Piyue

const aside = () => `${userData}.aside`

/** Puts something in the place of the reader's folder that nothing can be written to. */
function takeTheFolderAway(): void {
  renameSync(userData, aside())
  writeFileSync(userData, 'not a folder')
}

function giveTheFolderBack(): void {
  rmSync(userData)
  renameSync(aside(), userData)
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-disk-'))
  userData = path.join(folder, 'data')
  piyue = await Piyue.open({ userData })
  await piyue.note('砥礪篤行', '先')
})

afterAll(async () => {
  await piyue.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a folder that cannot be written', () => {
  it('keeps the window from closing until the reader agrees to lose what waits', async () => {
    takeTheFolderAway()
    await piyue.highlight('銳意進取', 'pink')
    await piyue.page.getByRole('alert').getByText('not on disk yet').waitFor()
    const asked = await piyue.app.evaluate(async ({ BrowserWindow, dialog }) => {
      const seen: string[] = []
      dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
        seen.push(options.message)
        return { response: 0, checkboxChecked: false }
      }) as unknown as typeof dialog.showMessageBox
      BrowserWindow.getAllWindows()[0]?.close()
      await new Promise(setImmediate)
      return { seen, open: BrowserWindow.getAllWindows().length }
    })
    expect(asked).toEqual({ seen: ['Some of your notes are not on disk yet.'], open: 1 })
    giveTheFolderBack()
    await piyue.highlight('各位代表', 'blue')
    const unsaved = piyue.page.getByRole('alert').filter({ hasText: 'not on disk yet' })
    await unsaved.waitFor({ state: 'detached' })
  })

  it('is said at once and at every change, nothing is lost, and all is saved when it is back', async () => {
    takeTheFolderAway()
    await piyue.highlight('經濟運行', 'pink')
    const alert = piyue.page.getByRole('alert').filter({ hasText: 'not on disk yet' })
    await alert.waitFor()
    await piyue.note('生產總值', '後')
    await piyue.notes.getByText('後').waitFor()
    expect(await alert.innerText()).toContain(userData)

    giveTheFolderBack()
    await piyue.highlight('錯綜複雜', 'blue')
    await alert.waitFor({ state: 'detached' })
    await piyue.close()
    const stored = readFileSync(path.join(userData, 'annotations.json'), 'utf8')
    expect(JSON.parse(stored).annotations).toHaveLength(6)
  })
})
