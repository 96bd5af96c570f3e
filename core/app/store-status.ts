/** What kept a change from the disk, as far as a reader can do something about it. */
const diskProblems = [
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

/** What keeps something from the disk. */
export interface DiskTrouble {
  readonly problem: DiskProblem
  /** The system's own code, as ENOSPC, for who wants to look it up. */
  readonly code: string
}

/**
 * How the reader's notes stand:
 * - `saved`: everything acknowledged is on disk
 * - `unsaved`: the last change is held in memory and tried again
 * - `read-only`: the file is left alone, since a newer version of the app wrote it
 */
export type StoreStatus =
  | { readonly state: 'saved' }
  | ({
      readonly state: 'unsaved'
      /** Absolute path of the file that could not be written. */
      readonly file: string
    } & DiskTrouble)
  | {
      readonly state: 'read-only'
      readonly file: string
      /** The version that the file says it has. */
      readonly version: number
      /** How many annotations in the file this version of the app does not understand. */
      readonly hidden: number
    }
