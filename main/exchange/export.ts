import { type AnnotationCounts, countNotes } from '../../core/annotation/counts'
import {
  type ExportPreview,
  type ExportRequest,
  previewLimits,
  referenceFormats,
  standsWithoutNotes,
  type TemplateProblem,
} from '../../core/app/export-request'
import type { ExportOutcome } from '../../core/contract/contract'
import {
  type AnnotatedDocument,
  askedFor,
  type ExportSource,
} from '../../core/exchange/export/model'
import { beginningOf } from '../../core/text/code-points'
import { codeOf, diskProblemOf } from '../disk/disk-problem'
import { writeWholeFile } from '../disk/write-file'
import { type ExportContent, type ExportParts, exportContent, jobOf } from './export-content'
import type { ExportWorker } from './export-worker'
import { unattended } from './jobs'
import type { PdfPrinter } from './pdf'
import type { TemplateSource } from './templates'

/** What writes the formats that the core alone cannot. */
export interface ExportTools {
  readonly pdf: PdfPrinter
  readonly templates: TemplateSource
  /** Makes what is large, that nobody has to wait for it; without one it is made at once. */
  readonly worker?: ExportWorker
}

/** How many annotations are written sooner than a process for them would have started. */
const few = 300

/** How writing went; why the reader's template cannot be used is told apart. */
type WriteOutcome =
  | ExportOutcome
  | { readonly kind: 'template'; readonly name: string; readonly problem: TemplateProblem }

/**
 * Writes the notes asked for to a file, whole or not at all.
 *
 * @param file absolute path
 * @throws the signal's reason where it is aborted: nothing is written then
 */
export async function exportToFile(
  request: ExportRequest,
  file: string,
  source: ExportSource,
  tools: ExportTools,
  signal: AbortSignal = unattended.signal,
): Promise<WriteOutcome> {
  const made = await contentOf(inOneForm(request), source, tools, signal)
  if (made.kind === 'nothing-to-export') return made
  if (made.kind === 'template') return { ...made, name: request.template ?? '' }
  const content = isPrinted(request)
    ? await tools.pdf.print(String(made.content), signal)
    : made.content
  signal.throwIfAborted()
  try {
    await writeWholeFile(file, content)
    return { kind: 'written', file, count: made.count, notes: made.notes, unreadable: [] }
  } catch (error) {
    return { kind: 'failed', file, problem: diskProblemOf(error), code: codeOf(error) }
  }
}

/** A PDF holds the text once: of two forms the first, and it says so. */
const inOneForm = (request: ExportRequest): ExportRequest =>
  isPrinted(request) && request.script === 'both' ? { ...request, script: 'hant' } : request

const isPrinted = ({ format, template }: ExportRequest): boolean =>
  format === 'pdf' && template === undefined

/** Formats whose file is text that says as much to a reader as the notes laid out. */
const readable: ReadonlySet<string> = new Set([
  'markdown',
  'csv',
  'json',
  'text',
  ...referenceFormats,
])

/** What a file that is laid out will look like, as HTML; of one that is text, nothing. */
async function pageOf(request: ExportRequest, source: ExportSource): Promise<string | undefined> {
  if (request.template !== undefined || readable.has(request.format)) return undefined
  const laidOut = isPrinted(request) ? request : ({ ...request, format: 'html' } as const)
  const made = await exportContent(laidOut, source, { template: undefined, fontFaces: '' })
  return made.kind === 'content' && typeof made.content === 'string' ? made.content : undefined
}

/** What copying an export gives: the text of its file; of one that is laid out, the notes, as HTML too. */
type CopiedContent =
  | Extract<WriteOutcome, { readonly kind: 'nothing-to-export' | 'template' }>
  | {
      readonly kind: 'content'
      readonly text: string
      readonly html: string | undefined
      readonly count: number
      readonly notes: number
    }

/** Makes what is put on the clipboard in the place of a file. */
export async function exportToCopy(
  request: ExportRequest,
  source: ExportSource,
  tools: ExportTools,
): Promise<CopiedContent> {
  const isText = request.template !== undefined || readable.has(request.format)
  const words = request.scope === 'text' ? 'markdown' : 'text'
  const asText = isText ? request : ({ ...request, format: words } as const)
  const made = await contentOf(asText, source, tools, unattended.signal)
  if (made.kind === 'nothing-to-export') return made
  if (made.kind === 'template') return { ...made, name: request.template ?? '' }
  const laidOut = isText
    ? undefined
    : await contentOf({ ...request, format: 'html' }, source, tools, unattended.signal)
  return {
    kind: 'content',
    text: String(made.content),
    html: laidOut?.kind === 'content' ? String(laidOut.content) : undefined,
    count: made.count,
    notes: made.notes,
  }
}

/** How many annotations a request asks for. */
function countsOf({ documents }: ExportSource, request: ExportRequest): AnnotationCounts {
  const asked = documents.flatMap((document) => askedFor(document, request))
  return { annotations: asked.length, notes: countNotes(asked) }
}

/**
 * The beginning of what an export would write; of a file that is laid out, its words and its look.
 *
 * @param counts of all that is asked for, where the source holds the first documents only
 */
export async function previewExport(
  request: ExportRequest,
  source: ExportSource,
  tools: ExportTools,
  counts = countsOf(source, request),
): Promise<ExportPreview> {
  if (counts.annotations === 0 && !standsWithoutNotes(request)) return { kind: 'nothing-to-export' }
  const first = firstAnnotations(source, request)
  const shownIn = inOneForm(request)
  const page = await pageOf(shownIn, first)
  const shownAs = page === undefined ? shownIn : ({ ...shownIn, format: 'text' } as const)
  const { pdf, templates } = tools
  const made = await contentOf(shownAs, first, { pdf, templates }, unattended.signal)
  if (made.kind === 'nothing-to-export') return made
  if (made.kind === 'template') return { ...made, name: request.template ?? '' }
  if (typeof made.content !== 'string') throw new TypeError(`${request.format} is not text`)
  return {
    kind: 'preview',
    text: beginningOf(made.content, previewLimits.text),
    ...(page !== undefined && { page }),
    shown: made.count,
    count: counts.annotations,
    notes: counts.notes,
  }
}

/** The first annotations asked for, in the documents that they are on. */
function firstAnnotations(source: ExportSource, request: ExportRequest): ExportSource {
  let left: number = previewLimits.annotations
  const [first, ...others] = source.documents
  const cut = (document: AnnotatedDocument): AnnotatedDocument => {
    const annotations = askedFor(document, request).slice(0, left)
    left -= annotations.length
    return { ...document, annotations }
  }
  return { ...source, documents: [cut(first), ...others.map(cut)] }
}

/** The content of the file asked for; or why the template asked for cannot be used. */
async function contentOf(
  request: ExportRequest,
  source: ExportSource,
  { pdf, templates, worker }: ExportTools,
  signal: AbortSignal,
): Promise<ExportContent> {
  const template =
    request.template === undefined ? undefined : await templates.read(request.template)
  if (template !== undefined && typeof template !== 'string') {
    return { kind: 'template', problem: template }
  }
  const fontFaces = isPrinted(request) ? await pdf.fontFaces() : ''
  const parts: ExportParts = { template, fontFaces }
  const count = source.documents.reduce((sum, { annotations }) => sum + annotations.length, 0)
  return worker === undefined || count <= few
    ? exportContent(request, source, parts)
    : worker.make(jobOf(request, source, parts), signal)
}
