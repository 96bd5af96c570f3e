import { annotationIdSchema } from '../../annotation/schema'
import { closed, z } from '../../text/schema'

/** The formats that notes can be written in. */
export const exportFormats = ['markdown', 'html', 'docx', 'pdf', 'csv', 'json', 'text'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The form that quotes are given in; `both` gives Traditional and Simplified. */
export const exportScripts = ['hant', 'hans', 'tw', 'hk', 'source', 'both'] as const
export type ExportScript = (typeof exportScripts)[number]

/** What is to be exported: all annotations, or those named; by a template of the reader's, or as is. */
export const exportRequestSchema = closed({
  format: z.enum(exportFormats),
  script: z.enum(exportScripts),
  ids: z.array(annotationIdSchema).max(200_000).optional(),
  /** The name of a template; it stands in for the format, and what it makes is text. */
  template: z.string().min(1).max(300).optional(),
})

export type ExportRequest = z.output<typeof exportRequestSchema>
