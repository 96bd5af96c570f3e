import { spawnSync } from 'node:child_process'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../../../tools/runtime/chromium'

/** What a reader has besides Piyue to open an exported file with. */

/**
 * Opens a file in a browser of its own, does something with the page, and closes it.
 *
 * @param file absolute path
 * @throws if no browser is installed
 */
export async function inBrowser<T>(
  file: string,
  look: (page: Page, asked: readonly string[], complaints: readonly string[]) => Promise<T>,
): Promise<T> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium is installed to open the file in')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`file://${file}`)
    return await look(page, asked, complaints)
  } finally {
    await browser.close()
  }
}

/**
 * The text of a PDF as Poppler's pdftotext reads it.
 *
 * @param file absolute path
 * @throws if Poppler is not installed or cannot read the file
 */
export function pdfText(file: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    'pdftotext',
    ['-raw', '-enc', 'UTF-8', file, '-'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`pdftotext could not read ${file}: ${stderr}`)
  return stdout
}
