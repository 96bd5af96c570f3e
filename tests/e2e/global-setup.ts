import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../tools/runtime/paths'
import { packed, packedExecutable, runtimeName } from './support/executable'

/**
 * Before the end-to-end tests: makes sure that there is something to run the app on, builds the app,
 * and says what the tests run on.
 */
export default function setUp(): void {
  runTool('tools/runtime/prepare.ts')
  if (packed) {
    if (!existsSync(packedExecutable))
      throw new Error(`${packedExecutable} is not there: run npm run pack first`)
  } else {
    if (!existsSync(path.join(repositoryRoot, 'main/main.ts')))
      throw new Error('main/main.ts is not there: there is no app to test end to end')
    runTool('tools/build/build.ts')
  }
  process.stdout.write(`\nEnd-to-end tests run on ${runtimeName()}.\n`)
}

/** In a process of its own: the tools use packages that Jest's module system cannot load. */
function runTool(file: string): void {
  const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs')
  const { status } = spawnSync(process.execPath, [tsx, file], {
    cwd: repositoryRoot,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${file} failed`)
}
