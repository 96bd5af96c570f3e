import { basename, dirname, extname, join } from 'node:path'
import type { FileSystem } from './file-system'

/**
 * A name beside the file that tells what it is and when it was put there, and that is still free:
 * `annotations.damaged-2026-01-31T08-15-00-000Z.json`.
 */
export async function nameBeside(
  files: FileSystem,
  path: string,
  what: 'damaged' | 'conflicts' | 'merged',
  now: Date,
): Promise<string> {
  const end = extname(path)
  const name = `${basename(path, end)}.${what}-${dated(now)}`
  for (let i = 1; ; i++) {
    const free = join(dirname(path), `${name}${i === 1 ? '' : `-${i}`}${end}`)
    if ((await files.facts(free)) === undefined) return free
  }
}

/** Moves a file out of the way, unchanged; returns where it lies now. */
export async function setAside(files: FileSystem, path: string, now: Date): Promise<string> {
  const aside = await nameBeside(files, path, 'damaged', now)
  await files.rename(path, aside)
  await files.syncFolder(dirname(path))
  return aside
}

/** An instant as part of a file name, for every system: sorts by time. */
export const dated = (instant: Date): string => instant.toISOString().replace(/[:.]/g, '-')
