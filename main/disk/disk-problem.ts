/** What kept a file from being written, as far as something can be done about it. */
export type DiskProblem =
  | 'full'
  | 'read-only'
  | 'no-permission'
  | 'folder-missing'
  | 'changed-outside'
  | 'other'

const problems: ReadonlyMap<string, DiskProblem> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['ENOENT', 'folder-missing'],
  ['ENOTDIR', 'folder-missing'],
  ['ECHANGED', 'changed-outside'],
])

/** What the error comes to. */
export const diskProblemOf = (error: unknown): DiskProblem => problems.get(codeOf(error)) ?? 'other'

/** Whether an error is the system's, and not a mistake of the app's own. */
export const isOfSystem = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'

/** Lets something go unwritten that can be made again, where the system does not write it. */
export const unlessOfSystem = (writing: Promise<void>): Promise<void> =>
  writing.catch((error: unknown) => {
    if (!isOfSystem(error)) throw error
  })

/** The system's code of an error, as ENOSPC; for an error that is not the system's, its name. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}

/** A file is not as the store left it: another program changed it. */
export class ChangedOutside extends Error {
  readonly code = 'ECHANGED'

  constructor(readonly file: string) {
    super(`${file} was changed by another program.`)
    this.name = 'ChangedOutside'
  }
}
