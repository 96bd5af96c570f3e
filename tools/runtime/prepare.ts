/**
 * Makes sure that there is a runtime for the tests; exits 1, saying what to install, if not. What reads
 * exported PDFs is installed where that is ours to do, and else told to be missing.
 */
import { canInstallPackages, installPackages } from './debian-packages'
import { findRuntime, isRuntime } from './find-runtime'
import { helpScreen } from './help-screen'
import { hasPdfReader } from './pdf-reader'

const say = (line: string): void => console.error(line)

async function prepare(): Promise<void> {
  const found = await findRuntime({ say, mayDownload: false })
  if (!isRuntime(found)) {
    say(helpScreen(found))
    process.exitCode = 1
    return
  }
  if (!hasPdfReader() && canInstallPackages()) {
    await installPackages('pdftotext', ['poppler-utils'], say)
  }
  if (!hasPdfReader()) say('pdftotext (poppler-utils) is missing: exported PDFs are not read.')
}

prepare().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
