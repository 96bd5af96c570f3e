import JSZip from 'jszip'
import { parse } from 'papaparse'
import { exportNotes } from '../../../../../core/exchange/export/export-notes'
import { exportModel, notesOf } from '../../../../../core/exchange/export/model'
import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { exportByTemplate } from '../../../../../core/exchange/export/template'
import { exampleTemplate } from '../../../../../main/exchange/templates'
import { annotationOn } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import { openReport } from '../../../support/report'
import { lost, marked, sourceOf } from './support'

const novel = madeDocument('石頭記\n第一回 甄士隱夢幻識通靈\n說起根由雖近荒唐，細按則深有趣味。')
const whale = madeDocument('Call me Ishmael.\nSome years ago.', null)
const unread = madeDocument('無人標註的一篇。')

const source = {
  ...sourceOf([]),
  documents: [
    {
      open: openReport,
      annotations: [
        marked('經濟運行', { id: 'same', note: '甲' }),
        lost('不在文中', { id: 'x', note: '失' }),
      ],
    },
    { open: unread, annotations: [] },
    {
      open: novel,
      annotations: [annotationOn(novel.document, '荒唐', { id: 'same', note: '[^1] 乙 [1]' })],
    },
    {
      open: whale,
      annotations: [annotationOn(whale.document, 'Ishmael', { id: 'w', tags: ['海'] })],
    },
  ],
} as const

const model = exportModel(source, { script: 'both' })

const textIn = async (format: 'markdown' | 'html' | 'csv' | 'json' | 'text') =>
  String(await exportNotes(format, model))

/** Where the words stand in a file, each once and in this order. */
function expectInOrder(text: string, words: readonly string[]): void {
  const places = words.map((one) => text.indexOf(one))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe('the notes on several documents in one file', () => {
  it('are numbered through, each document under its title; one without notes is left out', () => {
    expect(model.title).toBe('Notes on 3 documents')
    expect(model.count).toBe(4)
    expect(notesOf(model).map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(model.documents.map(({ title, level }) => [title, level])).toEqual([
      [openReport.document.title, 2],
      ['石頭記', 2],
      ['Call me Ishmael.', 2],
    ])
    expect(model.documents[0].sections[0]?.headings.map(({ level }) => level)).toEqual([3, 4])
  })

  it('are told apart where two documents have a note of the same id', () => {
    expect(notesOf(model).map(({ key }) => key)).toEqual(['same', 'x', 'same-2', 'w'])
    const links = notesOf(model).map(({ link }) => link)
    expect(new Set(links).size).toBe(4)
  })

  it('are a file like any other where only one of the documents has some', () => {
    const [report] = source.documents
    const alone = exportModel(sourceOf(report.annotations), { script: 'both' })
    const among = exportModel(
      { ...source, documents: [{ open: unread, annotations: [] }, report] },
      { script: 'both' },
    )
    expect(among).toEqual(alone)
  })

  it('as Markdown: a heading a document, a list of them in the front matter', async () => {
    const text = await textIn('markdown')
    expectInOrder(text, [
      '---\ntitle: "Notes on 3 documents"',
      `documents:\n  - title: "${openReport.document.title}"\n    source: "`,
      `    document: "${novel.id}"\n    digest: "${novel.document.digest}"\n    link: "piyue://document/${novel.id}"`,
      '# Notes on 3 documents',
      `## ${openReport.document.title}`,
      '### ',
      '#### ',
      '> 經濟運行\n>\n> 经济运行',
      '^same\n',
      '### Not found in the text',
      '> 不在文中',
      '## 石頭記',
      '> 荒唐',
      '^same-2\n',
      '## Call me Ishmael\\.'.replace('\\.', '.'),
      '> Ishmael',
    ])
  })

  it('as HTML: a section a document, in its language, with a way to each', async () => {
    const text = await textIn('html')
    expectInOrder(text, [
      '<h1>Notes on 3 documents</h1>',
      '<a href="#document-2">石頭記</a>',
      '<section id="document-1">',
      '<h2 lang="zh-Hant">',
      '<article id="note-same">',
      '<h3>Not found in the text</h3>',
      '<section id="document-2">',
      '<article id="note-same-2">',
      '<section id="document-3">',
    ])
    expect(text).toContain(`<a href="piyue://document/${whale.id}">`)
  })

  it('as text: each under its title', async () => {
    expectInOrder(await textIn('text'), [
      'Notes on 3 documents',
      openReport.document.title,
      '│ 經濟運行',
      '【Not found in the text】',
      '\n石頭記\n',
      `piyue://document/${novel.id}`,
      '│ 荒唐',
      '│ Ishmael',
      'Exported by Piyue',
    ])
  })

  it('as a table: the document first, each quote under its form', async () => {
    const { data } = parse<Record<string, string>>((await textIn('csv')).trim(), { header: true })
    expect(
      data.map((row) => [
        row['Document'],
        row['Quote (Traditional)'],
        row['Quote (Simplified)'],
        row['Quote (As published)'],
      ]),
    ).toEqual([
      [openReport.document.title, '經濟運行', '经济运行', ''],
      [openReport.document.title, '不在文中', '', ''],
      ['石頭記', '荒唐', '荒唐', ''],
      ['Call me Ishmael.', '', '', 'Ishmael'],
    ])
  })

  it('as JSON: one collection, each note with its own document', async () => {
    const json = JSON.parse(await textIn('json')) as {
      total: number
      'piyue:documents': readonly unknown[]
      first: { items: readonly { target: { source: string }; 'piyue:documentId': string }[] }
    }
    expect(json.total).toBe(4)
    expect(json['piyue:documents']).toMatchObject([
      { label: openReport.document.title, 'piyue:documentId': openReport.id },
      { label: '石頭記', 'piyue:documentDigest': novel.document.digest },
      { label: 'Call me Ishmael.' },
    ])
    expect(json).not.toHaveProperty('piyue:documentId')
    expect(json.first.items.map(({ target }) => target.source)).toEqual(
      [openReport, openReport, novel, whale].map(({ id }) => `piyue://document/${id}`),
    )
  })

  it('as a file of Word’s: a heading a document, and every comment on its own quote', async () => {
    const archive = await JSZip.loadAsync(await exportNotes('docx', model))
    const body = (await archive.file('word/document.xml')?.async('string')) ?? ''
    const comments = (await archive.file('word/comments.xml')?.async('string')) ?? ''
    expectInOrder(body, ['w:val="Title"', 'w:val="Heading1"', '經濟運行', '石頭記', 'Ishmael'])
    expect([...comments.matchAll(/w:id="(\d+)"/gu)].map(([, id]) => id)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
    for (const id of ['1', '2', '3', '4']) {
      expect(body).toContain(`<w:commentReference w:id="${id}"/>`)
    }
  })

  it('as a page to print: each text from a new page, under its own running head', () => {
    const html = printableHtml(model, '')
    expectInOrder(html, [
      '@page document-1 {',
      '@page document-2 { @top-center { content: "石頭記"',
      '<div id="document-1">',
      '<div id="document-2">',
      '<mark class="yellow highlight">荒唐</mark>',
      '<div id="document-3">',
    ])
    // The lost one has no number, for there is no place to put it at.
    expect([...html.matchAll(/<sup><a href="#n(\d)">/gu)].map(([, n]) => n)).toEqual([
      '1',
      '2',
      '3',
    ])
    expect(new Set([...html.matchAll(/<li id="(n\d)"/gu)].map(([, id]) => id)).size).toBe(3)
  })

  it('by a template that was written for one: every document begins with a heading', () => {
    const text = exportByTemplate(exampleTemplate.content, model)
    if (typeof text !== 'string') throw new Error(text.kind)
    expectInOrder(text, ['# Notes on 3 documents', '## 2019年', '### 一', '## 石頭記', '> 荒唐'])
    const own = exportByTemplate(
      '{{#documents}}{{title}}: {{#notes}}{{quote}} {{/notes}}\n{{/documents}}',
      model,
    )
    expect(own).toBe(
      `${openReport.document.title}: 經濟運行 不在文中 \n石頭記: 荒唐 \nCall me Ishmael.: Ishmael \n`,
    )
  })

  it('are those asked for, in whichever document they are', () => {
    const some = exportModel(source, { script: 'hant', ids: ['w', 'x'] })
    expect(some.documents.map(({ title }) => title)).toEqual([
      openReport.document.title,
      'Call me Ishmael.',
    ])
    expect(some.count).toBe(2)
  })
})
