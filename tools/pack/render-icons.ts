/**
 * Renders assets/icons/piyue.svg to the sizes that the systems ask for, and document.svg to the icon that macOS
 * gives files that Piyue opens. Run after a change of either.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../runtime/chromium'
import { repositoryRoot } from '../runtime/paths'
import { icns } from './icns'

const folder = path.join(repositoryRoot, 'assets/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** PNGs of a drawing, by their size in pixels. */
async function render(page: Page, drawing: string): Promise<ReadonlyMap<number, Uint8Array>> {
  const svg = readFileSync(path.join(folder, drawing), 'utf8')
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
  const pictures = new Map<number, Uint8Array>()
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    pictures.set(size, await page.screenshot({ omitBackground: true }))
  }
  return pictures
}

async function renderAll(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium is installed')
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage()
  for (const [size, picture] of await render(page, 'piyue.svg')) {
    writeFileSync(path.join(folder, `${size}x${size}.png`), picture)
  }
  const ofDocument = await render(page, 'document.svg')
  const icon = icns((size) => ofDocument.get(size) ?? new Uint8Array())
  writeFileSync(path.join(folder, 'document.icns'), icon)
  await browser.close()
}

renderAll().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
