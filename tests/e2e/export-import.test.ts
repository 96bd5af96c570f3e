import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'
import './support/window'

jest.setTimeout(120_000)

let folder: string
let piyue: Piyue

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-export-'))
  piyue = await Piyue.open({ userData: path.join(folder, 'data') })
  await piyue.note('砥礪篤行、銳意進取', '**我**的筆記 😀𠮷')
  await piyue.highlight('篤行、銳意', 'pink')
})

afterEach(async () => {
  await piyue.close()
  rmSync(folder, { recursive: true, force: true })
})

async function exportAs(format: string, file: string): Promise<Buffer> {
  await piyue.answerSaveDialog(file)
  await piyue.button('Export').click()
  const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
  await dialog.getByLabel('Format').selectOption(format)
  await piyue.button('Export…').click()
  await dialog.locator('.outcome').getByText('2 notes written').waitFor()
  await piyue.button('Close').click()
  await dialog.waitFor({ state: 'detached' })
  return readFileSync(file)
}

const annotations = () =>
  piyue.page.evaluate(
    async (documentId) => (await window.piyue.openWorkspace(documentId)).annotations,
    report.id,
  )

describe('exporting', () => {
  it.each([
    ['markdown', 'md', '> 砥礪篤行、銳意進取'],
    ['html', 'html', '<!doctype html>'],
    ['csv', 'csv', '砥礪篤行、銳意進取'],
    ['json', 'json', 'http://www.w3.org/ns/anno.jsonld'],
    ['text', 'txt', '砥礪篤行、銳意進取'],
    ['docx', 'docx', 'PK'],
    ['pdf', 'pdf', '%PDF-'],
  ])('writes %s', async (format, extension, sign) => {
    const content = await exportAs(format, path.join(folder, `notes.${extension}`))
    expect(content.toString('utf8').toLowerCase()).toContain(sign.toLowerCase())
  })

  it('shows beforehand what the file will hold, in the script chosen', async () => {
    await piyue.button('Export').click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('砥礪篤行、銳意進取').first().waitFor()
    await piyue.page.getByLabel('Script of the quotes').selectOption('hans')
    await preview.getByText('砥砺笃行、锐意进取').first().waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('takes what the filter shows, or all, as the reader chooses', async () => {
    await piyue.notes.getByRole('button', { name: 'Filter and sort' }).click()
    await piyue.page.getByRole('button', { name: 'pink (1)' }).click()
    await piyue.notes.getByText('1 of 2').waitFor()
    await piyue.button('Export').click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('1 note', { exact: true }).waitFor()
    const which = piyue.page.getByLabel('Which notes')
    expect(await which.locator('option').allInnerTexts()).toEqual([
      'All (2)',
      'Shown by the filter (1)',
    ])
    await which.selectOption('all')
    await preview.getByText('2 notes', { exact: true }).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.press('Escape')
    await piyue.button('Show all').click()
    await piyue.button('Export').click()
    await preview.getByText('2 notes', { exact: true }).waitFor()
    expect(await which.count()).toBe(0)
  })

  it('that cannot be written says so, and leaves nothing half', async () => {
    const file = path.join(folder, 'missing', 'notes.md')
    await piyue.answerSaveDialog(file)
    await piyue.button('Export').click()
    await piyue.button('Export…').click()
    await piyue.page.locator('.outcome').getByText('could not be written').waitFor()
    expect(existsSync(file)).toBe(false)
  })
})

describe('importing', () => {
  it('what was exported into an empty store gives the very same notes, and can be undone', async () => {
    const file = path.join(folder, 'notes.json')
    await exportAs('json', file)
    const before = await annotations()
    await piyue.page.evaluate(
      async ([documentId, ids]) => window.piyue.change(documentId, { kind: 'delete', ids }),
      [report.id, before.map(({ id }) => id)] as const,
    )
    await piyue.cards.first().waitFor({ state: 'detached' })

    await choose(file)
    const dialog = piyue.page.getByRole('dialog', { name: 'Import notes' })
    await dialog.getByText('2 new').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.button('Import').click()
    await dialog.locator('.outcome').waitFor()
    await piyue.button('Close').click()
    expect(byId(await annotations())).toEqual(byId(before))
    await piyue.page.waitForFunction(() => document.activeElement !== document.body)
    await piyue.button('Undo').click()
    await piyue.cards.first().waitFor({ state: 'detached' })
  })

  it('the same file twice changes nothing', async () => {
    const file = path.join(folder, 'notes.json')
    await exportAs('json', file)
    await choose(file)
    await piyue.page.getByText('There is nothing in this file to import').waitFor()
  })

  it('a file that is no such thing says so and touches nothing', async () => {
    const file = path.join(folder, 'other.json')
    writeFileSync(file, '{"hello":"world"}')
    const before = await annotations()
    await choose(file)
    await piyue.page.getByRole('dialog').getByText('was not imported').waitFor()
    expect(await annotations()).toEqual(before)
  })

  it('at the command line reaches the window that is open', async () => {
    const file = path.join(folder, 'notes.json')
    await exportAs('json', file)
    await piyue.page.evaluate(
      async ([documentId, ids]) => window.piyue.change(documentId, { kind: 'delete', ids }),
      [report.id, (await annotations()).map(({ id }) => id)] as const,
    )
    await piyue.cards.first().waitFor({ state: 'detached' })
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
    const before = await piyue.activeQuote()
    const text = (await exportAs('markdown', path.join(folder, 'notes.md'))).toString('utf8')
    const link = /piyue:\/\/report\/[^)\s"]+\//u.exec(text)?.[0] ?? ''
    await runCli([`${link}no-such-note`], { userData: piyue.userData })
    await piyue.announcement.getByText('The note that this link points at is not here.').waitFor()
    expect(await piyue.activeQuote()).toBe(before)
  })

  it('opens its passage, in the window that is open and in one that it opens', async () => {
    const text = (await exportAs('markdown', path.join(folder, 'notes.md'))).toString('utf8')
    const link = /piyue:\/\/report\/[^)\s"]+\/[^)>\s"]+/u.exec(text)?.[0] ?? ''
    const opened = () => piyue.notes.locator('[data-active="true"] .quote-text').waitFor()
    await piyue.click('各位代表')
    await piyue.notes.locator('[data-active="true"]').waitFor({ state: 'detached' })
    await runCli([link], { userData: piyue.userData })
    await opened()
    const { userData } = piyue
    await piyue.close()
    piyue = await Piyue.open({ userData, args: [link] })
    await opened()
  })
})
