import {
  type ExportInput,
  exportModel,
  leadingRendition,
} from '../../core/exchange/export/export-model'
import { exportNotes } from '../../core/exchange/export/export-notes'
import type { ExportRequest } from '../../core/exchange/export/request'
import type { TemplateProblem } from '../../core/exchange/export/template-problem'
import type { PdfPrinter } from './pdf-printer'
import type { TemplateSource } from './templates'

/** What writes the formats that the core alone cannot. */
export interface ExportTools {
  readonly pdf: PdfPrinter
  readonly templates: TemplateSource
}

/** The content of the file asked for; or why the template asked for cannot be used. */
export async function exportContent(
  { format, template }: ExportRequest,
  input: ExportInput,
  tools: ExportTools,
): Promise<string | Uint8Array | TemplateProblem> {
  if (template !== undefined) return byTemplate(template, input, tools)
  if (format !== 'pdf') return exportNotes(format, input)
  const { printableHtml } = await import('../../core/exchange/export/printable-html')
  const fontFaces = await tools.pdf.fontFaces()
  const shown = inOneForm(input)
  return tools.pdf.print(printableHtml(exportModel(shown), leadingRendition(shown), fontFaces))
}

/** A PDF holds the text once: of two forms the first, and it says so. */
const inOneForm = (input: ExportInput): ExportInput =>
  input.script === 'both' ? { ...input, script: 'hant' } : input

async function byTemplate(name: string, input: ExportInput, { templates }: ExportTools) {
  const template = await templates.read(name)
  if (typeof template !== 'string') return template
  const { exportByTemplate } = await import('../../core/exchange/export/template')
  return exportByTemplate(template, exportModel(input))
}
