import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { ExportScript } from '../../core/app/export-request'
import { exportNotes } from '../../core/exchange/export/export-notes'
import { type ExportSource, exportModel } from '../../core/exchange/export/model'
import { messagesIn } from '../../core/messages/language'
import seriousFindings from '../support/axe'
import { exportedNotes } from '../support/exported-notes'
import { noon } from '../unit/support/annotations'
import { report } from './support/bundled-report'

const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-html-'))
const file = path.join(folder, 'notes.html')

/** The file as it opens in a reader's browser, with what it asks for and what it complains of. */
let page: Page
let asked: string[]
let complaints: string[]

beforeEach(async () => {
  const context = await globalThis.piyueBrowser.newContext()
  page = await context.newPage()
  asked = []
  complaints = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
})

afterEach(() => page.context().close())

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function open(script: ExportScript): Promise<void> {
  const source: ExportSource = {
    documents: [{ open: report, annotations: exportedNotes }],
    messages: messagesIn.en,
    colorNames: {},
    appVersion: '0.0.0',
    now: noon,
  }
  writeFileSync(file, await exportNotes('html', exportModel(source, { script })))
  await page.goto(`file://${file}`)
}

describe('the exported HTML, opened in a browser', () => {
  it('shows every quote and note, asks for nothing, runs nothing, and has nothing serious for axe, light or dark', async () => {
    await open('both')
    expect(await page.getByRole('article').count()).toBe(exportedNotes.length)
    const first = page.getByRole('article').filter({ hasText: '標題' })
    expect(await first.locator('> blockquote').allInnerTexts()).toEqual([
      '砥礪篤行、銳意進取',
      '砥砺笃行、锐意进取',
    ])
    expect(await first.locator('strong').innerText()).toBe('重點')
    expect(await first.getByRole('cell', { name: '5%' }).count()).toBe(1)
    expect(await first.getByRole('link', { name: '連結' }).getAttribute('href')).toBe(
      'https://example.com/',
    )
    expect(await page.getByText('這些字文中沒有').count()).toBe(1)
    expect(await page.title()).toBe('2019年營口市西市區政府工作報告')
    expect(asked).toEqual([`file://${file}`])
    expect(complaints).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await seriousFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await seriousFindings(page, { rules: 'of colour' })).toEqual([])
  })

  it('is as wide as the window, and no wider, in a narrow one', async () => {
    await open('hant')
    await page.setViewportSize({ width: 360, height: 800 })
    const reach = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(reach).toBeLessThanOrEqual(360)
  })
})
