import { unparse } from 'papaparse'
import type { ExportColumn } from '../../messages/export/en'
import type { ExportedHeading, ExportedNote, ExportModel } from './model'
import { visible } from './visible'

/** By this mark Excel knows that a file is UTF-8; without it Chinese comes out garbled. */
const byteOrderMark = '\u{feff}'

/** What a spreadsheet takes as the beginning of a formula, in full width too. */
const formula = /^[=+\-@\t\n＝＋－＠]/u

/**
 * The notes as a table, one a row, by RFC 4180. A cell that a spreadsheet would reckon with begins
 * with an apostrophe, which makes it text.
 */
export function exportCsv(model: ExportModel): string {
  const { columns } = model.messages.export
  const names = model.scriptNames.map((name) => `${columns.quote} (${name})`)
  const rows = [
    ...model.sections.flatMap(({ path, notes }) => notes.map((note) => row(note, path, model))),
    ...model.orphans.map((note) => row(note, [], model)),
  ]
  const header = order.flatMap((column) => (column === 'quote' ? names : [columns[column]]))
  const table = [header, ...rows.map((cells) => order.flatMap((column) => cells[column]))]
  return `${byteOrderMark}${unparse(
    table.map((cells) => cells.map(harmless)),
    { newline: '\r\n' },
  )}\r\n`
}

const order: readonly ExportColumn[] = [
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

type Cell = string | number

function row(
  { annotation, quotes, place, styleName, link }: ExportedNote,
  path: readonly ExportedHeading[],
  model: ExportModel,
): Readonly<Record<ExportColumn, Cell | readonly Cell[]>> {
  const section = place ? path.map(({ text }) => text).join(' › ') : model.messages.export.orphans
  return {
    id: annotation.id,
    section,
    quote: model.scripts.map((_, i) => quotes[i]?.text ?? ''),
    note: annotation.note,
    tags: annotation.tags.join('; '),
    style: styleName,
    created: annotation.createdAt,
    modified: annotation.modifiedAt,
    start: place?.start ?? '',
    end: place?.end ?? '',
    link,
    source: model.citation,
    app: `Piyue ${model.appVersion}`,
    exported: model.exportedAt,
  }
}

function harmless(cell: Cell): string {
  const text = visible(String(cell))
  return formula.test(text.trimStart()) || formula.test(text) ? `'${text}` : text
}
