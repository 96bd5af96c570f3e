import { closed, z } from '../text/schema'
import { diskProblems } from './store-status'

/** In what way a file is not what it should be. */
export const damages = [
  'empty',
  'not-text',
  'not-json',
  'foreign',
  'invalid',
  'not-a-file',
  'too-large',
] as const

export type Damage = (typeof damages)[number]

/** What was opened in place of a file that was damaged or gone. */
export const restoredSchema = z.discriminatedUnion('from', [
  closed({
    from: z.literal('generation'),
    file: z.string(),
    /** When that generation was written: ISO 8601. */
    writtenAt: z.string(),
    /** How many annotations there are now. */
    count: z.number(),
    /** How many later changes the journal added to it. */
    changes: z.number(),
    /** Whether the journal begins where the generation ends: then nothing is lost. */
    complete: z.boolean(),
  }),
  /** There was no generation: only what the journal still held. */
  closed({
    from: z.literal('journal'),
    count: z.number(),
    changes: z.number(),
    complete: z.boolean(),
  }),
  closed({ from: z.literal('nothing') }),
])

export type Restored = z.output<typeof restoredSchema>

/** What lies beside the notes: how the reader likes to read, and notes still being written. */
export const besides = ['settings', 'drafts'] as const

export type Beside = (typeof besides)[number]

/** Where a file that was set aside lies now; null where it could not be moved and lies as it was. */
const setAside = z.string().nullable()

/** Something about the files that the reader must be told once. All files are absolute paths. */
export const storeNoticeSchema = z.discriminatedUnion('kind', [
  /** A file could not be read as what it should be; it was set aside, unchanged. */
  closed({
    kind: z.literal('set-aside'),
    file: z.string(),
    setAside,
    damage: z.enum(damages),
    restored: restoredSchema,
  }),
  /** The file was gone although there had been one. */
  closed({ kind: z.literal('missing'), file: z.string(), restored: restoredSchema }),
  /** The file was damaged or gone while the app ran; it was written again from memory. */
  closed({
    kind: z.literal('rewritten'),
    file: z.string(),
    setAside,
    count: z.number(),
  }),
  /** A file beside the notes could not be read as what it should be; what it held begins anew. */
  closed({
    kind: z.literal('beside-damaged'),
    of: z.enum(besides),
    file: z.string(),
    setAside,
    damage: z.enum(damages),
  }),
  /** Another program changed a file beside the notes while the app ran; the app's own was written. */
  closed({
    kind: z.literal('beside-changed'),
    of: z.enum(besides),
    file: z.string(),
    setAside: z.string(),
  }),
  /** Lines of the journal could not be read; the others were kept. */
  closed({
    kind: z.literal('journal-damaged'),
    file: z.string(),
    setAside,
    /** How many lines, that is changes, could not be read. */
    lost: z.number(),
    /** How many changes were read. */
    kept: z.number(),
  }),
  /** The journal is gone or ends too early: acknowledged changes may be missing. */
  closed({
    kind: z.literal('changes-missing'),
    file: z.string(),
    /** How many, where that is known. */
    count: z.number().nullable(),
  }),
  /** The file had been changed by another program; both sides were kept. */
  closed({
    kind: z.literal('merged'),
    file: z.string(),
    /** The file that holds what lost a conflict; null where there was no conflict. */
    copy: z.string().nullable(),
    /** How many annotations came or changed from outside. */
    count: z.number(),
  }),
  /**
   * Every change is on disk, but a file beside it could not be brought up to date: the steps of undo, a
   * generation, or the notes file itself while the journal holds what it lacks.
   */
  closed({
    kind: z.literal('not-written'),
    file: z.string(),
    problem: z.enum(diskProblems),
    code: z.string(),
  }),
])

export type StoreNotice = z.output<typeof storeNoticeSchema>
