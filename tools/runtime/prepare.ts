/** Makes sure that there is a runtime for the tests; exits 1, saying what to install, if not. */
import { findRuntime } from './find-runtime'
import { whatToInstall } from './what-to-install'

const say = (line: string): void => console.error(line)

async function prepare(): Promise<void> {
  if (await findRuntime({ say, mayDownload: false })) return
  say(whatToInstall())
  process.exitCode = 1
}

prepare().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
