/** Renders assets/icons/piyue.svg to the sizes that the systems ask for. Run after a change of it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../runtime/chromium'
import { repositoryRoot } from '../runtime/paths'

const folder = path.join(repositoryRoot, 'assets/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

async function render(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium is installed')
  const svg = readFileSync(path.join(folder, 'piyue.svg'), 'utf8')
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage()
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    const file = path.join(folder, `${size}x${size}.png`)
    await page.screenshot({ path: file, omitBackground: true })
  }
  await browser.close()
}

render().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
