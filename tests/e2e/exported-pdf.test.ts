import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ExportScript } from '../../core/app/export-request'
import type { ScriptTag } from '../../core/text/script-tag'
import { hasPdfReader } from '../../tools/runtime/pdf-reader'
import { exportedNotes } from '../support/exported-notes'
import { rows } from '../support/rows'
import { manyMarks, seedAnnotations } from '../support/seed'
import { openReport, renditions, report } from '../unit/support/report'
import { temporaryUserData } from './support/launch'
import { pdfText } from './support/pdf-text'
import { Piyue } from './support/piyue'
import '../support/window'

jest.setTimeout(120_000)

const userData = temporaryUserData()
let piyue: Piyue

const sixty = manyMarks(60)
const idsOf = (marks: readonly { readonly id: string }[]) => marks.map(({ id }) => id)

/** One app for all; each form is printed by it. */
beforeAll(async () => {
  seedAnnotations(userData, [...exportedNotes, ...sixty])
  piyue = await Piyue.open({ userData })
})

afterAll(async () => {
  await piyue.close()
  rmSync(userData, { recursive: true, force: true })
})

/** The file of a PDF in a form with some of the notes. */
async function printedFile(script: ExportScript, ids: readonly string[]): Promise<string> {
  const file = path.join(userData, `${script}-${ids.length}.pdf`)
  await piyue.answerSaveDialog(file)
  const outcome = await piyue.page.evaluate(
    ([documentId, request]) => window.piyue.exportNotes([documentId], request),
    [report.id, { format: 'pdf', script, ids: [...ids] }] as const,
  )
  expect(outcome).toMatchObject({ kind: 'written', count: ids.length })
  return file
}

/** The text of the PDF in a form, without what a line or a page break may have put in or taken out. */
const printed = async (script: ExportScript): Promise<string> =>
  unbroken(pdfText(await printedFile(script, idsOf(exportedNotes))))

/** A string of a PDF in UTF-16, as Chromium writes what is not ASCII: `FEFF` and its units, in hexadecimal. */
const titleOf = (hex: string): string =>
  Buffer.from(hex.slice(4), 'hex').swap16().toString('utf16le')

/** Without what stands over and under the text of each page: the running head and the page's number. */
const unbroken = (text: string): string =>
  text
    .replaceAll(/\f.*工作[報报]告$/gmu, '')
    .replaceAll(/^\s*\d+ \/ \d+\s*$/gmu, '')
    .replaceAll(/\s/gu, '')

const describeIfRead = hasPdfReader() ? describe : describe.skip

/** The blocks that no mark breaks up with its number. */
const unmarked = report.placed.filter(
  ({ range }) =>
    !exportedNotes.some((mark) => mark.range.start < range.end && range.start < mark.range.end),
)

/** The blocks that a PDF in a form should hold and does not. */
function missingIn(text: string, tag: ScriptTag): readonly string[] {
  const rendition = renditions.find((one) => one.tag === tag)
  return unmarked
    .map(({ block }) => rendition?.block(block.id).text ?? '')
    .filter((block) => !text.includes(unbroken(block)))
}

/** A heading that is marked has the number of the note in it. */
const withoutNumbers = (title: string): string => title.replaceAll(/[\d\s]/gu, '')

describe('the exported PDF with sixty notes', () => {
  it('is small, and has its headings as bookmarks, tags for who listens, and no letters as drawings', async () => {
    const bytes = readFileSync(await printedFile('hant', idsOf(sixty)))
    expect(bytes.length).toBeLessThan(600_000)
    const file = bytes.toString('latin1')
    // Asked for one by one, so that a file of half a million characters is not shown where one is not there.
    const asked = {
      tags: /\/MarkInfo[^>]*\/Marked true/u,
      structure: /\/StructTreeRoot \d+ 0 R/u,
      outline: /\/Outlines \d+ 0 R/u,
      letters: /\/Subtype\s*\/Type0/u,
      drawings: /\/Subtype\s*\/Type3/u,
    }
    const found = Object.entries(asked).filter(([, pattern]) => pattern.test(file))
    expect(found.map(([name]) => name)).toEqual(['tags', 'structure', 'outline', 'letters'])
    const titles = Array.from(file.matchAll(/\/Title <(FEFF[0-9A-F]+)>/giu), ([, hex = '']) =>
      withoutNumbers(titleOf(hex)),
    )
    // Chromium names a heading twice over that stands where two pages meet.
    const without = openReport.sections.filter(
      ({ heading }) => !titles.some((title) => title.startsWith(withoutNumbers(heading.text))),
    )
    expect(without).toEqual([])
  })
})

describeIfRead('the exported PDF, read by pdftotext', () => {
  it('holds the whole report in every form, numbers the notes in it and lists them behind it', async () => {
    const text = await printed('hant')
    expect(unmarked.length).toBeGreaterThan(report.placed.length - 8)
    expect(missingIn(text, 'zh-Hant')).toEqual([])
    const number = /銳意(\d)進取(\d)/u.exec(text)
    expect(number?.slice(1)).toEqual(['2', '1'])
    for (const words of ['有重點、程式碼、連結。', '2018', '5%', '原在別處', '體例']) {
      expect(text).toContain(unbroken(words))
    }
    const forms = [
      ['hans', 'zh-Hans'],
      ['tw', 'zh-Hant-TW'],
      ['hk', 'zh-Hant-HK'],
      ['source', 'source'],
    ] as const
    for (const [script, tag] of rows(forms)) {
      expect({ tag, missing: missingIn(await printed(script), tag) }).toEqual({ tag, missing: [] })
    }
  })
})

/** What was handed to the system's print dialog, and the paper that a printer would have made of it. */
interface Printed {
  readonly options: unknown
  readonly pdf: string
}

/** Prints what is shown by Piyue's own dialog, with the notes where they are asked for. */
async function handedToPrinter(notes: string): Promise<Printed> {
  await piyue.chooseMenu('print')
  const dialog = piyue.page.getByRole('dialog', { name: 'Print' })
  await dialog.getByRole('combobox', { name: 'Notes' }).selectOption({ label: notes })
  await dialog.getByRole('button', { name: 'Print…' }).click()
  await dialog.waitFor({ state: 'detached' })
  return piyue.app.evaluate(() => Reflect.get(globalThis, 'printedLast'))
}

describeIfRead('what is handed to the printer', () => {
  const all = [...exportedNotes, ...sixty]
  const unnumbered = report.placed.filter(
    ({ range }) =>
      !all.some(
        (mark) => mark.note !== '' && mark.range.start < range.end && range.start < mark.range.end,
      ),
  )

  beforeAll(() =>
    piyue.app.evaluate(({ app }) => {
      app.on('browser-window-created', (_event, { webContents }) => {
        const print = async (options: unknown, done: (isPrinted: boolean) => void) => {
          const bytes = await webContents.printToPDF({ preferCSSPageSize: true })
          const pdf = bytes.toString('base64')
          Object.assign(globalThis, { printedLast: { options, pdf } })
          done(true)
        }
        Object.assign(webContents, { print })
      })
    }),
  )

  it.each(
    rows([
      ['Traditional', 'zh-Hant', false, 'At the end'],
      ['Simplified', 'zh-Hans', false, 'Under their paragraphs'],
      ['Traditional', 'zh-Hant', true, 'Under their paragraphs'],
      ['Simplified', 'zh-Hans', true, 'At the end'],
    ] as const),
  )(
    'is the form and setting that are shown: %s, %s, in columns %s, notes %s',
    async (script, tag, isVertical, notes) => {
      await piyue.showScript(script)
      const main = piyue.page.locator('main')
      const setting = isVertical ? 'vertical' : 'horizontal'
      if ((await main.getAttribute('data-setting')) !== setting) {
        await piyue.press('Control+Shift+T')
        // A key goes by way of the page, and a menu's item that is chosen after it could come before it.
        await piyue.page.locator(`main[data-setting="${setting}"]`).waitFor()
      }
      const { options, pdf } = await handedToPrinter(notes)
      expect(options).toMatchObject({ printBackground: true, landscape: isVertical })
      const file = path.join(userData, `printed-${tag}-${isVertical}.pdf`)
      writeFileSync(file, Buffer.from(pdf, 'base64'))
      const pages = pdfText(file).split('\f').slice(0, -1)
      const [, width = 0, height = 0] =
        /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(readFileSync(file, 'latin1'))?.map(Number) ??
        []
      expect(width > height).toBe(isVertical)
      const rendition = renditions.find((one) => one.tag === tag)
      const title = rendition?.block(report.placed[0]?.block.id ?? '').text ?? ''
      const numbers = pages.map((_, i) => `${i + 1} / ${pages.length}`)
      expect(pages.filter((page, i) => !page.includes(numbers[i] ?? ''))).toEqual([])
      expect(pages.slice(1).filter((page) => !page.split('\n').includes(title))).toEqual([])
      const text = unbroken(pdfText(file))
      const missing = unnumbered
        .map(({ block }) => rendition?.block(block.id).text ?? '')
        .filter((block) => !text.includes(unbroken(block)))
      expect(missing).toEqual([])
      // On paper there is no link to go by.
      expect(text).not.toContain('OpeninPiyue')
      const note = text.indexOf('第10則筆記')
      const last = text.indexOf(
        unbroken(rendition?.block(report.placed.at(-1)?.block.id ?? '').text ?? ''),
      )
      expect(note).toBeGreaterThan(0)
      expect(note > last).toBe(notes === 'At the end')
    },
  )
})
