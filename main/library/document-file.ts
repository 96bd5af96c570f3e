import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { OpenRefusal, SeenFile } from '../../core/app/document-entry'
import { largestPicture, mediaTypeOf } from '../../core/formats/pictures'
import { codeOf } from '../disk/disk-problem'

/** The largest file that is opened, in bytes. */
const largest = 256 * 1024 * 1024

/** A file's bytes, and what it was like when they were read. */
export interface WholeFile {
  readonly bytes: Uint8Array
  readonly seen: SeenFile | null
}

/** The bytes of a file, or why there are none. */
export async function bytesOf(
  file: string,
): Promise<(WholeFile & { readonly seen: SeenFile }) | OpenRefusal> {
  try {
    const facts = await stat(file)
    if (!facts.isFile()) return 'not-a-file'
    if (facts.size > largest) return 'too-large'
    const bytes = await readFile(file)
    const digest = createHash('sha256').update(bytes).digest('hex')
    return { bytes, seen: { size: facts.size, modified: facts.mtimeMs, digest } }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EACCES' || code === 'EPERM') return 'no-permission'
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable'
  }
}

/** How far files beside a document are looked for: how many names, how deep, and how many bytes of all. */
const beside = { names: 5_000, depth: 4, bytes: 256 * 1024 * 1024 }

/**
 * The pictures beside a page of the web or Markdown, and in folders below, that it names, and those in the folder
 * that browsers make when they save a page; by their path as seen from the document. No link is followed, and
 * nothing outside the document's folder is looked at.
 *
 * @param document the document's own bytes
 */
export async function filesBeside(
  file: string,
  document: Uint8Array,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  if (!path.isAbsolute(file) || !/\.(?:x?html?|md|markdown|mdown|mkd)$/iu.test(file)) return files
  const { dir, name } = path.parse(file)
  const saved = [`${name}_files/`, `${name}.files/`]
  const isNamed = namesIn(document)
  let left = beside.bytes
  for (const one of await namesBelow(dir)) {
    if (!saved.some((folder) => one.startsWith(folder)) && !isNamed(one)) continue
    const bytes = await pictureAt(path.join(dir, one), left)
    if (bytes === undefined) continue
    files.set(one, bytes)
    left -= bytes.length
  }
  return files
}

/** The files in a folder and in those below it, the nearest first, by their paths with `/`. */
async function namesBelow(dir: string): Promise<readonly string[]> {
  const names: string[] = []
  let seen = 0
  let folders = ['']
  for (let depth = 0; depth < beside.depth; depth++) {
    const below: string[] = []
    for (const folder of folders) {
      const entries = await readdir(path.join(dir, folder), { withFileTypes: true }).catch(() => [])
      for (const entry of entries.slice(0, beside.names - seen)) {
        seen++
        if (entry.isFile()) names.push(folder + entry.name)
        else if (entry.isDirectory() && !entry.name.startsWith('.')) {
          below.push(`${folder}${entry.name}/`)
        }
      }
    }
    folders = below
  }
  return names
}

/**
 * Tells whether a document has a file's name among its bytes, as it is or as addresses write it. Names are looked for
 * where their endings stand: a folder can hold thousands, and the document be long.
 */
function namesIn(document: Uint8Array): (file: string) => boolean {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength)
  const places = new Map<string, number[]>()
  for (let at = bytes.indexOf('.'); at !== -1; at = bytes.indexOf('.', at + 1)) {
    const ending = endingOf(bytes.toString('latin1', at, at + longestEnding))
    const there = places.get(ending)
    if (there === undefined) places.set(ending, [at])
    else there.push(at)
  }
  const has = (name: Buffer): boolean => {
    const dot = name.lastIndexOf('.')
    const ending = name.toString('latin1', Math.max(0, dot))
    if (dot === -1 || ending !== endingOf(ending)) return bytes.includes(name)
    return (places.get(ending) ?? []).some(
      (at) => at >= dot && name.equals(bytes.subarray(at - dot, at - dot + name.length)),
    )
  }
  return (file) => {
    const name = path.posix.basename(file)
    const ways = new Set([name, encodeURI(name), encodeURIComponent(name)])
    return [...ways].some((one) => has(Buffer.from(one)))
  }
}

/** Of a name, in bytes, its dot with it. */
const longestEnding = 8

/** The ending that some words, which begin with its dot, begin with. */
const endingOf = (words: string): string =>
  /^\.[A-Za-z0-9]*/u.exec(words.slice(0, longestEnding))?.[0] ?? ''

/** The bytes of a picture of a kind that is shown, if they are no more than so many. */
async function pictureAt(file: string, most: number): Promise<Uint8Array | undefined> {
  try {
    if ((await stat(file)).size > Math.min(most, largestPicture)) return undefined
    const bytes = await readFile(file)
    return mediaTypeOf(bytes) === undefined ? undefined : bytes
  } catch {
    // One that cannot be read is told with those that are not there.
    return undefined
  }
}
