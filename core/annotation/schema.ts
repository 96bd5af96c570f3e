import * as z from 'zod'
import { closed, instantSchema, textRangeSchema } from '../text/schema'
import { scriptTags } from '../text/script-tag'
import { type Annotation, limits } from './annotation'
import { type Change, type ChangeSet, gestures } from './change-set'
import type { Command } from './command'
import type { Draft, DraftTarget } from './draft'
import { type History, historyDepth } from './history'
import { colors, type MarkStyle, markKinds } from './style'

/**
 * What annotations, changes, commands and drafts must look like where they arrive from outside: from a
 * file, or from the page. The types are the model's own; the compiler holds each schema to its type.
 */

export const scriptTagSchema = z.enum(scriptTags)

export const markStyleSchema: z.ZodType<MarkStyle> = closed({
  color: z.enum(colors),
  kind: z.enum(markKinds),
})

const noteSchema = z.string().max(limits.note)

const tagSchema = z
  .string()
  .min(1)
  .max(limits.tag)
  .refine((tag) => tag === tag.trim(), { error: 'must not begin or end with a space' })

const tagsSchema = z
  .array(tagSchema)
  .max(limits.tags)
  .refine((tags) => new Set(tags).size === tags.length, { error: 'must not repeat a tag' })

const quoteSchema = closed({
  exact: z.string().min(1).max(limits.quote),
  prefix: z.string().max(limits.quote),
  suffix: z.string().max(limits.quote),
})

export const annotationIdSchema = z.string().min(1).max(200)

export const documentIdSchema = z.string().min(1).max(200)

const documentDigestSchema = z.string().min(1).max(200)

export const annotationSchema = closed({
  id: annotationIdSchema,
  documentId: documentIdSchema,
  documentDigest: documentDigestSchema,
  range: textRangeSchema,
  quote: quoteSchema,
  seenIn: scriptTagSchema,
  style: markStyleSchema,
  note: noteSchema,
  tags: tagsSchema.readonly(),
  createdAt: instantSchema,
  modifiedAt: instantSchema,
}) satisfies z.ZodType<Annotation>

const changeSchema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('create'), after: annotationSchema }),
  closed({ kind: z.literal('update'), before: annotationSchema, after: annotationSchema }),
  closed({ kind: z.literal('delete'), before: annotationSchema }),
])

export const changeSetSchema: z.ZodType<ChangeSet> = closed({
  gesture: z.enum(gestures),
  at: instantSchema,
  changes: z.array(changeSchema).readonly(),
})

export const historySchema: z.ZodType<History> = closed({
  done: z.array(changeSetSchema).max(historyDepth),
  undone: z.array(changeSetSchema).max(historyDepth),
})

const ids = z.array(annotationIdSchema).min(1).max(200_000)

export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('kind', [
  closed({
    kind: z.literal('highlight'),
    range: textRangeSchema,
    seenIn: scriptTagSchema,
    style: markStyleSchema,
    note: noteSchema.optional(),
  }),
  closed({ kind: z.literal('restyle'), ids, style: markStyleSchema }),
  closed({ kind: z.literal('recolor'), ids, color: z.enum(colors) }),
  closed({ kind: z.literal('note'), id: annotationIdSchema, note: noteSchema }),
  closed({ kind: z.literal('tags'), id: annotationIdSchema, tags: tagsSchema }),
  closed({ kind: z.literal('add-tags'), ids, tags: tagsSchema }),
  closed({ kind: z.literal('remove-tag'), tag: z.string().min(1) }),
  closed({ kind: z.literal('rename-tag'), from: z.string().min(1), to: tagSchema }),
  closed({ kind: z.literal('re-range'), id: annotationIdSchema, range: textRangeSchema }),
  closed({ kind: z.literal('reattach'), id: annotationIdSchema, range: textRangeSchema }),
  closed({ kind: z.literal('delete'), ids }),
])

export const draftTargetSchema: z.ZodType<DraftTarget> = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('annotation'), id: annotationIdSchema }),
  closed({
    kind: z.literal('passage'),
    documentId: documentIdSchema,
    documentDigest: documentDigestSchema,
    range: textRangeSchema,
    seenIn: scriptTagSchema,
    style: markStyleSchema,
  }),
])

export const draftSchema: z.ZodType<Draft> = closed({
  target: draftTargetSchema,
  note: z.string().max(limits.draft),
  at: instantSchema,
  left: z.literal(true).optional(),
})
