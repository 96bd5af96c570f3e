import { type ExportPreview, previewLimits } from '../../core/exchange/export/preview'
import type { ExportRequest } from '../../core/exchange/export/request'
import { exportContent } from './export-content'
import { type ExportMaterial, exportInput } from './write-export'

/** Formats whose file is text that says as much to a reader as the notes laid out. */
const readable: ReadonlySet<string> = new Set(['markdown', 'csv', 'json', 'text'])

/** The beginning of what an export would write; of a file that is laid out, its words. */
export async function previewExport(
  request: ExportRequest,
  material: ExportMaterial,
): Promise<ExportPreview> {
  const input = exportInput(request, material)
  const count = input.resolved.length
  if (count === 0) return { kind: 'nothing-to-export' }
  const resolved = input.resolved.slice(0, previewLimits.notes)
  const { template } = request
  const isFile = template !== undefined || readable.has(request.format)
  const shownAs = isFile ? request : ({ ...request, format: 'text' } as const)
  const content = await exportContent(shownAs, { ...input, resolved }, material)
  if (typeof content === 'string') {
    const text = content.slice(0, previewLimits.text)
    return { kind: 'preview', text, isFile, shown: resolved.length, count }
  }
  if (template === undefined || content instanceof Uint8Array) {
    throw new TypeError(`${request.format} cannot be shown as text`)
  }
  return { kind: 'template', name: template, problem: content }
}
