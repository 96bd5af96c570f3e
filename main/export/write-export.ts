import { resolve } from '../../core/anchor/resolve'
import type { Annotation } from '../../core/annotation/annotation'
import type { ExportOutcome } from '../../core/api'
import { CanonicalDocument } from '../../core/edition/document'
import type { Publication } from '../../core/edition/publication'
import { exportNotes } from '../../core/export/export-notes'
import type { ExportRequest } from '../../core/export/request'
import type { Messages } from '../../core/messages/en'
import { canonicalRendition, Rendition } from '../../core/script/rendition'
import type { Settings } from '../../core/settings/settings'
import { codeOf, diskProblemOf } from '../store/disk-problem'
import { nodeFileSystem } from '../store/node-file-system'
import { replaceFile } from '../store/replace-file'

/** What an export is made from, besides the request. */
export interface ExportMaterial {
  readonly publication: Publication
  readonly annotations: Iterable<Annotation>
  readonly settings: Settings
  readonly messages: Messages
  readonly appVersion: string
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
  const asked = request.ids && new Set(request.ids)
  const annotations = [...material.annotations].filter(({ id }) => asked?.has(id) ?? true)
  if (annotations.length === 0) return { kind: 'nothing-to-export' }
  const document = new CanonicalDocument(material.publication.document)
  const content = exportNotes(request.format, {
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
  })
  try {
    await replaceFile(nodeFileSystem, file, [content])
    return { kind: 'written', file, count: annotations.length }
  } catch (error) {
    return { kind: 'failed', file, problem: diskProblemOf(error), code: codeOf(error) }
  }
}
