import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { cacheDirectory, repositoryRoot } from '../../../tools/runtime/paths'
import { isElectron } from './executable'

/** The fixture app, built: the folder of its package.json. Each of Jest's workers has its own. */
export const helloApp = path.join(
  cacheDirectory,
  `hello-app-${process.env['JEST_WORKER_ID'] ?? '0'}`,
)

/** Builds the fixture app, in a process of its own, for Vite cannot be loaded by Jest. */
export function buildHelloApp(): void {
  const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs')
  const builder = path.join(repositoryRoot, 'tests/fixtures/hello-app/build.ts')
  const { status, stderr } = spawnSync(process.execPath, [tsx, builder, helloApp], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the fixture app does not build:\n${stderr}`)
}

/** Tests of the stand-in itself say nothing where the tests run on Electron. */
export const describeStandIn = isElectron() ? describe.skip : describe
