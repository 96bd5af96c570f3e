import type { Annotation } from '../../core/annotation/annotation'
import { resolve } from '../../core/annotation/resolve'
import type { Settings } from '../../core/app/settings'
import type { ExportOutcome } from '../../core/contract/contract'
import { CanonicalDocument } from '../../core/document/document'
import type { ExportInput } from '../../core/exchange/export/export-model'
import type { ExportRequest } from '../../core/exchange/export/request'
import type { TemplateProblem } from '../../core/exchange/export/template-problem'
import type { Messages } from '../../core/messages/en'
import type { Publication } from '../../core/publication/publication'
import { canonicalRendition, Rendition } from '../../core/script/rendition'
import { codeOf, diskProblemOf } from '../store/disk-problem'
import { type ExportTools, exportContent } from './export-content'
import { writeWholeFile } from './write-file'

/** What an export is made from, besides the request. */
export interface ExportMaterial extends ExportTools {
  readonly publication: Publication
  readonly annotations: Iterable<Annotation>
  readonly settings: Settings
  readonly messages: Messages
  readonly appVersion: string
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
export async function writeExport(
  request: ExportRequest,
  file: string,
  material: ExportMaterial,
): Promise<WriteOutcome> {
  const input = exportInput(request, material)
  if (input.resolved.length === 0) return { kind: 'nothing-to-export' }
  const content = await exportContent(request, input, material)
  if (isProblem(content)) {
    return { kind: 'template', name: request.template ?? '', problem: content }
  }
  try {
    await writeWholeFile(file, content)
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

const isProblem = (content: string | Uint8Array | TemplateProblem): content is TemplateProblem =>
  typeof content === 'object' && 'kind' in content
