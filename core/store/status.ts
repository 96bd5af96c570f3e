import { closed, z } from '../schema'

/** What kept a change from the disk, as far as a reader can do something about it. */
export const diskProblems = [
  'full',
  'read-only',
  'no-permission',
  'folder-missing',
  'changed-outside',
  'other',
] as const

export type DiskProblem = (typeof diskProblems)[number]

/**
 * How the reader's notes stand:
 * - `saved`: everything acknowledged is on disk
 * - `unsaved`: the last change is held in memory and tried again
 * - `read-only`: the file is left alone, since a newer version of the app wrote it
 */
export const storeStatusSchema = z.discriminatedUnion('state', [
  closed({ state: z.literal('saved') }),
  closed({
    state: z.literal('unsaved'),
    problem: z.enum(diskProblems),
    /** Absolute path of the file that could not be written. */
    file: z.string(),
    /** The system's own code, as ENOSPC, for who wants to look it up. */
    code: z.string(),
  }),
  closed({
    state: z.literal('read-only'),
    file: z.string(),
    /** The version that the file says it has. */
    version: z.number(),
  }),
])

export type StoreStatus = z.output<typeof storeStatusSchema>

/** Something about the files that the reader must be told once, when the app opens. */
export const storeNoticeSchema = z.discriminatedUnion('kind', [
  closed({
    /** A file could not be read as what it should be; it was set aside, unchanged. */
    kind: z.literal('set-aside'),
    file: z.string(),
    /** Where the damaged file lies now. */
    setAside: z.string(),
    damage: z.enum(['empty', 'not-text', 'not-json', 'foreign', 'invalid', 'not-a-file']),
    /** What was opened instead. */
    restored: z
      .discriminatedUnion('from', [
        closed({
          from: z.literal('generation'),
          file: z.string(),
          /** When that generation was written: ISO 8601. */
          writtenAt: z.string(),
          count: z.number(),
        }),
        closed({ from: z.literal('nothing') }),
      ])
      .describe('what was opened in its place'),
  }),
  closed({
    /** The file had been changed by another program; both sides were kept. */
    kind: z.literal('merged'),
    file: z.string(),
    /** Where the copy of what was in memory or on disk, and lost a conflict, lies. */
    copy: z.string(),
    count: z.number(),
  }),
])

export type StoreNotice = z.output<typeof storeNoticeSchema>
