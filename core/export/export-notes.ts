import { exportMarkdown } from './markdown'
import { type ExportInput, exportModel } from './model'
import type { ExportFormat } from './request'

/** The content of an export file in the format asked for. */
export function exportNotes(format: ExportFormat, input: ExportInput): string {
  const model = exportModel(input)
  switch (format) {
    case 'markdown':
      return exportMarkdown(model)
  }
}
