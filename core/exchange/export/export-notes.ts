import type { ExportFormat } from '../../app/export-request'
import type { ExportModel } from './model'

/** The formats that are written here; a PDF is printed from `printableHtml` by who has a printer. */
export type WrittenFormat = Exclude<ExportFormat, 'pdf'>

/**
 * The content of an export file in the format asked for; text is to be written as UTF-8. Each format is
 * loaded when it is first asked for: the libraries behind them are large.
 */
export async function exportNotes(
  format: WrittenFormat,
  model: ExportModel,
): Promise<string | Uint8Array> {
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
    case 'ris':
    case 'bibtex':
    case 'csl':
      return (await import('./references')).exportReferences(format, model)
  }
}
