import { type ExportInput, exportModel } from './export-model'
import type { ExportModel } from './model'
import type { ExportFormat } from './request'

/** The formats that are written here; a PDF is printed from `printableHtml` by who has a printer. */
export type WrittenFormat = Exclude<ExportFormat, 'pdf'>

/**
 * The content of an export file in the format asked for; text is to be written as UTF-8.
 *
 * @throws Error if a rendition that the script needs is missing.
 */
export async function exportNotes(
  format: WrittenFormat,
  input: ExportInput,
): Promise<string | Uint8Array> {
  return writeAs(format, exportModel(input))
}

/** Each format is loaded when it is first asked for: the libraries behind them are large. */
async function writeAs(format: WrittenFormat, model: ExportModel): Promise<string | Uint8Array> {
  switch (format) {
    case 'markdown':
      return (await import('./markdown')).exportMarkdown(model)
    case 'html':
      return (await import('./html')).exportHtml(model)
    case 'docx':
      return (await import('./docx')).exportDocx(model)
    case 'csv':
      return (await import('./csv')).exportCsv(model)
    case 'json':
      return (await import('./json')).exportJson(model)
    case 'text':
      return (await import('./text')).exportText(model)
  }
}
