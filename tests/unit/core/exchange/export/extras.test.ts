import JSZip from 'jszip'
import { type ExportExtra, exportExtras } from '../../../../../core/app/export-request'
import { exportNotes, type WrittenFormat } from '../../../../../core/exchange/export/export-notes'
import { exportModel } from '../../../../../core/exchange/export/model'
import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { lost, marked, sourceOf } from './support'

/** Another day than that of the export. */
const day = { createdAt: '2025-03-04T12:00:00.000Z', modifiedAt: '2025-03-04T12:00:00.000Z' }

const source = sourceOf([
  marked('經濟運行', { note: '好', tags: ['甲'], ...day }),
  marked('統籌推進', day),
  lost('找不到', { note: '在哪裡', ...day }),
])

/** All that a file says with these extras, markup and all. */
async function contentOf(
  format: WrittenFormat | 'pdf',
  extras: readonly ExportExtra[] | undefined,
): Promise<string> {
  const model = exportModel(source, { script: 'hant', extras })
  if (format === 'pdf') return printableHtml(model, '')
  const content = await exportNotes(format, model)
  if (typeof content === 'string') return content
  const zip = await JSZip.loadAsync(content)
  const parts = ['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels']
  const read = parts.map((name) => zip.file(name)?.async('string') ?? Promise.resolve(''))
  // The library names what it links to by chance.
  return (await Promise.all(read)).join('\n').replaceAll(/rId[\w-]{8,}/gu, 'rId')
}

/** What shows that an extra is there, in each format that can be without it. */
const signs: Readonly<Record<ExportExtra, RegExp>> = {
  details: /Exported/u,
  links: /piyue:\/\//u,
  dates: /4 Mar(?:ch)? 2025|2025-03-04/u,
}

describe.each(['markdown', 'html', 'docx', 'pdf', 'csv', 'text'] as const)('%s', (format) => {
  it('has all of it where nothing is said', async () => {
    expect(await contentOf(format, undefined)).toBe(await contentOf(format, exportExtras))
  })

  it.each([[], ['details'], ['links'], ['dates'], ['details', 'dates']] as ExportExtra[][])(
    'holds quotes and notes, and of what may be besides only %p',
    async (...extras) => {
      const content = await contentOf(format, extras)
      for (const words of ['經濟運行', '統籌推進', '找不到', '好', '甲', '在哪裡']) {
        expect(content).toContain(words)
      }
      // What programs are told of the file in Markdown holds its link.
      const body = content.replace(/^---\n[^]*?\n---\n/u, '')
      const there = exportExtras.filter((extra) =>
        signs[extra].test(extra === 'links' ? body : content),
      )
      expect(there).toEqual(extras)
    },
  )
})

it('JSON has all of it, to be imported again', async () => {
  expect(await contentOf('json', [])).toBe(await contentOf('json', undefined))
})
