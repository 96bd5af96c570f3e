import { type FileHandle, open, stat } from 'node:fs/promises'
import { importLimits } from '../../core/exchange/import/limits'
import { type RecognizedFile, recognize } from '../../core/exchange/import/recognize'
import type { FileRefusal } from '../../core/exchange/import/verdict'
import { isBounded } from '../store/bounded-json'
import { codeOf } from '../store/disk-problem'

const byteOrderMark = '\u{feff}'

/**
 * Reads a file of annotations; what would be harmful to parse is refused before it is parsed.
 *
 * @param file absolute path
 */
export async function readImportFile(file: string): Promise<RecognizedFile | FileRefusal> {
  const bytes = await readBounded(file)
  if (typeof bytes === 'string') return bytes
  const text = decode(bytes)
  if (text === undefined) return 'not-text'
  if (!isBounded(bytes)) return 'too-complex'
  try {
    return recognize(JSON.parse(text.startsWith(byteOrderMark) ? text.slice(1) : text))
  } catch (error) {
    if (error instanceof SyntaxError) return 'not-json'
    throw error
  }
}

async function readBounded(file: string): Promise<Uint8Array | FileRefusal> {
  try {
    // Looked at before it is opened: opening a pipe would wait for who writes to it.
    if (!(await stat(file)).isFile()) return 'not-a-file'
    const handle = await open(file, 'r')
    try {
      return await readFrom(handle)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return refusals[codeOf(error)] ?? 'unreadable'
  }
}

/** Reads no more than is taken, even where the file grows while it is read. */
async function readFrom(handle: FileHandle): Promise<Uint8Array | FileRefusal> {
  const { size } = await handle.stat()
  if (size > importLimits.bytes) return 'too-large'
  const bytes = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}

const refusals: Readonly<Record<string, FileRefusal>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'not-a-file',
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
