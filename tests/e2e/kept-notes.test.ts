import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DraftStore } from '../../main/store/draft-store'
import { eventually } from '../support/eventually'
import { markOn } from '../support/seed'
import { keep } from '../unit/main/cli/support'
import { noon } from '../unit/support/annotations'
import { Piyue } from './support/piyue'

jest.setTimeout(120_000)

/** One reader's folder, as a crash left it; the app crashes in it once more, and the last test closes it. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-kept-'))
const userData = path.join(folder, 'data')
let piyue: Piyue

beforeAll(async () => {
  mkdirSync(userData)
  await keep(userData, [markOn('砥礪篤行', { id: 'early', note: '早先' })])
  const drafts = await DraftStore.open({ folder: userData })
  drafts.put({ target: { kind: 'annotation', id: 'early' }, note: '改到一半', at: noon })
  await drafts.close()
  piyue = await Piyue.open({ userData })
})

afterAll(async () => {
  await piyue.close()
  rmSync(folder, { recursive: true, force: true })
})

const editor = () => piyue.page.getByRole('textbox', { name: 'Note' })

const draftsOnDisk = (): string => {
  const file = path.join(userData, 'drafts.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe('a note being written when the app crashed', () => {
  it('comes back on a mark that has a note, and Leave as draft leaves that note as it was, and the draft beside it', async () => {
    expect(await editor().inputValue()).toBe('改到一半')
    await piyue.button('Leave as draft').click()
    await piyue.notes.getByText('早先').waitFor()
    await piyue.notes.getByText('改到一半').waitFor()
    expect(await editor().count()).toBe(0)
    await piyue.button('Discard').click()
    await eventually('the draft is let go', () => !draftsOnDisk().includes('改到一半'))
  })

  it('comes back on a passage not yet marked, and can be saved; one that was left waits where it was', async () => {
    await piyue.note('銳意進取', '後來')
    const card = piyue.cards.filter({ hasText: '後來' })
    await card.getByRole('button', { name: 'Edit note' }).click()
    await editor().fill('留到以後')
    await piyue.button('Leave as draft').click()
    await piyue.select('經濟運行')
    await piyue.page.getByRole('toolbar').getByRole('button', { name: 'Add note' }).click()
    await editor().fill('寫到一半')
    await eventually('the drafts are on disk', () =>
      ['留到以後', '寫到一半'].every((draft) => draftsOnDisk().includes(draft)),
    )
    await piyue.kill()
    piyue = await Piyue.open({ userData })
    expect(await editor().inputValue()).toBe('寫到一半')
    await piyue.notes.getByText('Draft kept').waitFor()
    await piyue.expectPainted('noted', ['經濟運行'])
    await piyue.button('Save').click()
    await piyue.expectAmongPainted('yellow-highlight', ['經濟運行'])
    await eventually('the draft is let go', () => !draftsOnDisk().includes('寫到一半'))
    await piyue.notes.getByText('後來').waitFor()
    await piyue.notes.getByText('留到以後').waitFor()
    await piyue.button('Discard').click()
    await eventually('the draft is let go', () => !draftsOnDisk().includes('留到以後'))
  })
})

it('backups are listed with date and count, and going back to one can be undone', async () => {
  await piyue.chooseMenu('backups')
  const dialog = piyue.page.getByRole('dialog', { name: 'Backups' })
  const withOne = dialog.getByRole('listitem').filter({ hasText: '1 mark' }).first()
  await withOne.getByRole('button', { name: 'Go back to this' }).click()
  await dialog.getByText('Undo brings the others back').waitFor()
  expect(await piyue.seriousFindings({ part: 'beside the text' })).toEqual([])
  await piyue.page.keyboard.press('Escape')
  await piyue.notes.getByText('後來').waitFor({ state: 'detached' })
  await piyue.notes.getByText('早先').waitFor()
  await piyue.button('Undo').click()
  await piyue.notes.getByText('後來').waitFor()
})

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

describe('a folder that cannot be written', () => {
  it('keeps the window from closing until the reader agrees to lose what waits', async () => {
    takeTheFolderAway()
    await piyue.highlight('招商引資', 'pink')
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
    await piyue.highlight('統籌推進', 'pink')
    const alert = piyue.page.getByRole('alert').filter({ hasText: 'not on disk yet' })
    await alert.waitFor()
    await piyue.note('生產總值', '最後')
    await piyue.notes.getByText('最後').waitFor()
    expect(await alert.innerText()).toContain(userData)

    giveTheFolderBack()
    await piyue.highlight('錯綜複雜', 'blue')
    await alert.waitFor({ state: 'detached' })
    await piyue.close()
    const stored = readFileSync(path.join(userData, 'annotations.json'), 'utf8')
    expect(JSON.parse(stored).annotations).toHaveLength(8)
  })
})
