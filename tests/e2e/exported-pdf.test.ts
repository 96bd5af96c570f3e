import { rmSync } from 'node:fs'
import path from 'node:path'
import type { ExportScript } from '../../core/app/export-request'
import type { ScriptTag } from '../../core/text/script-tag'
import { hasPdfReader } from '../../tools/runtime/pdf-reader'
import { exportedNotes } from '../support/exported-notes'
import { seedAnnotations } from '../support/seed'
import { renditions, report } from '../unit/support/report'
import { temporaryUserData } from './support/launch'
import { pdfText } from './support/pdf-text'
import { Piyue } from './support/piyue'
import '../support/window'

jest.setTimeout(120_000)

const userData = temporaryUserData()
let piyue: Piyue

/** One app for all; each form is printed by it. */
beforeAll(async () => {
  seedAnnotations(userData, exportedNotes)
  piyue = await Piyue.open({ userData })
})

afterAll(async () => {
  await piyue.close()
  rmSync(userData, { recursive: true, force: true })
})

/** The text of the PDF in a form, without what a line or a page break may have put in or taken out. */
async function printed(script: ExportScript): Promise<string> {
  const file = path.join(userData, `${script}.pdf`)
  await piyue.answerSaveDialog(file)
  const outcome = await piyue.page.evaluate(
    ([documentId, wanted]) =>
      window.piyue.exportNotes([documentId], { format: 'pdf', script: wanted }),
    [report.id, script] as const,
  )
  expect(outcome).toMatchObject({ kind: 'written', count: exportedNotes.length })
  return unbroken(pdfText(file))
}

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

describeIfRead('the exported PDF, read by pdftotext', () => {
  it('holds the whole report in Traditional, numbers the notes in it and lists them behind it', async () => {
    const text = await printed('hant')
    expect(unmarked.length).toBeGreaterThan(report.placed.length - 8)
    expect(missingIn(text, 'zh-Hant')).toEqual([])
    const number = /銳意(\d)進取(\d)/u.exec(text)
    expect(number?.slice(1)).toEqual(['2', '1'])
    for (const words of ['有重點、程式碼、連結。', '2018', '5%', '原在別處', '體例']) {
      expect(text).toContain(unbroken(words))
    }
  })

  it('holds it character by character in every other form', async () => {
    const forms = [
      ['hans', 'zh-Hans'],
      ['tw', 'zh-Hant-TW'],
      ['hk', 'zh-Hant-HK'],
      ['source', 'source'],
    ] as const
    for (const [script, tag] of forms) {
      expect({ tag, missing: missingIn(await printed(script), tag) }).toEqual({ tag, missing: [] })
    }
  })
})
