import { existsSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '../runtime/paths'
import { piyue } from './app-sources'

/** Everything that the built page is made of. */
export const pageSources = [
  'core',
  'renderer',
  'assets/report',
  'assets/fonts',
  'tools/build',
  'package-lock.json',
]

/** Everything that the built app is made of. */
const sources = [...pageSources, 'main']

/** Whether dist/ holds a whole build that is newer than all that it was made of. */
export function isBuilt(): Promise<boolean> {
  const parts = [
    'main/main.js',
    'main/library/document-process.js',
    'main/exchange/export-process.js',
    'main/exchange/import-process.js',
    'preload/preload.js',
    'renderer/index.html',
    'renderer-files.json',
  ]
  return isNewer(
    parts.map((part) => path.join(piyue.out, part)),
    sources,
  )
}

/**
 * Whether all of some files are there, and newer than everything they were made of.
 * @param made absolute paths
 * @param from files and folders, as paths in the repository
 */
export async function isNewer(made: readonly string[], from: readonly string[]): Promise<boolean> {
  if (!made.every((file) => existsSync(file))) return false
  const oldest = Math.min(...made.map((file) => statSync(file).mtimeMs))
  const newest = await Promise.all(from.map((file) => newestIn(path.join(repositoryRoot, file))))
  return Math.max(...newest) < oldest
}

/** When a file or anything under a folder was changed last. Folders count: a file may be gone. */
async function newestIn(start: string): Promise<number> {
  const stats = statSync(start)
  if (!stats.isDirectory()) return stats.mtimeMs
  const entries = await readdir(start, { recursive: true, withFileTypes: true })
  const times = entries.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs)
  return Math.max(stats.mtimeMs, ...times)
}
