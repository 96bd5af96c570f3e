import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { exportNotes } from '../../core/exchange/export/export-notes'
import { exportModel } from '../../core/exchange/export/model'
import { eventually } from '../support/eventually'
import { rows } from '../support/rows'
import { manyMarks, markOn } from '../support/seed'
import { sourceOf } from '../unit/core/exchange/export/support'
import { annotationOn } from '../unit/support/annotations'
import { madeDocument } from '../unit/support/made-document'
import { report } from './support/bundled-report'
import { firstPages } from './support/first-pages'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

let piyue: Piyue
let folder: string

const marks = [
  markOn('砥礪篤行、銳意進取', { note: '**我**的筆記 😀𠮷' }),
  markOn('篤行、銳意', { style: { color: 'pink', kind: 'highlight' } }),
]

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-exchange-'))
})

const openWithMarks = async () => {
  piyue = await Piyue.open({ open: firstPages, annotations: marks })
}

afterEach(() => rmSync(folder, { recursive: true }))

describe('exporting', () => {
  it('shows beforehand what the file will hold, in the script chosen, folds what is for programs, leaves out what is not wanted, and copies it instead', async () => {
    await openWithMarks()
    await piyue.button('Export').click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('# 2019年營口市西市區政府工作報告').waitFor()
    await preview.getByText('砥礪篤行、銳意進取').first().waitFor()
    expect(await preview.getByText('digest:').isVisible()).toBe(false)
    await preview.getByText('Details of the file').click()
    await preview.getByText('digest:').waitFor()
    await piyue.page.getByLabel('Script of the quotes').selectOption('hans')
    await preview.getByText('砥砺笃行、锐意进取').first().waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.getByLabel('Script of the quotes').selectOption('hant')
    const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
    const link = preview.getByText('](<piyue://document/').first()
    await link.waitFor()
    for (const extra of ['Links', 'Dates', 'Details of the file']) {
      await dialog.getByRole('checkbox', { name: extra }).uncheck()
    }
    await link.waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await dialog.getByText('2 marks, 1 note copied.').waitFor()
    expect(piyue.main.clipboard).toMatch(/^# 2019年營口市西市區政府工作報告\n/u)
    expect(piyue.main.clipboard).toMatch(/yellow highlight\n/u)
    await piyue.page.getByLabel('Format').selectOption('docx')
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await dialog.getByText('2 marks, 1 note copied.').waitFor()
    expect(piyue.main.clipboard).toContain('│ 砥礪篤行、銳意進取')
    expect(piyue.main.clipboardHtml).toContain('<strong>我</strong>的筆記')
    expect(piyue.main.clipboardHtml).not.toMatch(/piyue:|<time|Exported by/u)
    await piyue.page.getByLabel('Format').selectOption('json')
    expect(await dialog.getByRole('checkbox').count()).toBe(0)
    expect(await piyue.seriousFindings()).toEqual([])
    expect(piyue.main.exports).toEqual([])
  })

  it('takes what the filter shows, or all, as the reader chooses', async () => {
    await openWithMarks()
    await piyue.notes.getByRole('button', { name: 'Filter and sort' }).click()
    await piyue.page.getByRole('button', { name: 'pink (1)' }).click()
    await piyue.notes.getByText('1 of 2').waitFor()
    await piyue.button('Export').click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText(/^1 mark/u).waitFor()
    const which = piyue.page.getByLabel('Which notes')
    expect(await which.locator('option').allInnerTexts()).toEqual([
      'All (2)',
      'Shown by the filter (1)',
    ])
    await which.selectOption('all')
    await preview.getByText(/^2 marks/u).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.press('Escape')
    await piyue.button('Clear filter').click()
    await piyue.button('Export').click()
    await preview.getByText(/^2 marks/u).waitFor()
    expect(await which.count()).toBe(0)
  })

  it.each(
    rows([
      ['pdf', '現在，我代表區政府'],
      ['html', '砥礪篤行、銳意進取'],
      ['docx', '砥礪篤行、銳意進取'],
    ] as const),
  )('shows what %s is laid out like as a page', async (format, words) => {
    await openWithMarks()
    await piyue.button('Export').click()
    await piyue.page.getByLabel('Format').selectOption(format)
    const page = piyue.page.locator('.preview-page')
    await page.getByText(words).first().waitFor()
    expect(await page.locator('a[href]').count()).toBe(0)
    expect(piyue.complaints).toEqual([])
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('keeps what is asked in view in a small window, says where it was written or why not; where it lasts, how far it is, and can be stopped', async () => {
    await openWithMarks()
    await piyue.page.setViewportSize({ width: 700, height: 600 })
    await piyue.button('Export').click()
    await piyue.page.getByLabel('Format').selectOption('pdf')
    for (const control of [piyue.page.getByLabel('Format'), piyue.button('Export…')]) {
      const box = await control.boundingBox()
      expect(box && box.y >= 0 && box.y + box.height <= 600 && box.x + box.width <= 700).toBe(true)
    }
    const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
    await piyue.button('Export…').click()
    await dialog.getByText(/^2 marks.* written/u).waitFor()
    piyue.main.exportOutcome = {
      kind: 'failed',
      file: '/home/reader/notes.md',
      problem: 'full',
      code: 'ENOSPC',
    }
    await piyue.button('Export…').click()
    await dialog.getByText('could not be written').waitFor()
    const writing = piyue.line.hold('exportNotes')
    await piyue.button('Export…').click()
    await piyue.button('Writing…').waitFor()
    const bar = piyue.page.getByRole('progressbar')
    expect(await bar.count()).toBe(0)
    piyue.main.tell({ kind: 'job', job: { id: 'a', kind: 'export', share: null } })
    await bar.waitFor()
    expect(await bar.getAttribute('value')).toBe(null)
    piyue.main.tell({ kind: 'job', job: { id: 'a', kind: 'export', share: 0.4 } })
    await piyue.page.locator('progress[value="0.4"]').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.button('Cancel').click()
    await piyue.line.settled()
    expect(piyue.main.cancelledJobs).toEqual(['a'])
    // What it has become of the file is for main to say; the dialog stays until then.
    await bar.waitFor()
    piyue.main.tell({ kind: 'job', job: null })
    await writing.release()
    await bar.waitFor({ state: 'detached' })
    await piyue.button('Export…').waitFor()
  })

  it('is stopped with its dialog, and tells the eye how it went where that was too late', async () => {
    await openWithMarks()
    await piyue.button('Export').click()
    const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
    const writing = piyue.line.hold('exportNotes')
    await piyue.button('Export…').click()
    await piyue.button('Writing…').waitFor()
    piyue.main.tell({ kind: 'job', job: { id: 'a', kind: 'export', share: null } })
    await piyue.page.getByRole('progressbar').waitFor()
    await piyue.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await eventually('it is stopped', () => piyue.main.cancelledJobs.includes('a'))
    piyue.main.tell({ kind: 'job', job: null })
    await writing.release()
    await piyue.page.locator('.said').getByText('2 marks, 1 note written').waitFor()
  })

  it('is asked for again where the notes had yet to come, and takes the place of no other dialog', async () => {
    piyue = await Piyue.open()
    const rest = piyue.line.hold('moreAnnotations')
    const changes = manyMarks(1_100).map((after) => ({ kind: 'create', after }) as const)
    await piyue.main.workspace.import({ changes, requests: [] })
    await piyue.notes.getByText('1000 of 1100').waitFor()
    await piyue.button('Export').click()
    await eventually('the rest is asked for', () => rest.count() > 0)
    await piyue.chooseMenu('backups')
    const backups = piyue.page.getByRole('dialog', { name: 'Backups' })
    await backups.waitFor()
    await rest.release()
    await piyue.notes.getByText('1100 marks').waitFor({ state: 'attached' })
    await piyue.settled()
    expect(await backups.count()).toBe(1)
  })

  it('can have the whole text in it, where its format holds that', async () => {
    await openWithMarks()
    await piyue.button('Export').click()
    const dialog = piyue.page.getByRole('dialog', { name: 'Export notes' })
    const content = dialog.getByRole('combobox', { name: 'Content' })
    await content.selectOption({ label: 'The whole text' })
    const preview = dialog.getByRole('region', { name: 'Preview' })
    await preview.getByText('# 2019年營口市西市區政府工作報告').waitFor()
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('docx')
    await preview.getByRole('heading', { name: '2019年營口市西市區政府工作報告' }).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.button('Export…').click()
    await dialog.getByText(/^2 marks.* written/u).waitFor()
    expect(piyue.main.exports.at(-1)).toMatchObject({ format: 'docx', scope: 'text' })
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('csv')
    expect(await content.count()).toBe(0)
  })
})

describe('importing', () => {
  async function choose(name: string, content: string): Promise<void> {
    piyue.main.importedFile = path.join(folder, name)
    writeFileSync(piyue.main.importedFile, content)
    await piyue.chooseMenu('import')
  }

  /** What an export of the marks in our own format holds. */
  const exported = async () => {
    const source = { ...sourceOf([]), documents: [{ open: report, annotations: marks }] } as const
    return String(await exportNotes('json', exportModel(source, { script: 'hant' })))
  }

  const dialog = () => piyue.page.getByRole('dialog', { name: 'Import notes' })

  it('where there is nothing to export yet, shows what will come, brings it, gives the focus back, and can be undone', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.button('Export').click()
    await piyue.page.getByText('There are no notes to export yet').waitFor()
    await piyue.press('Escape')
    await piyue.button('Export').and(piyue.page.locator(':focus')).waitFor()
    await choose('notes.json', await exported())
    await dialog().getByText('2 new').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    const confirming = piyue.line.hold('confirmImport')
    await piyue.button('Import').dblclick()
    await piyue.settled()
    expect(confirming.count()).toBe(1)
    await confirming.release()
    await dialog().getByText('notes.json: 2 new').waitFor()
    await piyue.cards.nth(1).waitFor()
    await piyue.button('Close').click()
    await piyue.button('Export').and(piyue.page.locator(':focus')).waitFor()
    expect([...piyue.main.workspace.annotations.values()]).toEqual(marks)
    await piyue.button('Undo').click()
    await piyue.cards.first().waitFor({ state: 'detached' })
  })

  it('tells the eye how it went though its dialog was closed meanwhile', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await choose('notes.json', await exported())
    const confirming = piyue.line.hold('confirmImport')
    await piyue.button('Import').click()
    await eventually('it is asked for', () => confirming.count() === 1)
    await piyue.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await confirming.release()
    await piyue.page.locator('.said').getByText('notes.json: 2 new').waitFor()
  })

  it('shows how far it is and can be stopped, says of a wrong file so, and of the same twice changes nothing', async () => {
    await openWithMarks()
    const before = piyue.main.workspace.annotations
    const share = (part: number | null) =>
      piyue.main.tell({ kind: 'job', job: { id: 'b', kind: 'import', share: part } })
    share(null)
    await dialog().getByRole('progressbar').waitFor()
    share(0.25)
    await dialog().locator('progress[value="0.25"]').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await piyue.line.settled()
    expect(piyue.main.cancelledJobs).toEqual(['b'])
    piyue.main.tell({ kind: 'job', job: null })
    await dialog().waitFor({ state: 'detached' })
    await choose('other.json', '{"hello":"world"}')
    await dialog().getByText('was not imported').waitFor()
    await piyue.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await choose('notes.json', await exported())
    await piyue.page.getByText('There is nothing in this file to import').waitFor()
    expect(piyue.main.workspace.annotations).toBe(before)
  })

  it('of several documents shows what goes where, and brings it there', async () => {
    const novel = madeDocument('石頭記\n說起根由雖近荒唐，細按則深有趣味。')
    const there = [annotationOn(novel.document, '荒唐', { id: 'm', note: '妙' })]
    const source = {
      ...sourceOf([]),
      documents: [
        { open: novel, annotations: there },
        { open: report, annotations: marks },
      ],
    } as const
    const content = await exportNotes('json', exportModel(source, { script: 'hant' }))
    piyue = await Piyue.open({ open: firstPages, elsewhere: [{ open: novel, annotations: [] }] })
    await choose('notes.json', String(content))
    await dialog().getByText('The notes go to the documents that they belong to:').waitFor()
    const other = dialog().getByRole('region', { name: '石頭記' })
    expect(await other.getByRole('heading').innerText()).toMatch(/石頭記\s*1 new/u)
    expect(await other.getByRole('listitem').count()).toBe(1)
    const open = dialog().getByRole('region', { name: report.document.title })
    expect(await open.getByRole('heading').innerText()).toMatch(/open now\s*2 new/u)
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.button('Import').click()
    await dialog().getByText('“石頭記”: 1 new.').waitFor()
    expect([...(piyue.main.exchange.importedElsewhere.get(novel.id)?.values() ?? [])]).toEqual(
      there,
    )
    await piyue.button('Close').click()
    await piyue.button('Undo').click()
    await piyue.cards.first().waitFor({ state: 'detached' })
    expect(piyue.main.exchange.importedElsewhere.get(novel.id)?.size).toBe(1)
  })

  it('brings in how characters are read, tells where one’s own stays, and can be undone', async () => {
    const text = '章程\n范先生的头发。\n范先生来。'
    piyue = await Piyue.open({ opened: new OpenedFile(text, 'zh-Hans') })
    await piyue.showScript('Traditional')
    const { document } = piyue.main.workspace.open
    const readAs = (value: string, place: number) => ({
      'piyue:character': '范',
      'piyue:converted': { 'piyue:script': 'zh-Hant', value: '範' },
      'piyue:readings': [{ 'piyue:script': 'zh-Hant', value }],
      'piyue:places': [place],
    })
    const write = (...corrections: readonly object[]) => ({
      type: 'AnnotationCollection',
      'piyue:version': 1,
      'piyue:documentId': document.id,
      'piyue:documentDigest': document.digest,
      'piyue:corrections': corrections,
      items: [
        { type: 'Annotation', target: { selector: { type: 'TextQuoteSelector', exact: '头发' } } },
      ],
    })
    await choose('notes.json', JSON.stringify(write(readAs('范', 3))))
    const corrections = dialog().getByRole('list', { name: 'Corrected characters' })
    await corrections.getByText('范: 範 → 范').waitFor()
    expect(await corrections.getByRole('listitem').innerText()).toMatch(/new$/u)
    await piyue.button('Import').click()
    await dialog().getByText('Corrected characters: 1 new.').waitFor()
    await piyue.button('Close').click()
    await piyue.page.locator('[data-block]', { hasText: '范先生的頭髮' }).waitFor()
    await choose('notes.json', JSON.stringify(write(readAs('笵', 3), readAs('范', 11))))
    await corrections.getByText('范: 範 → 笵, you read 范').waitFor()
    expect(await corrections.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/yours stays$/u),
      expect.stringMatching(/new$/u),
    ])
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.button('Import').click()
    await piyue.button('Close').click()
    await piyue.page.locator('[data-block]', { hasText: '范先生來' }).waitFor()
    await piyue.button('Undo').click()
    await piyue.page.locator('[data-block]', { hasText: '範先生來' }).waitFor()
  })
})
