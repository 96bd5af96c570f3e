import { closed, textRangeSchema, z } from '../text/schema'
import { annotationIdSchema, noteSchema, scriptTagSchema, tagsSchema } from './annotation'
import { markStyleSchema } from './style'

const ids = z.array(annotationIdSchema).min(1).max(200_000)

/**
 * What the page can ask for: one item a gesture of the reader. The page names places and wishes; the
 * owner of the annotations makes ids, times and quotes, so none of those can be forged.
 */
export const commandSchema = z.discriminatedUnion('kind', [
  closed({
    kind: z.literal('highlight'),
    range: textRangeSchema,
    seenIn: scriptTagSchema,
    style: markStyleSchema,
    note: noteSchema.optional(),
  }),
  closed({ kind: z.literal('restyle'), ids, style: markStyleSchema }),
  closed({ kind: z.literal('recolor'), ids, color: markStyleSchema.shape.color }),
  closed({ kind: z.literal('note'), id: annotationIdSchema, note: noteSchema }),
  closed({ kind: z.literal('tags'), id: annotationIdSchema, tags: tagsSchema }),
  closed({ kind: z.literal('add-tags'), ids, tags: tagsSchema }),
  closed({ kind: z.literal('rename-tag'), from: z.string().min(1), to: tagsSchema.element }),
  closed({ kind: z.literal('re-range'), id: annotationIdSchema, range: textRangeSchema }),
  closed({ kind: z.literal('reattach'), id: annotationIdSchema, range: textRangeSchema }),
  closed({ kind: z.literal('delete'), ids }),
])

export type Command = z.output<typeof commandSchema>
export type CommandInput = z.input<typeof commandSchema>
