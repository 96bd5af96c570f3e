import { existsSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '../runtime/paths'
import { piyue } from './app-sources'

/** Everything that the built app is made of. */
const sources = [
  'core',
  'main',
  'renderer',
  'assets/report',
  'assets/fonts',
  'tools/build',
  'package-lock.json',
]

/** Whether dist/ holds a whole build that is newer than all that it was made of. */
export async function isBuilt(): Promise<boolean> {
  const parts = ['main/main.js', 'preload/preload.js', 'renderer/index.html', 'renderer-files.json']
  const files = parts.map((part) => path.join(piyue.out, part))
  if (!files.every((file) => existsSync(file))) return false
  const built = Math.min(...files.map((file) => statSync(file).mtimeMs))
  const newest = await Promise.all(
    sources.map((source) => newestIn(path.join(repositoryRoot, source))),
  )
  return Math.max(...newest) < built
}

/** When a file or anything under a folder was changed last. Folders count: a file may be gone. */
async function newestIn(start: string): Promise<number> {
  const stats = statSync(start)
  if (!stats.isDirectory()) return stats.mtimeMs
  const entries = await readdir(start, { recursive: true, withFileTypes: true })
  const times = entries.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs)
  return Math.max(stats.mtimeMs, ...times)
}
