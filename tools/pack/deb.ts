import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { DebPlan } from './fpm-arguments'

/**
 * Lays a package out in an empty folder and has dpkg-deb make the deb of it.
 * @throws when a file is missing, or dpkg-deb fails
 */
export function buildDeb(plan: DebPlan, staging: string): void {
  for (const { from, to } of plan.files) put(from, path.join(staging, to))
  const documents = path.join(staging, 'usr/share/doc', fieldOf(plan, 'Package'))
  if (plan.upstreamChangelog) compress(plan.upstreamChangelog, path.join(documents, 'changelog.gz'))
  if (plan.changelog) compress(plan.changelog, path.join(documents, 'changelog.Debian.gz'))
  const manual = path.join(staging, 'usr/share/man')
  for (const file of filesIn(manual)) compressInPlace(path.join(manual, file))
  const files = filesIn(staging)
  setModes(staging)

  const control = path.join(staging, 'DEBIAN')
  mkdirSync(control, { mode: 0o755 })
  writeFileSync(path.join(control, 'control'), controlFile(plan, staging, files))
  writeFileSync(path.join(control, 'md5sums'), sums(staging, files))
  putScript(plan.afterInstall, path.join(control, 'postinst'))
  putScript(plan.afterRemove, path.join(control, 'postrm'))
  const options = ['--root-owner-group', `-Z${plan.compression}`, '--build', staging, plan.target]
  execFileSync('dpkg-deb', options, { stdio: ['ignore', 'ignore', 'inherit'] })
}

function fieldOf({ control }: DebPlan, name: string): string {
  return control.find(([field]) => field === name)?.[1] ?? ''
}

/** Copies a file, or what is in a folder if its name ends with a slash. Links stay links. */
function put(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

function compress(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true })
  writeFileSync(to, gzipSync(readFileSync(from), { level: 9 }))
}

function compressInPlace(file: string): void {
  compress(file, `${file}.gz`)
  rmSync(file)
}

/** The regular files under a folder, relative to it, in order; none if it is not there. */
function filesIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => lstatSync(path.join(folder, file)).isFile())
    .sort()
}

/** Folders and programs may be entered and run by everybody, other files read; only root may write. */
function setModes(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    const stats = lstatSync(file)
    if (stats.isSymbolicLink()) continue
    const isProgram = stats.isDirectory() || (stats.mode & 0o100) !== 0
    chmodSync(file, isProgram ? 0o755 : 0o644)
  }
  chmodSync(folder, 0o755)
}

function controlFile(plan: DebPlan, staging: string, files: readonly string[]): string {
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(staging, file)).size, 0)
  const lines = plan.control.map(([field, value]) => `${field}: ${value}`)
  const description = lines.pop() ?? ''
  return [...lines, `Installed-Size: ${Math.ceil(bytes / 1024)}`, description, ''].join('\n')
}

const sums = (staging: string, files: readonly string[]): string =>
  files
    .map((file) => {
      const sum = createHash('md5')
        .update(readFileSync(path.join(staging, file)))
        .digest('hex')
      return `${sum}  ${file}\n`
    })
    .join('')

function putScript(from: string | undefined, to: string): void {
  if (from === undefined) return
  copyFileSync(from, to)
  chmodSync(to, 0o755)
}
