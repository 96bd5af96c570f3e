/**
 * Makes ready what tests in a window need, and says what is missing: something to run on, and the built
 * app. `component` takes a Chromium and the page; `e2e` the runtime of the app, the small app on which the stand-in is
 * tried, what reads exported PDFs and what reads aloud, which are installed where that is ours to do. Exits 1, saying what to install, if there is no way.
 */
import path from 'node:path'
import { build } from 'esbuild'
import { builtPage, pageSideFile } from '../../tests/component/support/surroundings'
import { buildHelloApp } from '../../tests/fixtures/hello-app/build'
import { piyue } from '../build/app-sources'
import { isBuilt, isNewer, pageSources } from '../build/freshness'
import { findChromium, findHeadlessShell, headlessShell } from '../runtime/chromium'
import { canInstallPackages, installPackages } from '../runtime/debian-packages'
import { findRuntime, isRuntime } from '../runtime/find-runtime'
import { helpScreen } from '../runtime/help-screen'
import { repositoryRoot } from '../runtime/paths'
import { hasPdfReader } from '../runtime/pdf-reader'
import { hasVoiceEngine } from '../runtime/voice-engine'

const say = (line: string): void => console.error(line)

async function prepareComponentTests(): Promise<void> {
  if (!findChromium() && canInstallPackages()) {
    await installPackages('Chromium', ['chromium', headlessShell, 'fonts-noto-cjk'], say)
  } else if (!findHeadlessShell() && !process.env['PIYUE_CHROMIUM'] && canInstallPackages()) {
    await installPackages('Chromium without windows', [headlessShell], say)
  }
  if (!findChromium())
    throw new Error('The component tests need Chromium: install it, or name it in PIYUE_CHROMIUM')
  await buildPageOfTests()
  await build({
    entryPoints: [path.join(repositoryRoot, 'tests/component/support/page-side.ts')],
    outfile: pageSideFile,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'chrome150',
    logLevel: 'warning',
  })
}

/** The page that the component tests show, if any of its sources is newer. */
async function buildPageOfTests(): Promise<void> {
  const made = ['renderer/index.html', 'renderer-files.json'].map((file) =>
    path.join(builtPage, file),
  )
  if (await isNewer(made, ['tests/component/page', ...pageSources])) return
  const { buildWindow } = await import('../build/build-app')
  const page = path.join(repositoryRoot, 'tests/component/page')
  await buildWindow({ ...piyue, page, out: builtPage })
}

async function prepareEndToEndTests(): Promise<void> {
  const found = await findRuntime({ say, mayDownload: false })
  if (!isRuntime(found)) throw new Error(helpScreen(found))
  if (!hasPdfReader() && canInstallPackages()) {
    await installPackages('pdftotext', ['poppler-utils'], say)
  }
  if (!hasPdfReader()) say('pdftotext (poppler-utils) is missing: exported PDFs are not read.')
  if (!hasVoiceEngine() && canInstallPackages()) {
    await installPackages('speech-dispatcher', ['speech-dispatcher-espeak-ng'], say)
  }
  if (!hasVoiceEngine()) say('speech-dispatcher or espeak-ng is missing: nothing is read aloud.')
  if (process.env['PIYUE_E2E_PACKED'] !== '1') await buildIfStale()
  await buildHelloApp()
}

async function buildIfStale(): Promise<void> {
  if (await isBuilt()) return
  const { buildApp } = await import('../build/build-app')
  await buildApp(piyue)
}

const prepare = process.argv[2] === 'component' ? prepareComponentTests : prepareEndToEndTests

prepare().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
