import type { Damage } from '../../core/app/store-notice'
import { codeOf } from '../disk/disk-problem'

/** A change to notes that a newer version of the app wrote: they can be read, not changed. */
export class StoreReadOnly extends Error {
  constructor(readonly file: string) {
    super(`${file} was written by a newer version and is left alone.`)
    this.name = 'StoreReadOnly'
  }
}

/** The notes are there but cannot be read; nothing was touched. */
export class StoreUnreadable extends Error {
  constructor(
    readonly file: string,
    /** The system's code, as EACCES; or how the file is damaged; or `newer`. */
    readonly reason: Damage | 'newer' | (string & {}),
  ) {
    super(`${file} cannot be read (${reason}).`)
    this.name = 'StoreUnreadable'
  }
}

/** A change that would write what could not be read again: refused before anything happens. */
export class InvalidChange extends Error {
  constructor(explanation: string) {
    super(`The change cannot be kept: ${explanation}`)
    this.name = 'InvalidChange'
  }
}

/** @throws StoreUnreadable where the system will not let the file be read. */
export async function unlessUnreadable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new StoreUnreadable(file, codeOf(error))
  }
}
