import { existsSync } from 'node:fs'
import { prepareTests } from '../support/prepare'
import { packed, packedExecutable, runtimeName } from './support/executable'

/**
 * Before the end-to-end tests: makes sure that there is something to run the app on, builds the app,
 * and says what the tests run on.
 */
export default function setUp(): void {
  if (packed && !existsSync(packedExecutable))
    throw new Error(`${packedExecutable} is not there: run npm run pack first`)
  prepareTests('e2e')
  process.stdout.write(`\nEnd-to-end tests run on ${runtimeName()}.\n`)
}
