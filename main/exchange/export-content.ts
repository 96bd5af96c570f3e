import type { Annotation } from '../../core/annotation/annotation'
import { countNotes } from '../../core/annotation/counts'
import {
  type ExportRequest,
  standsWithoutNotes,
  type TemplateProblem,
} from '../../core/app/export-request'
import type { UiLanguage } from '../../core/app/settings'
import { exportNotes } from '../../core/exchange/export/export-notes'
import {
  type AnnotatedDocument,
  askedFor,
  type ExportSource,
  exportModel,
} from '../../core/exchange/export/model'
import { messagesIn } from '../../core/messages/language'
import { OpenDocument } from '../../core/publication/open-document'
import type { Publication } from '../../core/publication/publication'

/** What the content of a file hangs on besides the notes. */
export interface ExportParts {
  /** The text of the template asked for, if one was. */
  readonly template: string | undefined
  /** The style sheet of the fonts that a page to be printed is set in. */
  readonly fontFaces: string
}

/** What is to be written: of a PDF the page that is to be printed. */
export type ExportContent =
  | {
      readonly kind: 'content'
      readonly content: string | Uint8Array
      /** How many annotations it holds, and how many of them have a note. */
      readonly count: number
      readonly notes: number
    }
  | { readonly kind: 'nothing-to-export' }
  | { readonly kind: 'template'; readonly problem: TemplateProblem }

/** Makes the content of the file asked for; or says why the template asked for cannot be used. */
export async function exportContent(
  request: ExportRequest,
  source: ExportSource,
  { template, fontFaces }: ExportParts,
): Promise<ExportContent> {
  const model = exportModel(source, request)
  if (model.count === 0 && !standsWithoutNotes(request)) return { kind: 'nothing-to-export' }
  const made = {
    kind: 'content',
    count: model.count,
    notes: countNotes(source.documents.flatMap((document) => askedFor(document, request))),
  } as const
  if (template !== undefined) {
    const { exportByTemplate } = await import('../../core/exchange/export/template')
    const content = exportByTemplate(template, model)
    if (typeof content !== 'string') return { kind: 'template', problem: content }
    return { ...made, content }
  }
  if (request.format !== 'pdf')
    return { ...made, content: await exportNotes(request.format, model) }
  const { vertical = false } = request
  const { printableHtml } = await import('../../core/exchange/export/printable-html')
  return {
    ...made,
    content: printableHtml(model, fontFaces, { vertical, marks: true, notes: 'end' }),
  }
}

interface AnnotatedPublication {
  readonly publication: Publication
  readonly annotations: readonly Annotation[]
  readonly pictures: AnnotatedDocument['pictures']
  readonly disambiguator: AnnotatedDocument['disambiguator']
}

/** The same as plain data, for it crosses into another process. */
export interface ExportJob extends ExportParts {
  readonly request: ExportRequest
  readonly documents: readonly [AnnotatedPublication, ...AnnotatedPublication[]]
  readonly language: UiLanguage
  readonly colorNames: ExportSource['colorNames']
  readonly appVersion: string
  readonly now: string
}

const published = ({ open, ...more }: AnnotatedDocument): AnnotatedPublication => ({
  publication: open.publication,
  annotations: more.annotations,
  pictures: more.pictures,
  disambiguator: more.disambiguator,
})

const opened = ({ publication, ...more }: AnnotatedPublication): AnnotatedDocument => ({
  open: new OpenDocument(publication),
  ...more,
})

/** A source as another process can be given it. */
export function jobOf(request: ExportRequest, source: ExportSource, parts: ExportParts): ExportJob {
  const { documents, messages, colorNames, appVersion, now } = source
  const [first, ...others] = documents
  const [language = 'en'] =
    (Object.entries(messagesIn) as [UiLanguage, unknown][]).find(([, one]) => one === messages) ??
    []
  return {
    request,
    documents: [published(first), ...others.map(published)],
    language,
    colorNames,
    appVersion,
    now,
    ...parts,
  }
}

/** Makes the content that a job asks for. */
export function runExportJob(job: ExportJob): Promise<ExportContent> {
  const [first, ...others] = job.documents
  return exportContent(
    job.request,
    {
      documents: [opened(first), ...others.map(opened)],
      messages: messagesIn[job.language],
      colorNames: job.colorNames,
      appVersion: job.appVersion,
      now: job.now,
    },
    job,
  )
}
