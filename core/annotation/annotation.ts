import { byPlace, type TextRange } from '../text/range'
import { closed, instantSchema, textRangeSchema, z } from '../text/schema'
import { scriptTags } from '../text/script-tag'
import { type MarkStyle, markStyleSchema } from './style'

/**
 * The longest note, tag and list of tags that are kept. Far beyond what a reader writes; they stop a
 * hostile import from filling the disk.
 */
export const limits = { note: 200_000, tag: 200, tags: 200, quote: 100_000 } as const

/** The words that were marked, with what stands around them: all in canonical script. */
export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** A mark on a passage, with the reader's note where there is one. */
export interface Annotation {
  readonly id: string
  readonly documentId: string
  /** The digest of the text that `range` counts in. */
  readonly documentDigest: string
  /** Code points of the canonical text. */
  readonly range: TextRange
  readonly quote: Quote
  /** What the reader was looking at when marking. */
  readonly seenIn: z.infer<typeof scriptTagSchema>
  readonly style: MarkStyle
  /** Markdown, the reader's own: never converted. Empty where there is none. */
  readonly note: string
  readonly tags: readonly string[]
  /** ISO 8601, milliseconds, UTC. */
  readonly createdAt: string
  readonly modifiedAt: string
}

export const scriptTagSchema = z.enum(scriptTags)

export const noteSchema = z.string().max(limits.note)

export const tagsSchema = z
  .array(
    z
      .string()
      .min(1)
      .max(limits.tag)
      .refine((tag) => tag === tag.trim(), { error: 'must not begin or end with a space' }),
  )
  .max(limits.tags)
  .refine((tags) => new Set(tags).size === tags.length, { error: 'must not repeat a tag' })

export const quoteSchema = closed({
  exact: z.string().min(1).max(limits.quote),
  prefix: z.string().max(limits.quote),
  suffix: z.string().max(limits.quote),
})

export const annotationIdSchema = z.string().min(1).max(200)

export const annotationSchema = closed({
  id: annotationIdSchema,
  documentId: z.string().min(1).max(200),
  documentDigest: z.string().min(1).max(200),
  range: textRangeSchema,
  quote: quoteSchema,
  seenIn: scriptTagSchema,
  style: markStyleSchema,
  note: noteSchema,
  tags: tagsSchema.readonly(),
  createdAt: instantSchema,
  modifiedAt: instantSchema,
})

/** Order in the text; of two on the same words, the earlier made first. */
export const byPlaceAndTime = (a: Annotation, b: Annotation): number =>
  byPlace(a.range, b.range) || compare(a.createdAt, b.createdAt) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
