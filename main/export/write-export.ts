import { resolve } from '../../core/anchor/resolve'
import type { Annotation } from '../../core/annotation/annotation'
import type { ExportOutcome } from '../../core/api'
import { CanonicalDocument } from '../../core/edition/document'
import type { Publication } from '../../core/edition/publication'
import { type ExportInput, exportModel, leadingRendition } from '../../core/export/export-model'
import { exportNotes } from '../../core/export/export-notes'
import type { ExportRequest } from '../../core/export/request'
import type { Messages } from '../../core/messages/en'
import { canonicalRendition, Rendition } from '../../core/script/rendition'
import type { Settings } from '../../core/settings/settings'
import { codeOf, diskProblemOf } from '../store/disk-problem'
import { nodeFileSystem } from '../store/node-file-system'
import { replaceFile } from '../store/replace-file'
import type { PdfPrinter } from './pdf-printer'

/** What an export is made from, besides the request. */
export interface ExportMaterial {
  readonly publication: Publication
  readonly annotations: Iterable<Annotation>
  readonly settings: Settings
  readonly messages: Messages
  readonly appVersion: string
  readonly pdf: PdfPrinter
}

/**
 * Writes the notes asked for to a file, whole or not at all.
 *
 * @param file absolute path
 */
export async function writeExport(
  request: ExportRequest,
  file: string,
  material: ExportMaterial,
): Promise<ExportOutcome> {
  const input = exportInput(request, material)
  if (input.resolved.length === 0) return { kind: 'nothing-to-export' }
  const content = await contentOf(request, input, material)
  try {
    await replaceFile(nodeFileSystem, file, [content])
    return { kind: 'written', file, count: input.resolved.length }
  } catch (error) {
    return { kind: 'failed', file, problem: diskProblemOf(error), code: codeOf(error) }
  }
}

/** The annotations asked for, placed in the document, with all that an export needs besides. */
export function exportInput(request: ExportRequest, material: ExportMaterial): ExportInput {
  const asked = request.ids && new Set(request.ids)
  const annotations = [...material.annotations].filter(({ id }) => asked?.has(id) ?? true)
  const document = new CanonicalDocument(material.publication.document)
  return {
    document,
    renditions: new Map([
      [document.data.canonicalScript, canonicalRendition(document)],
      ...material.publication.renditions.map(
        (data) => [data.tag, new Rendition(document, data)] as const,
      ),
    ]),
    resolved: annotations.map((annotation) => resolve(document, annotation)),
    script: request.script,
    messages: material.messages,
    colorNames: material.settings.colorNames,
    appVersion: material.appVersion,
    now: new Date().toISOString(),
  }
}

async function contentOf(
  { format }: ExportRequest,
  input: ExportInput,
  { pdf }: ExportMaterial,
): Promise<string | Uint8Array> {
  if (format !== 'pdf') return exportNotes(format, input)
  const { printableHtml } = await import('../../core/export/printable-html')
  const fontFaces = await pdf.fontFaces()
  return pdf.print(printableHtml(exportModel(input), leadingRendition(input), fontFaces))
}
