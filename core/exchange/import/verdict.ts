import { closed, z } from '../../text/schema'

/**
 * What is done with an annotation of a file:
 * - `new`: it is added
 * - `moved`: it is added, at another place than it says, where its words stand now
 * - `orphan`: it is added to those whose words are not found
 * - `changed`: it replaces an earlier version of itself
 * - `same`: it is here already
 * - `older`: it is here already in a later version, which stays
 * - `refused`: it cannot be read
 */
export const verdicts = ['new', 'moved', 'orphan', 'changed', 'same', 'older', 'refused'] as const

export type Verdict = (typeof verdicts)[number]

/** Why; each belongs to the verdict it stands beside. */
export const verdictReasons = [
  // moved
  'quote',
  'approximate',
  // orphan
  'not-found',
  'ambiguous',
  'not-searched',
  'other-document',
  // same: under another id
  'same-words',
  // refused
  'not-an-annotation',
  'no-quote',
  'too-long',
  'duplicate-id',
  'invalid',
] as const

export type VerdictReason = (typeof verdictReasons)[number]

/** One annotation of a file, and what becomes of it. */
export const importedItemSchema = closed({
  /** Its place in the file, from 0. */
  index: z.number().int().nonnegative(),
  verdict: z.enum(verdicts),
  reason: z.enum(verdictReasons).nullable(),
  /** What exactly does not fit, for who made the file; names fields of the format. */
  detail: z.string().nullable(),
  /** The first words of the quote and of the note, to know it by. */
  quote: z.string(),
  note: z.string(),
})

export type ImportedItem = z.output<typeof importedItemSchema>

/** How many annotations of a file fare how. */
export const importCountsSchema = closed({
  new: z.number(),
  moved: z.number(),
  orphan: z.number(),
  changed: z.number(),
  same: z.number(),
  older: z.number(),
  refused: z.number(),
} satisfies Record<Verdict, z.ZodNumber>)

export type ImportCounts = z.output<typeof importCountsSchema>

/** Where a file of annotations comes from, as far as its shape tells. */
export const importOrigins = ['piyue', 'w3c', 'readium', 'hypothesis'] as const

export type ImportOrigin = (typeof importOrigins)[number]

/** Why a file as a whole is not taken. */
export const fileRefusals = [
  'missing',
  'no-permission',
  'not-a-file',
  'unreadable',
  'too-large',
  'not-text',
  'not-json',
  'too-complex',
  'foreign',
  'newer',
  'too-many',
  'empty',
] as const

export type FileRefusal = (typeof fileRefusals)[number]

/** How many annotations a preview lists; the counts are of all. */
export const mostListed = 1_000

/** What an import would do, before it does it. */
export const importPreviewSchema = z.discriminatedUnion('kind', [
  closed({
    kind: z.literal('preview'),
    /** Names this preview when it is confirmed. */
    token: z.string(),
    file: z.string(),
    origin: z.enum(importOrigins),
    counts: importCountsSchema,
    items: z.array(importedItemSchema).readonly(),
  }),
  closed({ kind: z.literal('refused'), file: z.string(), refusal: z.enum(fileRefusals) }),
  closed({ kind: z.literal('cancelled') }),
])

export type ImportPreview = z.output<typeof importPreviewSchema>

/** How an import went. */
export const importOutcomeSchema = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('imported'), file: z.string(), counts: importCountsSchema }),
  /** Everything in the file is here already, or refused. */
  closed({ kind: z.literal('nothing-new'), file: z.string(), counts: importCountsSchema }),
  /** The store is open for reading only. */
  closed({ kind: z.literal('read-only'), file: z.string() }),
  closed({ kind: z.literal('refused'), file: z.string(), refusal: z.enum(fileRefusals) }),
  /** The preview is no longer held: another was made since. */
  closed({ kind: z.literal('gone') }),
])

export type ImportOutcome = z.output<typeof importOutcomeSchema>
