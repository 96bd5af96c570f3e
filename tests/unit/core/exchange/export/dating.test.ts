import JSZip from 'jszip'
import { uiLanguages } from '../../../../../core/app/settings'
import { exportNotes, type WrittenFormat } from '../../../../../core/exchange/export/export-notes'
import { printableHtml } from '../../../../../core/exchange/export/printable-html'
import { messagesIn } from '../../../../../core/messages/language'
import { marked, modelOf } from './support'

/** What is known of the report's dates: said in Chinese, as the rest of a Chinese document's citation. */
const known = {
  en: '發布日期不詳，抄錄於 2019-03-23 或以後',
  'zh-Hant': '發布日期不詳，抄錄於 2019-03-23 或以後',
  'zh-Hans': '发布日期不详，抄录于 2019-03-23 或以后',
}

const scripts = { en: 'hant', 'zh-Hant': 'hant', 'zh-Hans': 'hans' } as const

const formats: readonly (WrittenFormat | 'pdf')[] = [
  'markdown',
  'html',
  'docx',
  'pdf',
  'csv',
  'json',
  'text',
]

async function textOf(format: WrittenFormat | 'pdf', language: keyof typeof known) {
  const notes = [marked('經濟運行', { note: '注' })]
  const model = modelOf(notes, { messages: messagesIn[language], script: scripts[language] })
  if (format === 'pdf') return printableHtml(model, '')
  const content = await exportNotes(format, model)
  if (typeof content === 'string') return content
  const zip = await JSZip.loadAsync(content)
  return (await zip.file('word/document.xml')?.async('string')) ?? ''
}

describe('what exports say of when the report was made public', () => {
  const cases = uiLanguages.flatMap((language) =>
    formats.map((format) => [format, language] as const),
  )

  it.each(cases)(
    '%s in %s: not known, and from when on it was copied',
    async (format, language) => {
      const text = await textOf(format, language)
      expect(text).toContain(known[language])
      // The day never stands alone, as if it were that of posting.
      expect(text.split('2019-03-23')).toHaveLength(text.split(known[language]).length)
    },
  )
})
