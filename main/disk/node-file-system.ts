import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  stat,
  unlink,
} from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf } from './disk-problem'
import type { FileSystem, OpenFile } from './file-system'

const onWindows = process.platform === 'win32'

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  read: (path) => readFile(path),
  open: async (path, how) => openFile(await open(path, how === 'replace' ? 'w' : 'r+', 0o600)),
  rename: onWindows ? renamePatiently : (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  list: (folder) => readdir(folder),
  makeFolder: async (path) =>
    (await unless(
      'EEXIST',
      mkdir(path).then(() => true),
    )) ?? false,
  facts: async (path) => {
    const found = await unless('ENOENT', stat(path, { bigint: true }))
    return (
      found && {
        kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
        size: Number(found.size),
        inode: found.ino,
        modified: found.mtimeNs,
      }
    )
  },
  syncFolder: async (path) => {
    // Windows cannot open a folder; there the rename itself is written through by the journal of NTFS.
    if (onWindows) return
    const folder = await open(path, 'r')
    try {
      await unlessUnknown(folder.sync())
    } finally {
      await folder.close()
    }
  },
}

export const openFile = (handle: FileHandle): OpenFile => ({
  write: async (bytes, position) =>
    (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
  sync: () => handle.sync(),
  truncate: (length) => handle.truncate(length),
  close: () => handle.close(),
})

/** The result, or nothing where it failed with exactly this code. */
async function unless<T>(code: string, result: Promise<T>): Promise<T | undefined> {
  try {
    return await result
  } catch (error) {
    if (codeOf(error) === code) return undefined
    throw error
  }
}

/** Of some file systems on a network the system says that they know no flush of a folder. */
const unlessUnknown = (flush: Promise<void>) => unless('ENOTSUP', unless('EINVAL', flush))

/** Windows refuses a rename while a virus scanner or indexer has the file open: for moments only. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (tries === 8 || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))) throw error
      await wait(10 * 2 ** tries)
    }
  }
}
