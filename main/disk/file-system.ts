/** What a store must know of a file to see whether another program touched it. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other'
  /** Bytes. */
  readonly size: number
  readonly inode: bigint
  /** Nanoseconds since the epoch. */
  readonly modified: bigint
}

/** A file open for writing at chosen places. */
export interface OpenFile {
  /** Writes at a byte position; returns how many bytes the system took, which may be fewer. */
  write(bytes: Uint8Array, position: number): Promise<number>
  /** Returns when what was written has reached the disk. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/**
 * All that the store asks of the system. Every call may fail with an error that bears the system's
 * code (`NodeJS.ErrnoException`). Being this small, it can be made to fail anywhere in a test.
 */
export interface FileSystem {
  read(path: string): Promise<Uint8Array>
  /** `replace` makes an empty file, over an old one too; `change` opens one that is there. */
  open(path: string, how: 'replace' | 'change'): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
  /** Makes one folder, if it is not there; says whether it was made. */
  makeFolder(path: string): Promise<boolean>
  /** Nothing where there is nothing. */
  facts(path: string): Promise<FileFacts | undefined>
  /** Returns when the names in the folder have reached the disk, where the system can do that. */
  syncFolder(path: string): Promise<void>
}

/** Whether two looks at a path saw the same untouched file. */
export const sameFacts = (a: FileFacts | undefined, b: FileFacts | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : a.kind === b.kind && a.size === b.size && a.inode === b.inode && a.modified === b.modified
