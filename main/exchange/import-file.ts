import { type FileHandle, open, stat } from 'node:fs/promises'
import type { FileRefusal } from '../../core/app/import-report'
import { importLimits, type RecognizedFile, recognize } from '../../core/exchange/import/recognize'
import { UnreadableDocument } from '../../core/formats/read-document'
import { Archive } from '../../core/formats/zip'
import { isBounded } from '../disk/bounded-json'
import { codeOf } from '../disk/disk-problem'

/** Reads a file of annotations. @param file absolute path @throws the signal's reason where it is aborted */
export type ImportReader = (
  file: string,
  signal: AbortSignal,
) => Promise<RecognizedFile | FileRefusal>

/** A part of what a file holds, as it crosses into another process; or why it is refused. */
export type ImportPart = (RecognizedFile & { readonly isLast: boolean }) | FileRefusal

/** How many annotations cross at once: so few that whoever takes them in can do other things between. */
const mostAtOnce = 500

/** What was read, in parts that cross into another process one after the other. */
export function partsOf(read: RecognizedFile | FileRefusal): readonly ImportPart[] {
  if (typeof read === 'string') return [read]
  const { items, ...about } = read
  const count = Math.max(1, Math.ceil(items.length / mostAtOnce))
  return Array.from({ length: count }, (_, i) => ({
    ...about,
    items: items.slice(i * mostAtOnce, (i + 1) * mostAtOnce),
    isLast: i === count - 1,
  }))
}

/**
 * Reads a file of annotations; what would be harmful to parse is refused before it is parsed.
 *
 * @param file absolute path
 */
export async function readImportFile(file: string): Promise<RecognizedFile | FileRefusal> {
  const bytes = await readBounded(file)
  if (typeof bytes === 'string') return bytes
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  const content = startsWith(bytes, 'PK\u0003\u0004') ? await unpacked(bytes) : bytes
  if (typeof content === 'string') return content
  const text = decode(content)
  if (text === undefined) return 'not-text'
  if (!isBounded(Buffer.from(text, 'utf8'))) return 'too-complex'
  try {
    return recognize(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return 'not-json'
    throw error
  }
}

const startsWith = (bytes: Uint8Array, signature: string) =>
  Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature

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

/** What an archive holds its annotations as: Thorium's `.annotations` has one such file. */
const annotationsFile = /(?:^|\/)[^/]*\.(?:json|jsonld|annotation)$/iu

/** The annotations out of an archive: of the file that is called so, or else of the only one there is. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array | FileRefusal> {
  try {
    const archive = await Archive.open(bytes, archiveLimits)
    const names = archive.names.filter((name) => annotationsFile.test(name))
    const named = names.find((name) => /(?:^|\/)annotations\.json(?:ld)?$/iu.test(name))
    const chosen = named ?? (names.length === 1 ? names[0] : undefined)
    return chosen === undefined ? 'archive' : ((await archive.bytes(chosen)) ?? 'archive')
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error
    return error.reason === 'too-large' || error.reason === 'too-complex' ? error.reason : 'archive'
  }
}

const { bytes: most } = importLimits
const archiveLimits = { file: most, all: most, files: 10_000 }

/** The text of a file in UTF-8 or UTF-16, by its byte order mark or, without one, by its first sign. */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const encoding =
    (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
