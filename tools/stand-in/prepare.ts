import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { repositoryRoot } from '../runtime/paths'

const common = {
  bundle: true,
  write: false,
  logLevel: 'warning',
  outdir: '.', // for the names of the results; nothing is written there
} satisfies BuildOptions

const sources = path.join(repositoryRoot, 'tools/stand-in')

/**
 * Puts the stand-in together as a folder that looks like Electron's `dist`: the executable
 * `electron`, `version`, `resources/`, and the program in `stand-in/`.
 *
 * Files that have not changed are left alone, and the others replaced whole, for another start may
 * be reading them.
 */
export async function prepareStandIn(folder: string, version: string): Promise<void> {
  const [program, pages] = await Promise.all([
    build({
      ...common,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      // Electron's own file system: what reads archives takes Node's where it does not run in Electron.
      external: ['original-fs'],
      entryPoints: ['run.ts', 'utility.ts'].map((name) => path.join(sources, 'boot', name)),
    }),
    build({
      ...common,
      platform: 'browser',
      target: 'chrome150',
      format: 'iife',
      entryPoints: ['main-world.ts', 'isolated-world.ts'].map((name) =>
        path.join(sources, 'page', name),
      ),
    }),
  ])
  await mkdir(path.join(folder, 'resources'), { recursive: true })
  await mkdir(path.join(folder, 'stand-in'), { recursive: true })
  for (const file of [...program.outputFiles, ...pages.outputFiles])
    await replace(path.join(folder, 'stand-in', path.basename(file.path)), file.text, 0o644)
  await replace(path.join(folder, 'version'), version, 0o644)
  const script = await readFile(path.join(sources, 'electron.sh'), 'utf8')
  await replace(path.join(folder, 'electron'), script, 0o755)
}

async function replace(file: string, text: string, mode: number): Promise<void> {
  if (existsSync(file) && (await readFile(file, 'utf8')) === text) return
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, text, { mode })
  await rename(draft, file)
}
