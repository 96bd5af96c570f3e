import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { OpenRefusal, SeenFile } from '../../core/app/document-entry'
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

/** The most files beside a saved page that are looked at. */
const mostBeside = 2_000

/** The pictures in the folder that browsers make beside a page when they save it. */
export async function filesBeside(file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  if (!/\.x?html?$/iu.test(file)) return files
  const { dir, name } = path.parse(file)
  for (const folder of [`${name}_files`, `${name}.files`]) {
    const names = await readdir(path.join(dir, folder)).catch(() => [])
    for (const one of names.slice(0, mostBeside)) {
      const bytes = await readFile(path.join(dir, folder, one)).catch(() => undefined)
      if (bytes !== undefined) files.set(`${folder}/${one}`, bytes)
    }
  }
  return files
}
