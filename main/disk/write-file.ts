import { randomBytes } from 'node:crypto'
import { mkdir, open, realpath, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileFacts, FileSystem, OpenFile } from './file-system'
import { nodeFileSystem } from './node-file-system'

type Chunks = Iterable<string | Uint8Array>

/**
 * Writes a file so that its name always stands for one whole content, the old or the new: to a
 * temporary file, flushed, then renamed, then the folder flushed.
 *
 * @returns what the file looks like, to be known again.
 */
export async function replaceFile(
  files: FileSystem,
  path: string,
  chunks: Chunks,
): Promise<FileFacts | undefined> {
  const { temporary, facts } = await writeTemporary(files, path, chunks)
  await putInPlace(files, temporary, path)
  return facts
}

interface Temporary {
  readonly temporary: string
  readonly facts: FileFacts | undefined
}

/** The first, slow half: the new content lies flushed beside the file. */
export async function writeTemporary(
  files: FileSystem,
  path: string,
  chunks: Chunks,
): Promise<Temporary> {
  // One name for ever: what a crash leaves behind is written over, and never piles up.
  const temporary = `${path}.tmp`
  try {
    const file = await files.open(temporary, 'replace')
    try {
      let position = 0
      for (const chunk of chunks) position = await writeAll(file, chunk, position)
      await file.sync()
    } finally {
      await file.close()
    }
    return { temporary, facts: await files.facts(temporary) }
  } catch (error) {
    await clearAway(files, temporary)
    throw error
  }
}

/** The second, quick half. */
async function putInPlace(files: FileSystem, temporary: string, path: string) {
  await files.rename(temporary, path)
  await files.syncFolder(dirname(path))
}

/** Makes a folder, if it is not there, so that its name survives a power cut as what is written in it does. */
export async function ensureFolder(files: FileSystem, path: string): Promise<void> {
  if (await files.makeFolder(path)) await files.syncFolder(dirname(path))
}

/** Makes a folder on the system's disk as `ensureFolder` does, and those above it that are not there. */
export async function ensureFolders(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) {
    // oxlint-disable-next-line no-await-in-loop -- as deep as folders were made: two or three
    await nodeFileSystem.syncFolder(dirname(made))
  }
}

/** Writes all of it, however little the system takes at a time; returns the position after it. */
export async function writeAll(
  file: OpenFile,
  chunk: string | Uint8Array,
  position: number,
): Promise<number> {
  let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  while (rest.length > 0) {
    const written = await file.write(rest, position)
    if (written === 0) throw new NothingWritten()
    position += written
    rest = rest.subarray(written)
  }
  return position
}

/** Takes a half-written file off a disk that may be full; that it stays is no worse than before. */
export async function clearAway(files: FileSystem, path: string): Promise<void> {
  await files.remove(path).catch(() => undefined)
}

/**
 * Writes a file of the reader's choosing whole or not at all: beside it under a name that nothing
 * has, flushed, then renamed, then the folder flushed. It gets the rights that any new file gets, or keeps those that it had; a link
 * stays a link.
 *
 * @param file absolute path
 * @throws the system's error
 */
export async function writeWholeFile(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const before = await stat(target).catch(() => undefined)
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`
  const handle = await open(temporary, 'wx')
  try {
    try {
      await handle.writeFile(content)
      if (before?.isFile()) await handle.chmod(before.mode)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await putInPlace(nodeFileSystem, temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** The system took no byte and gave no reason; asking again for ever would hang the store. */
class NothingWritten extends Error {
  readonly code = 'EIO'

  constructor() {
    super('The system wrote nothing.')
    this.name = 'NothingWritten'
  }
}
