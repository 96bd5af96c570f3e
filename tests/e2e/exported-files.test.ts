import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hasPdfReader } from '../../tools/runtime/pdf-reader'
import seriousFindings from '../support/axe'
import { hostileNotes } from '../support/hostile-notes'
import { markOn, seedAnnotations } from '../support/seed'
import { renditions, report } from '../unit/support/report'
import { inBrowser, pdfText } from './support/reader-programs'
import { runCli } from './support/run-cli'

jest.setTimeout(120_000)

const written = [
  '# 標題',
  '',
  '有**重點**、`程式碼`、[連結](https://example.com/)。',
  '',
  '- 一',
  '- 二',
  '',
  '| 年 | 值 |',
  '|---|---|',
  '| 2018 | 5% |',
  '',
  '> 引文',
].join('\n')

const marks = [
  markOn('砥礪篤行、銳意進取', { note: written, tags: ['體例', 'two words'] }),
  markOn('篤行、銳意', { id: 'inner', style: { color: 'pink', kind: 'squiggly' }, note: '短' }),
  markOn('地區生產總值', { style: { color: 'purple', kind: 'underline' } }),
  ...['yellow', 'green', 'blue', 'orange'].map((color, i) =>
    markOn('社保基金管理，防範', {
      id: color,
      style: { color: color as 'yellow', kind: 'highlight' },
      note: hostileNotes[i * 40] ?? '',
    }),
  ),
  {
    ...markOn('各位代表', { id: 'lost', note: '原在別處' }),
    documentDigest: 'sha256-other',
    quote: { exact: '這些字文中沒有', prefix: '也沒有這些', suffix: '更沒有那些' },
  },
]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-files-'))
  const userData = path.join(folder, 'data')
  mkdirSync(userData)
  seedAnnotations(userData, marks)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Exports as a reader would from a terminal; gives the file's path. */
async function exported(name: string, ...args: string[]): Promise<string> {
  const file = path.join(folder, name)
  const result = await runCli(['--export', file, ...args], { userData: path.join(folder, 'data') })
  expect(result).toMatchObject({ code: 0 })
  return file
}

describe('the exported HTML, opened in a browser', () => {
  it.each(['light', 'dark'] as const)(
    'has nothing serious for axe, when the system is %s',
    async (colorScheme) => {
      const findings = await inBrowser(await exported('notes.html', '--script', 'both'), (page) =>
        page.emulateMedia({ colorScheme }).then(() => seriousFindings(page)),
      )
      expect(findings).toEqual([])
    },
  )

  it('shows every quote and note, asks for nothing, and runs nothing', async () => {
    const file = await exported('notes.html', '--script', 'both')
    await inBrowser(file, async (page, asked, complaints) => {
      expect(await page.getByRole('article').count()).toBe(marks.length)
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
    })
  })

  it('is as wide as the window, and no wider, in a narrow one', async () => {
    await inBrowser(await exported('notes.html'), async (page) => {
      await page.setViewportSize({ width: 360, height: 800 })
      const reach = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(reach).toBeLessThanOrEqual(360)
    })
  })
})

/** Text without what a line or a page break may have put in or taken out. */
/** Without what stands over and under the text of each page: the running head and the page's number. */
const unbroken = (text: string): string =>
  text
    .replaceAll(/\f.*工作[報报]告$/gmu, '')
    .replaceAll(/^\s*\d+ \/ \d+\s*$/gmu, '')
    .replaceAll(/\s/gu, '')

const describeIfRead = hasPdfReader() ? describe : describe.skip

describeIfRead('the exported PDF, read by pdftotext', () => {
  it.each([
    ['hant', 'zh-Hant'],
    ['hans', 'zh-Hans'],
    ['tw', 'zh-Hant-TW'],
    ['hk', 'zh-Hant-HK'],
    ['source', 'source'],
  ] as const)(
    'holds the whole report, character by character, in the form %s',
    async (script, tag) => {
      const text = unbroken(pdfText(await exported('notes.pdf', '--script', script)))
      const rendition = renditions.find((one) => one.tag === tag)
      const unmarked = report.placed.filter(
        ({ range }) =>
          !marks.some((mark) => mark.range.start < range.end && range.start < mark.range.end),
      )
      const missing = unmarked
        .map(({ block }) => rendition?.block(block.id).text ?? '')
        .filter((block) => !text.includes(unbroken(block)))
      expect(missing).toEqual([])
      expect(unmarked.length).toBeGreaterThan(report.placed.length - 8)
    },
  )

  it('numbers the notes in the text and lists them behind it', async () => {
    const text = unbroken(pdfText(await exported('notes.pdf')))
    const number = /銳意(\d)進取(\d)/u.exec(text)
    expect(number?.slice(1)).toEqual(['2', '1'])
    for (const words of ['有重點、程式碼、連結。', '2018', '5%', '原在別處', '體例']) {
      expect(text).toContain(unbroken(words))
    }
  })
})
