import { unparse } from 'papaparse'
import type { ExportExtra } from '../../app/export-request'
import type { ExportColumn } from '../../messages/export/en'
import {
  type ExportedDocument,
  type ExportedHeading,
  type ExportedNote,
  type ExportModel,
  onlyDocument,
} from './model'
import { visible } from './visible'

/** By this mark Excel knows that a file is UTF-8; without it Chinese comes out garbled. */
const byteOrderMark = '\u{feff}'

/** UTF-16 units that a cell of Excel's holds; what goes beyond is cut off without a word. */
const longestCell = 32_767

/** What a spreadsheet takes as the beginning of a formula, in full width too. */
const formula = /^[=+\-@\t\n＝＋－＠]/u

/** What a spreadsheet takes for a number, a day, a time or a truth: 0012 loses its zeros, 1-2 becomes a day. */
const value =
  /^(?:[\d０-９][\d０-９.,:/\-年月日時时分秒%\s]*(?:e[+-]?\d+|am|pm)?|true|false|(?:\d{1,4}[-\s.]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-\s.,]*\d{1,4}){0,2})$/iu

/**
 * The notes as a table, one a row, by RFC 4180. A cell that a spreadsheet would reckon with, or read
 * as a number or a day, begins with an apostrophe, which makes it text; what is longer than a cell
 * goes on in columns beside it.
 */
export function exportCsv(model: ExportModel): string {
  const { columns } = model.messages.export
  const names = model.scriptNames.map((name) => `${columns.quote} (${name})`)
  const order = (onlyDocument(model) === undefined ? orderOfSeveral : orderOfOne).filter(
    (column) => {
      const extra = extraOf[column]
      return extra === undefined || model.extras.has(extra)
    },
  )
  const header = order.flatMap((column) => (column === 'quote' ? names : [columns[column]]))
  const rows = model.documents
    .flatMap((document) => [
      ...document.sections.flatMap(({ path, notes }) =>
        notes.map((note) => row(note, path, document, model)),
      ),
      ...document.orphans.map((note) => row(note, [], document, model)),
    ])
    .map((cells) => order.flatMap((column) => cells[column]).map(piecesOf))
  const widths = header.map((_, i) =>
    rows.reduce((most, cells) => Math.max(most, cells[i]?.length ?? 0), 1),
  )
  const table = [
    header.flatMap((name, i) => spread([name], widths[i], (k) => `${name} (${k + 1})`)),
    ...rows.map((cells) => cells.flatMap((pieces, i) => spread(pieces, widths[i], () => ''))),
  ]
  return `${byteOrderMark}${unparse(table, { newline: '\r\n' })}\r\n`
}

/** Pieces over so many cells, the further ones filled. */
const spread = <T>(pieces: readonly T[], width = 1, fill: (at: number) => T): readonly T[] =>
  Array.from({ length: width }, (_, i) => pieces[i] ?? fill(i))

const orderOfOne: readonly ExportColumn[] = [
  'id',
  'section',
  'quote',
  'note',
  'tags',
  'style',
  'created',
  'modified',
  'start',
  'end',
  'link',
  'source',
  'app',
  'exported',
]

const orderOfSeveral: readonly ExportColumn[] = ['document', ...orderOfOne]

/** The columns that are there if more is asked for than quotes and notes. */
const extraOf: Readonly<Partial<Record<ExportColumn, ExportExtra>>> = {
  id: 'details',
  start: 'details',
  end: 'details',
  source: 'details',
  app: 'details',
  exported: 'details',
  created: 'dates',
  modified: 'dates',
  link: 'links',
}

type Cell = string | number

function row(
  { annotation, quotes, place, styleName, link }: ExportedNote,
  path: readonly ExportedHeading[],
  document: ExportedDocument,
  model: ExportModel,
): Readonly<Record<ExportColumn, Cell | readonly Cell[]>> {
  const [{ text }] = quotes
  // Words that are not found are in no form that was asked for, and stand where they are looked for.
  const isAsked = quotes.some(({ script }) => model.scripts.includes(script))
  const shown = isAsked ? quotes : [{ script: document.scripts[0], text }]
  const section = place ? path.map(({ text }) => text).join(' › ') : document.orphansTitle
  return {
    document: document.title,
    id: annotation.id,
    section,
    quote: model.scripts.map((script) => shown.find((one) => one.script === script)?.text ?? ''),
    note: annotation.note,
    tags: annotation.tags.join('; '),
    style: styleName,
    created: annotation.createdAt,
    modified: annotation.modifiedAt,
    start: place?.start ?? '',
    end: place?.end ?? '',
    link,
    source: document.citation,
    app: `Piyue ${model.appVersion}`,
    exported: model.exportedAt,
  }
}

/** What a cell says, in as many pieces as it takes; no character is cut in two. */
function piecesOf(cell: Cell): readonly Cell[] {
  if (typeof cell === 'number') return [cell]
  const text = visible(cell)
  const pieces: string[] = []
  // An apostrophe may come before each piece.
  for (let at = 0; at < text.length || at === 0; ) {
    let end = Math.min(text.length, at + longestCell - 1)
    if (end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end--
    pieces.push(harmless(text.slice(at, end)))
    if (end === text.length) break
    at = end
  }
  return pieces
}

function harmless(text: string): string {
  const bare = text.trim()
  const isRead = formula.test(bare) || formula.test(text) || (bare.length < 64 && value.test(bare))
  return isRead ? `'${text}` : text
}
