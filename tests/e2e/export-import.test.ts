import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Annotation } from '../../core/annotation/annotation'
import { eventually } from '../support/eventually'
import { rows } from '../support/rows'
import { manyMarks, markOn, seedAnnotations } from '../support/seed'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'
import '../support/window'

jest.setTimeout(120_000)

let folder: string
let piyue: Piyue

/** More than are written at once. */
const many = 300

const two = [
  markOn('砥礪篤行、銳意進取', { id: 'noted', note: '**我**的筆記 😀𠮷' }),
  markOn('篤行、銳意', { id: 'marked', style: { color: 'pink', kind: 'highlight' } }),
]

/** One app for all, with two notes, which each test leaves behind, and nothing in the way. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-export-'))
  piyue = await Piyue.open({ userData: folderWith(two, 'data') })
})

/** A folder of user data with these notes. */
function folderWith(notes: readonly Annotation[], name: string): string {
  const userData = path.join(folder, name)
  mkdirSync(userData)
  seedAnnotations(userData, notes)
  return userData
}

afterAll(async () => {
  await piyue.close()
  rmSync(folder, { recursive: true, force: true })
})

async function exportAs(format: string, file: string, count = 2): Promise<Buffer> {
  await piyue.answerSaveDialog(file)
  await piyue.button('Export').click()
  const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
  await dialog.getByLabel('Format').selectOption(format)
  await piyue.button('Export…').click()
  await dialog
    .locator('.outcome')
    .getByText(new RegExp(`^${count} marks.* written`, 'u'))
    .waitFor()
  await piyue.button('Close').click()
  await dialog.waitFor({ state: 'detached' })
  return readFileSync(file)
}

const annotations = () =>
  piyue.page.evaluate(
    async (documentId) => (await window.piyue.openWorkspace(documentId)).annotations,
    report.id,
  )

/** Deletes every note, as one who selects them all would. */
async function deleteAll(): Promise<void> {
  const ids = (await annotations()).map(({ id }) => id)
  await piyue.page.evaluate(
    async ([documentId, all, digest]) =>
      window.piyue.change(documentId, { kind: 'delete', ids: all }, digest),
    [report.id, ids, report.digest] as const,
  )
  await piyue.cards.first().waitFor({ state: 'detached' })
}

describe('exporting', () => {
  it('writes every format', async () => {
    const signs = {
      markdown: ['md', '> 砥礪篤行、銳意進取'],
      html: ['html', '<!doctype html>'],
      csv: ['csv', '砥礪篤行、銳意進取'],
      json: ['json', 'http://www.w3.org/ns/anno.jsonld'],
      text: ['txt', '砥礪篤行、銳意進取'],
      docx: ['docx', 'PK'],
      pdf: ['pdf', '%PDF-'],
    } as const
    for (const [format, [extension, sign]] of rows(Object.entries(signs))) {
      const content = await exportAs(format, path.join(folder, `notes.${extension}`))
      expect([format, content.toString('utf8').toLowerCase()]).toEqual([
        format,
        expect.stringContaining(sign.toLowerCase()),
      ])
    }
  })

  it('writes the edition as TEI, where the reader says', async () => {
    const file = path.join(folder, 'edition.tei.xml')
    await piyue.answerSaveDialog(file)
    await piyue.chooseMenu('export-edition')
    await piyue.announcement.getByText(`The edition was written to ${file}.`).waitFor()
    expect(readFileSync(file, 'utf8')).toContain('<app xml:id="orthography-2"')
  })

  it('saves a plot to the disk, and copies it to the clipboard of the system as words and as a picture', async () => {
    const plot = piyue.page.getByRole('figure', { name: 'Investment by project' })
    const choose = async (way: string) => {
      await plot.getByRole('button', { name: 'Copy or save' }).click()
      await piyue.page.getByRole('menuitem', { name: way }).click()
    }
    const save = async (way: string, name: string) => {
      const file = path.join(folder, name)
      await piyue.answerSaveDialog(file)
      await choose(way)
      await piyue.page.getByText(`Saved: ${file}`).first().waitFor()
      return readFileSync(file)
    }
    await piyue.button('Figures').click()
    await piyue.page.getByRole('tab', { name: 'Plots' }).click()
    const svg = (await save('Save as SVG', 'plot.svg')).toString('utf8')
    expect((await save('Save as PNG', 'plot.png')).subarray(1, 4).toString()).toBe('PNG')
    await choose('Copy as SVG')
    await eventually('the words are copied', async () => {
      return (await piyue.app.evaluate(({ clipboard }) => clipboard.readText())) === svg
    })
    await choose('Copy as image')
    await eventually('the picture is copied', () =>
      piyue.app.evaluate(({ clipboard }) => clipboard.has('image/png')),
    )
    await piyue.button('Figures').click()
    await piyue.article.waitFor()
  })

  it('that cannot be written says so, and leaves nothing half', async () => {
    const file = path.join(folder, 'missing', 'notes.md')
    await piyue.answerSaveDialog(file)
    await piyue.button('Export').click()
    await piyue.button('Export…').click()
    await piyue.page.locator('.outcome').getByText('could not be written').waitFor()
    expect(existsSync(file)).toBe(false)
    await piyue.press('Escape')
    await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
  })
})

describe('importing', () => {
  it('what was exported into an empty store gives the very same notes, and can be undone', async () => {
    const file = path.join(folder, 'notes.json')
    await exportAs('json', file)
    const before = await annotations()
    await deleteAll()

    await choose(file)
    const dialog = piyue.page.getByRole('dialog', { name: 'Import notes' })
    await dialog.getByText('2 new').waitFor()
    expect(await piyue.seriousFindings({ part: 'beside the text' })).toEqual([])
    await piyue.button('Import').click()
    await dialog.locator('.outcome').waitFor()
    await piyue.button('Close').click()
    expect(byId(await annotations())).toEqual(byId(before))
    await piyue.page.waitForFunction(() => document.activeElement !== document.body)
    await piyue.button('Undo').click()
    await piyue.cards.first().waitFor({ state: 'detached' })
    await piyue.button('Redo').click()
    await piyue.cards.nth(1).waitFor()
  })

  it('at the command line reaches the window that is open', async () => {
    const file = path.join(folder, 'notes.json')
    await exportAs('json', file)
    await deleteAll()
    const result = await runCli(['--import', file], { userData: piyue.userData })
    expect(result).toMatchObject({ code: 0 })
    await piyue.cards.nth(1).waitFor()
  })
})

async function choose(file: string): Promise<void> {
  await piyue.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, file)
  await piyue.chooseMenu('import')
}

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

describe('a link in an export', () => {
  it('to a note that is not here says so, and leaves the open card open', async () => {
    await piyue.cards.first().getByRole('button').first().click()
    const before = await piyue.activeQuote()
    const text = (await exportAs('markdown', path.join(folder, 'notes.md'))).toString('utf8')
    const link = /piyue:\/\/document\/[^)\s"]+\//u.exec(text)?.[0] ?? ''
    await runCli([`${link}no-such-note`], { userData: piyue.userData })
    await piyue.announcement.getByText('The note that this link points at is not here.').waitFor()
    expect(await piyue.activeQuote()).toBe(before)
  })

  it('opens its passage, in the window that is open and in one that it opens', async () => {
    const text = (await exportAs('markdown', path.join(folder, 'notes.md'))).toString('utf8')
    const link = /piyue:\/\/document\/[^)\s"]+\/[^)>\s"]+/u.exec(text)?.[0] ?? ''
    const opened = () => piyue.notes.locator('[data-active="true"] .quote-text').waitFor()
    await piyue.click('各位代表')
    await piyue.notes.locator('[data-active="true"]').waitFor({ state: 'detached' })
    await runCli([link], { userData: piyue.userData })
    await opened()
    await piyue.close()
    const userData = folderWith([...two, ...manyMarks(many)], 'many')
    piyue = await Piyue.open({ userData, args: [link] })
    await opened()
  })
})

it('many notes are exported by a process of its own', async () => {
  const content = await exportAs('docx', path.join(folder, 'many.docx'), 2 + many)
  expect(content.toString('latin1', 0, 2)).toBe('PK')
})
