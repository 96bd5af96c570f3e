import { closed, instantSchema, textRangeSchema, z } from '../text/schema'
import { annotationIdSchema, noteSchema, scriptTagSchema } from './annotation'
import { markStyleSchema } from './style'

/** What a note being written belongs to: a mark that is there, or a passage not yet marked. */
export const draftTargetSchema = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('annotation'), id: annotationIdSchema }),
  closed({
    kind: z.literal('passage'),
    documentId: z.string().min(1).max(200),
    documentDigest: z.string().min(1).max(200),
    range: textRangeSchema,
    seenIn: scriptTagSchema,
    style: markStyleSchema,
  }),
])

/** A note that is being written and not yet saved; kept on disk, so that it survives a crash. */
export const draftSchema = closed({
  target: draftTargetSchema,
  note: noteSchema,
  at: instantSchema,
  /** The reader left it: it waits at its card, and does not open by itself. */
  left: z.literal(true).optional(),
})

export type DraftTarget = z.output<typeof draftTargetSchema>
export type Draft = z.output<typeof draftSchema>
