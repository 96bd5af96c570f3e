import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, realpath, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './disk-problem'
import type { FileFacts, FileSystem, OpenFile } from './file-system'
import { nodeFileSystem, openFile } from './node-file-system'

type Chunks = Iterable<string | Uint8Array>

/** Has the renaming done when it may be, and learns what the file looks like then; throws if it may not. */
type InTurn = (rename: () => Promise<FileFacts | undefined>) => Promise<unknown>

const atOnce: InTurn = (rename) => rename()

/**
 * Writes a file so that its name always stands for one whole content, the old or the new. Calls for one
 * path must not overlap.
 *
 * @param inTurn keeps the moment of replacing apart from other work.
 * @returns what the file looks like, to be known again.
 */
export async function replaceFile(
  files: FileSystem,
  path: string,
  chunks: Chunks,
  inTurn = atOnce,
): Promise<FileFacts | undefined> {
  // One name for ever: what a crash leaves behind is written over, and never piles up.
  const temporary = `${path}.tmp`
  const file = await files.open(temporary, 'replace')
  return replaceBy(files, { file, temporary }, path, chunks, inTurn)
}

/**
 * Writes a file of the reader's choosing whole or not at all. Until then it bears a name that nothing has; it
 * gets the rights that any new file gets, or keeps those that it had; a link stays a link.
 *
 * @param file absolute path
 * @throws the system's error
 */
export async function writeWholeFile(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file)
  const before = await stat(target).catch(() => undefined)
  // However long a name the system lets the file have: made longer, it might take it no more.
  const temporary = join(dirname(target), `${prefix}${randomBytes(6).toString('hex')}.tmp`)
  const handle = await open(temporary, 'wx')
  // Flushed together, so that none is on disk without the other.
  const sync = async () => {
    if (before?.isFile()) await handle.chmod(before.mode)
    await handle.sync()
  }
  const fresh = { file: { ...openFile(handle), sync }, temporary }
  await replaceBy(inAnyFolder, fresh, target, [content], atOnce)
}

const prefix = '.piyue-'

/** The name of a file on its way; earlier versions put that of the file itself in front. */
const temporaryName = /(?:^\.piyue-|\.)[0-9a-f]{12}\.tmp$/u

/** After how long no file can still be on its way, in ms. */
const longest = 24 * 60 * 60 * 1000

/** Removes what was on its way in a folder, or in those within, when its writer was killed. */
export async function sweepUnfinished(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  await Promise.allSettled(
    names
      .filter((name) => temporaryName.test(basename(name)))
      .map(async (name) => {
        const { mtimeMs } = await stat(join(folder, name))
        if (now - mtimeMs > longest) await unlink(join(folder, name))
      }),
  )
}

/** The disk, with folders that may be written and not read: what is in place there has not failed. */
const inAnyFolder: FileSystem = {
  ...nodeFileSystem,
  syncFolder: async (path) => {
    try {
      await nodeFileSystem.syncFolder(path)
    } catch (error) {
      if (codeOf(error) !== 'EACCES') throw error
    }
  },
}

/**
 * The one way in which a file is replaced: the new content is written beside it and flushed, then renamed,
 * then the folder flushed. Where that fails, nothing of it stays.
 */
async function replaceBy(
  files: FileSystem,
  { file, temporary }: { readonly file: OpenFile; readonly temporary: string },
  path: string,
  chunks: Chunks,
  inTurn: InTurn,
): Promise<FileFacts | undefined> {
  try {
    await fill(file, chunks)
    const facts = await files.facts(temporary)
    await inTurn(async () => {
      await files.rename(temporary, path)
      return facts
    })
    await files.syncFolder(dirname(path))
    return facts
  } catch (error) {
    // The disk may be full; that it stays is no worse than before.
    await files.remove(temporary).catch(() => undefined)
    throw error
  }
}

async function fill(file: OpenFile, chunks: Chunks): Promise<void> {
  try {
    let position = 0
    for (const chunk of chunks) position = await writeAll(file, chunk, position)
    await file.sync()
  } finally {
    await file.close()
  }
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

/** The system took no byte and gave no reason; asking again for ever would hang the store. */
class NothingWritten extends Error {
  readonly code = 'EIO'

  constructor() {
    super('The system wrote nothing.')
    this.name = 'NothingWritten'
  }
}
