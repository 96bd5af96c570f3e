import { annotationIdSchema } from '../annotation/annotation'
import { closed, z } from '../schema'

/** The formats that notes can be written in. */
export const exportFormats = ['markdown', 'html', 'docx', 'pdf', 'csv', 'json', 'text'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The form that quotes are given in; `both` gives Traditional and Simplified. */
export const exportScripts = ['hant', 'hans', 'tw', 'hk', 'source', 'both'] as const
export type ExportScript = (typeof exportScripts)[number]

/** What is to be exported: all annotations, or those named. */
export const exportRequestSchema = closed({
  format: z.enum(exportFormats),
  script: z.enum(exportScripts),
  ids: z.array(annotationIdSchema).optional(),
})

export type ExportRequest = z.output<typeof exportRequestSchema>
