import { countNotes } from '../../core/annotation/note-counts'
import {
  type ExportPreview,
  type ExportRequest,
  previewLimits,
  type TemplateProblem,
} from '../../core/app/export-request'
import type { ExportOutcome } from '../../core/contract/contract'
import { exportNotes } from '../../core/exchange/export/export-notes'
import {
  askedFor,
  type ExportModel,
  type ExportSource,
  exportModel,
} from '../../core/exchange/export/model'
import { codeOf, diskProblemOf } from '../disk/disk-problem'
import { writeWholeFile } from '../disk/write-file'
import type { PdfPrinter } from './pdf'
import type { TemplateSource } from './templates'

/** What writes the formats that the core alone cannot. */
export interface ExportTools {
  readonly pdf: PdfPrinter
  readonly templates: TemplateSource
}

/** How writing went; why the reader's template cannot be used is told apart. */
export type WriteOutcome =
  | ExportOutcome
  | { readonly kind: 'template'; readonly name: string; readonly problem: TemplateProblem }

/**
 * Writes the notes asked for to a file, whole or not at all.
 *
 * @param file absolute path
 */
export async function exportToFile(
  request: ExportRequest,
  file: string,
  source: ExportSource,
  tools: ExportTools,
): Promise<WriteOutcome> {
  const model = exportModel(source, inOneForm(request))
  if (model.count === 0) return { kind: 'nothing-to-export' }
  const content = await contentOf(request, model, tools)
  if (isProblem(content)) {
    return { kind: 'template', name: request.template ?? '', problem: content }
  }
  try {
    await writeWholeFile(file, content)
    return {
      kind: 'written',
      file,
      count: model.count,
      notes: countNotes(askedFor(source, request)),
    }
  } catch (error) {
    return { kind: 'failed', file, problem: diskProblemOf(error), code: codeOf(error) }
  }
}

/** A PDF holds the text once: of two forms the first, and it says so. */
const inOneForm = (request: ExportRequest): ExportRequest =>
  request.format === 'pdf' && request.template === undefined && request.script === 'both'
    ? { ...request, script: 'hant' }
    : request

/** Formats whose file is text that says as much to a reader as the notes laid out. */
const readable: ReadonlySet<string> = new Set(['markdown', 'csv', 'json', 'text'])

/** What a file that is laid out will look like, as HTML; of one that is text, nothing. */
async function pageOf(
  { format, template, vertical = false }: ExportRequest,
  model: ExportModel,
): Promise<string | undefined> {
  if (template !== undefined || readable.has(format)) return undefined
  if (format === 'pdf') {
    const { printableHtml } = await import('../../core/exchange/export/printable-html')
    return printableHtml(model, '', { vertical, marks: true, notes: 'end' })
  }
  const page = await exportNotes('html', model)
  return typeof page === 'string' ? page : undefined
}

/** The beginning of what an export would write; of a file that is laid out, its words and its look. */
export async function previewExport(
  request: ExportRequest,
  source: ExportSource,
  tools: ExportTools,
): Promise<ExportPreview> {
  const asked = askedFor(source, request)
  const count = asked.length
  if (count === 0) return { kind: 'nothing-to-export' }
  const first = { ...source, annotations: asked.slice(0, previewLimits.notes) }
  const model = exportModel(first, { script: inOneForm(request).script })
  const page = await pageOf(request, model)
  const shownAs = page === undefined ? request : ({ ...request, format: 'text' } as const)
  const content = await contentOf(shownAs, model, tools)
  if (isProblem(content)) {
    return { kind: 'template', name: request.template ?? '', problem: content }
  }
  if (typeof content !== 'string') throw new TypeError(`${request.format} is not text`)
  const text = content.slice(0, previewLimits.text)
  return {
    kind: 'preview',
    text,
    ...(page !== undefined && { page }),
    shown: model.count,
    count,
    notes: countNotes(asked),
  }
}

/** The content of the file asked for; or why the template asked for cannot be used. */
async function contentOf(
  { format, template, vertical = false }: ExportRequest,
  model: ExportModel,
  { pdf, templates }: ExportTools,
): Promise<string | Uint8Array | TemplateProblem> {
  if (template !== undefined) {
    const source = await templates.read(template)
    if (typeof source !== 'string') return source
    const { exportByTemplate } = await import('../../core/exchange/export/template')
    return exportByTemplate(source, model)
  }
  if (format !== 'pdf') return exportNotes(format, model)
  const { printableHtml } = await import('../../core/exchange/export/printable-html')
  return pdf.print(
    printableHtml(model, await pdf.fontFaces(), { vertical, marks: true, notes: 'end' }),
  )
}

const isProblem = (content: string | Uint8Array | TemplateProblem): content is TemplateProblem =>
  typeof content === 'object' && 'kind' in content
