import { closed, z } from '../text/schema'

/** What kept a change from the disk, as far as a reader can do something about it. */
export const diskProblems = [
  'full',
  'read-only',
  'no-permission',
  'folder-missing',
  'changed-outside',
  /** The disk has not answered for seconds; the change is still on its way. */
  'slow',
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
    /** How many annotations in the file this version of the app does not understand. */
    hidden: z.number(),
  }),
])

export type StoreStatus = z.output<typeof storeStatusSchema>
