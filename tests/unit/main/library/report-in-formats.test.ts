import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import type { Annotation } from '../../../../core/annotation/annotation'
import { isAnchored, resolve } from '../../../../core/annotation/resolve'
import { exportNotes } from '../../../../core/exchange/export/export-notes'
import { type ExportSource, exportModel } from '../../../../core/exchange/export/model'
import { messagesIn } from '../../../../core/messages/language'
import { OpenDocument } from '../../../../core/publication/open-document'
import { Library } from '../../../../main/library/library'
import { planFor } from '../../core/exchange/import/support'
import {
  bytesOf,
  docxOf,
  epubOf,
  escaped,
  wordParagraph,
} from '../../core/formats/support/make-files'
import { annotationOn, noon } from '../../support/annotations'
import { bundledReport } from '../../support/bundled-report'
import { openReport } from '../../support/report'
import { workerInProcess } from './support'

const folder = mkdtempSync(path.join(tmpdir(), 'piyue-formats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const blocks = openReport.document.data.blocks
const text = blocks.map((block) => block.text).join('\n')

const html = blocks
  .map((block) =>
    block.kind === 'heading'
      ? `<h${block.level}>${escaped(block.text)}</h${block.level}>`
      : `<p>${escaped(block.text)}</p>`,
  )
  .join('\n')

const markdown = blocks
  .map((block) => {
    const words = block.text.replaceAll(/([\\*_[\]<>`#])/gu, '\\$1').replace(/^(\d+)\./u, '$1\\.')
    return block.kind === 'heading' ? `${'#'.repeat(block.level)} ${words}` : words
  })
  .join('\n\n')

const word = blocks
  .map((block) =>
    wordParagraph(block.text, block.kind === 'heading' ? `Heading${block.level}` : undefined),
  )
  .join('')

/** The report's words in each format, by the name of its file. */
const files: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'report.md': async () => bytesOf(markdown),
  'report.gb18030.txt': async () =>
    iconv.encode(blocks.map((one) => one.text).join('\r\n'), 'gb18030'),
  'report.html': async () =>
    bytesOf(`<!doctype html><meta charset="utf-8"><title>報告</title>${html}`),
  'report.docx': async () => docxOf(word),
  'report.epub': async () => epubOf(html),
  'report.big5.txt': async () => iconv.encode(text, 'big5'),
}

let library: Library
const opened = new Map<string, OpenDocument>()

beforeAll(async () => {
  library = await Library.open({ report: bundledReport, userData: folder, worker: workerInProcess })
  for (const [name, make] of Object.entries(files)) {
    const file = path.join(folder, name)
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a reader opens them
    writeFileSync(file, await make())
    // oxlint-disable-next-line no-await-in-loop
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(`${name}: ${opening.refusal}`)
    // oxlint-disable-next-line no-await-in-loop
    opened.set(name, await library.wholeDocument(opening.documentId))
  }
}, 120_000)

const documentIn = (name: string): OpenDocument => {
  const open = opened.get(name)
  if (open === undefined) throw new Error(`${name} was not opened`)
  return open
}

describe('the report’s own text, opened from a file', () => {
  it.each(Object.keys(files))(
    '(%s) has the same words at the same addresses, and is one document',
    (name) => {
      const { document } = documentIn(name)
      expect(document.text).toBe(text)
      expect(document.id).toBe(documentIn('report.md').id)
    },
  )

  it('has in Big5 even the characters that Big5 lacks, where the file writes them as HTML does', async () => {
    const file = path.join(folder, 'lacking.html')
    const words = '營口𠮷鎮，𡋾岀之處'
    const references = [...words]
      .map((one) =>
        iconv.decode(iconv.encode(one, 'big5'), 'big5') === one ? one : `&#${one.codePointAt(0)};`,
      )
      .join('')
    expect(references).toContain('&#')
    const html = `<meta charset="big5"><p>${references}</p><p>${text.slice(0, 400)}</p>`
    writeFileSync(file, iconv.encode(html, 'big5'))
    const opening = await library.add(file)
    if (opening.kind !== 'opened') throw new Error(opening.refusal)
    expect((await library.documentOf(opening.documentId))?.blocks[0]?.text).toBe(words)
  })

  it.each(Object.keys(files))('(%s) is shown in both scripts, and no address moves', (name) => {
    const open = documentIn(name)
    expect([...open.renditions.keys()]).toEqual(['zh-Hant', 'zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'])
    const simplified = open.renditionOf('zh-Hans')
    const annotation = annotationOn(open.document, '經濟運行保持在合理區間')
    expect(simplified.slice(annotation.range)).toBe('经济运行保持在合理区间')
  })
})

describe('a mark made in one format’s document', () => {
  const source = (open: OpenDocument, annotations: readonly Annotation[]): ExportSource => ({
    documents: [{ open, annotations }],
    messages: messagesIn.en,
    colorNames: {},
    appVersion: '1.2.3',
    now: noon,
  })

  it.each([
    ['report.docx', 'report.md'],
    ['report.gb18030.txt', 'report.epub'],
  ])('in %s is found by its quote in %s', async (from, to) => {
    const open = documentIn(from)
    const annotation = annotationOn(open.document, '經濟運行保持在合理區間', { note: '甚好' })
    const file = await exportNotes(
      'json',
      exportModel(source(open, [annotation]), { script: 'hant' }),
    )
    const target = documentIn(to)
    const plan = await planFor(JSON.parse(String(file)), new Map(), noon, target)
    const [change] = plan.changes
    if (change?.kind !== 'create') throw new Error('Nothing was imported')
    expect(change.after).toMatchObject({ documentId: target.id, note: '甚好' })
    const resolved = resolve(target.document, change.after)
    expect(isAnchored(resolved) && target.document.slice(resolved.place)).toBe(
      '經濟運行保持在合理區間',
    )
  })
})
