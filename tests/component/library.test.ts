import type { ListedDocument } from '../../core/app/document-entry'
import type { OpenDocument } from '../../core/publication/open-document'
import { withoutText } from '../../core/publication/without-text'
import { eventually } from '../support/eventually'
import { markOn } from '../support/seed'
import { marked } from '../unit/core/exchange/export/support'
import { annotationOn } from '../unit/support/annotations'
import { madeDocument } from '../unit/support/made-document'
import { report } from './support/bundled-report'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

describe('notes on documents that are not in the library', () => {
  it('are listed under its title, and can be read', async () => {
    const annotations = [{ quote: '以讀書為宗旨', note: '善' }]
    const piyue = await Piyue.open({
      open: firstPages,
      absent: [{ id: '0'.repeat(24), isRemoved: false, title: '某會章程', count: 1, annotations }],
    })
    await piyue.press('Control+l')
    const absent = piyue.page.getByRole('region', { name: 'Notes on documents that are not here' })
    await absent.getByText('某會章程').click()
    await absent.getByText('善').waitFor()
    await absent.getByRole('button', { name: 'Open its file…' }).click()
    expect(piyue.main.openedDocuments).toBe(1)
    expect(await piyue.seriousFindings()).toEqual([])
  })
})

it('notes on several documents that are not there have buttons that name theirs', async () => {
  const absentAs = (id: string, title: string, isRemoved: boolean) => {
    return { id: id.repeat(24), isRemoved, title, count: 0, annotations: [] }
  }
  const piyue = await Piyue.open({
    open: firstPages,
    absent: [absentAs('0', '某會章程', false), absentAs('1', '石頭記', true)],
  })
  await piyue.press('Control+l')
  for (const name of [
    'Export notes… 某會章程',
    'Open its file… 某會章程',
    'Export notes… 石頭記',
    'Put back 石頭記',
  ])
    await piyue.button(name).waitFor()
})

const novel: ListedDocument = {
  id: '0'.repeat(24),
  title: '石頭記',
  author: null,
  format: 'text',
  addedAt: null,
  forms: ['zh-Hant'],
  form: 'zh-Hant',
  isBundled: false,
  readAt: null,
  progress: 0,
  heading: null,
  counts: { annotations: 0, notes: 0 },
}

it('the field of the library has its own undo, and Enter opens no document that was just removed', async () => {
  const piyue = await Piyue.open({ open: firstPages, documents: [novel] })
  await piyue.press('Control+l')
  const library = piyue.page.getByRole('region', { name: 'Library' })
  const field = library.getByRole('searchbox')
  await field.fill('石頭')
  await piyue.chooseMenu('undo')
  await eventually('it is taken back', async () => (await field.inputValue()) === '')
  await library.getByRole('button', { name: 'Remove “石頭記” from the library' }).click()
  await library.getByRole('button', { name: /Put back/u }).waitFor()
  await field.press('Enter')
  await piyue.settled()
  expect(await library.isVisible()).toBe(true)
})

it('the arrow keys go along the documents, and Delete removes the one with the focus, but for the report', async () => {
  const bundled = { ...novel, id: '1'.repeat(24), title: '報告', isBundled: true }
  const piyue = await Piyue.open({ open: firstPages, documents: [bundled, novel] })
  await piyue.press('Control+l')
  const library = piyue.page.getByRole('region', { name: 'Library' })
  await library.getByRole('button', { name: '石頭記', exact: true }).waitFor()
  const focused = () => piyue.page.evaluate(() => document.activeElement?.textContent)
  await piyue.press('ArrowDown', 'ArrowDown')
  expect(await focused()).toBe('石頭記')
  await piyue.press('ArrowUp', 'Delete')
  expect(await focused()).toBe('報告')
  // Beside the title, the key is the control's that has the focus.
  await library.getByRole('checkbox', { name: /石頭記/u }).focus()
  await piyue.press('Delete')
  await piyue.press('End', 'Control+Delete')
  expect(piyue.main.removed.size).toBe(0)
  await piyue.press('Delete')
  await library
    .getByRole('button', { name: /Put back/u })
    .and(piyue.page.locator(':focus'))
    .waitFor()
  await piyue.press('Delete')
  expect([...piyue.main.removed]).toEqual([novel.id])
  await piyue.press('Enter')
  await library
    .getByRole('button', { name: '石頭記', exact: true })
    .and(piyue.page.locator(':focus'))
    .waitFor()
})

it.each([
  ['the find field', 'Control+f', '.find-field'],
  ['the notes', 'Control+2', '.card'],
  ['the contents', 'Control+3', '.contents a'],
  ['the filter of the notes', 'Control+Shift+f', '.filter-text'],
])('%s have the focus that are asked for in the library, which closes', async (_, key, place) => {
  const piyue = await Piyue.open({ open: firstPages, annotations: [markOn('砥礪篤行')] })
  await piyue.press('Control+l')
  const library = piyue.page.getByRole('region', { name: 'Library' })
  await library.getByRole('searchbox').and(piyue.page.locator(':focus')).waitFor()
  await piyue.press(key)
  await library.waitFor({ state: 'detached' })
  await piyue.settled()
  expect(await piyue.page.evaluate((to) => document.activeElement?.matches(to), place)).toBe(true)
})

describe('notes on documents that the library does not list', () => {
  const id = '0'.repeat(24)
  const charter = madeDocument('某會章程\n本會以讀書為宗旨。')
  const note = annotationOn(charter.document, '以讀書為宗旨', { id: 'n', note: '善' })
  const digest = charter.document.digest
  const open = withoutText({ id, digest, title: '某會章程' })
  const shown = [{ quote: '以讀書為宗旨', note: '善' }]
  const beginning = (isRemoved: boolean) => ({
    absent: [{ id, isRemoved, title: '某會章程', count: 1, annotations: shown }],
    elsewhere: [{ open, annotations: [{ ...note, documentId: id }] }],
  })

  it('are exported without their text, exactly in JSON', async () => {
    const piyue = await Piyue.open(beginning(false))
    await piyue.press('Control+l')
    const absent = piyue.page.getByRole('region', { name: 'Notes on documents that are not here' })
    await absent.getByRole('button', { name: 'Export notes…' }).click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('As they were taken; the text is not in the library').waitFor()
    await preview.getByText('以讀書為宗旨').waitFor()
    await piyue.page.getByRole('combobox', { name: 'Format' }).selectOption('json')
    await preview.getByText(`"piyue:documentDigest": "${digest}"`).last().waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('come back with one that was removed, which is put back', async () => {
    const piyue = await Piyue.open(beginning(true))
    piyue.main.removed.add(id)
    await piyue.press('Control+l')
    const absent = piyue.page.getByRole('region', { name: 'Notes on documents that are not here' })
    await absent.getByRole('button', { name: 'Put back' }).click()
    await piyue.announcement.getByText('“某會章程” is in the library again.').waitFor()
    expect(piyue.main.removed.has(id)).toBe(false)
  })
})

describe('finding in the library', () => {
  it('says where nothing is found, opens the card of a note with the words, and goes to a place in a text', async () => {
    const piyue = await Piyue.open({
      open: firstPages,
      annotations: [
        marked('各位代表', { id: 'm', note: '此處存疑' }),
        marked('經濟運行', { id: 'n', note: '穩中求進嗎？' }),
      ],
    })
    await piyue.press('Control+l')
    const library = piyue.page.getByRole('region', { name: 'Library' })
    await library.getByRole('searchbox').fill('無此一語也')
    await library.getByText('Found in no text and no note.').waitFor()
    await library.getByRole('searchbox').fill('存疑')
    await library.getByRole('button', { name: /存疑/u }).click()
    await library.waitFor({ state: 'detached' })
    await piyue.expectPainted('active', ['各位代表'])
    await piyue.press('Control+l')
    await library.getByRole('searchbox').fill('稳中求进')
    const found = library.getByRole('region', { name: 'Found in the texts and notes' })
    await found.getByRole('listitem').first().waitFor()
    await found.getByText(/^\d places?, 1 note$/u).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.keyboard.press('ArrowDown')
    await piyue.page.keyboard.press('ArrowDown')
    await piyue.page.keyboard.press('Enter')
    await library.waitFor({ state: 'detached' })
    expect(await piyue.page.getByRole('searchbox', { name: 'Find in report' }).inputValue()).toBe(
      '稳中求进',
    )
    await piyue.expectPainted('found-current', ['穩中求進'])
  })
})

it('a document says how far it was read, and under which heading; or that it was read to its end', async () => {
  const piyue = await Piyue.open({
    open: firstPages,
    documents: [
      { ...listedAs('a', '石頭記'), progress: 0.47, heading: '第四回　薄命女偏逢薄命郎' },
      { ...listedAs('b', '章程'), progress: 1, heading: '附則' },
    ],
  })
  await piyue.press('Control+l')
  const library = piyue.page.getByRole('region', { name: 'Library' })
  const facts = library.locator('.document-facts')
  await facts.first().waitFor()
  expect((await facts.allInnerTexts()).map((text) => text.replaceAll(/\s+/gu, ' '))).toEqual([
    expect.stringContaining('47% read 第四回 薄命女偏逢薄命郎'),
    expect.stringMatching(/100% read no marks/u),
  ])
})

const listedAs = (id: string, title: string): ListedDocument => ({
  id,
  title,
  author: null,
  format: 'text',
  addedAt: '2026-01-02T12:00:00.000Z',
  forms: ['zh-Hant'],
  form: 'zh-Hant',
  isBundled: false,
  readAt: '2026-01-02T12:00:00.000Z',
  progress: 0,
  heading: null,
  counts: { annotations: 0, notes: 0 },
})

describe('exporting the notes on several documents', () => {
  const novel = madeDocument('石頭記\n說起根由雖近荒唐，細按則深有趣味。')
  const listed = (open: OpenDocument, annotations: number): ListedDocument => ({
    id: open.id,
    title: open.document.title,
    author: null,
    format: open === report ? null : 'text',
    addedAt: open === report ? null : '2026-01-02T12:00:00.000Z',
    forms: [...open.renditions.keys()],
    form: 'zh-Hant',
    isBundled: open === report,
    readAt: null,
    progress: 0,
    heading: null,
    counts: { annotations, notes: 0 },
  })
  const beginning = {
    annotations: [marked('經濟運行', { id: 'n' })],
    elsewhere: [{ open: novel, annotations: [annotationOn(novel.document, '荒唐', { id: 'm' })] }],
    documents: [listed(report, 1), listed(novel, 1)],
  }

  it('takes those picked out, or all that are listed', async () => {
    const piyue = await Piyue.open(beginning)
    await piyue.press('Control+l')
    const library = piyue.page.getByRole('region', { name: 'Library' })
    await library.getByRole('checkbox', { name: 'Select “石頭記”' }).check()
    expect(await piyue.seriousFindings()).toEqual([])
    await library.getByRole('button', { name: 'Export notes of 1 document…' }).click()
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('荒唐').waitFor()
    const documents = piyue.page.getByRole('combobox', { name: 'Documents' })
    expect(await documents.locator('option').allInnerTexts()).toEqual([
      'The one selected',
      'All with notes (2)',
    ])
    await documents.selectOption('all')
    await preview.getByText('經濟運行').first().waitFor()
    await preview.getByText('荒唐').waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.getByRole('button', { name: 'Export…' }).click()
    await piyue.page.getByText('2 marks written to /home/reader/notes.').first().waitFor()
    await piyue.press('Escape')
    await library.getByRole('checkbox', { name: 'Select “石頭記”' }).uncheck()
    await library.getByRole('button', { name: 'Export notes…' }).click()
    await preview.getByText('經濟運行').first().waitFor()
    await preview.getByText('荒唐').waitFor()
    expect(await documents.locator('option').allInnerTexts()).toEqual([
      'The 2 listed',
      'All with notes (2)',
    ])
  })

  it('is offered beside the open document, which comes first, and says which could not be read', async () => {
    const piyue = await Piyue.open(beginning)
    await piyue.button('Export').click()
    const documents = piyue.page.getByRole('combobox', { name: 'Documents' })
    await documents.waitFor()
    expect(await documents.locator('option').allInnerTexts()).toEqual([
      'This document',
      'All with notes (2)',
    ])
    const preview = piyue.page.getByRole('region', { name: 'Preview' })
    await preview.getByText('經濟運行').first().waitFor()
    expect(await preview.getByText('荒唐').count()).toBe(0)
    await documents.selectOption('all')
    await preview.getByText('荒唐').waitFor()
    piyue.main.exportOutcome = {
      kind: 'written',
      file: '/home/reader/notes.md',
      count: 1,
      notes: 0,
      unreadable: ['石頭記'],
    }
    await piyue.page.getByRole('button', { name: 'Export…' }).click()
    await piyue.page
      .getByText('Not in the file, for it could not be read: “石頭記”.')
      .first()
      .waitFor()
    piyue.main.exportOutcome = { kind: 'nothing-to-export', unreadable: ['石頭記'] }
    await piyue.page.getByRole('button', { name: 'Export…' }).click()
    await piyue.page
      .getByText('Nothing was exported, for this could not be read: “石頭記”.')
      .first()
      .waitFor()
  })

  it('is offered where the open document has no notes, and another has', async () => {
    const piyue = await Piyue.open({ open: firstPages, ...beginning, annotations: [] })
    await piyue.button('Export').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).getByText('荒唐').waitFor()
  })
})
