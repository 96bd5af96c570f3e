import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { repositoryRoot } from '../../tools/runtime/paths'

/** Has everything ready that tests of a kind need: something to run on, and what they run. */
export function prepareTests(kind: 'component' | 'e2e'): void {
  runTool('tools/test/prepare.ts', kind)
}

/** In a process of its own: the tools use packages that Jest's module system cannot load. */
function runTool(file: string, ...args: readonly string[]): void {
  const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs')
  const { status } = spawnSync(process.execPath, [tsx, file, ...args], {
    cwd: repositoryRoot,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${file} failed`)
}
