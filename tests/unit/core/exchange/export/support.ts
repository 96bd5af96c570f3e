import type { Annotation } from '../../../../../core/annotation/annotation'
import type { ExportScript } from '../../../../../core/app/export-request'
import { exportNotes, type WrittenFormat } from '../../../../../core/exchange/export/export-notes'
import {
  type ExportModel,
  type ExportSource,
  exportModel,
} from '../../../../../core/exchange/export/model'
import { messagesIn } from '../../../../../core/messages/language'
import type { OpenDocument } from '../../../../../core/publication/open-document'
import { type TextRange, textRange } from '../../../../../core/text/range'
import { annotationOf, noon } from '../../../support/annotations'
import { openReport, report } from '../../../support/report'

/** What an export of these annotations is made from. */
export const sourceOf = (
  annotations: readonly Annotation[],
  { open = openReport, ...more }: Partial<ExportSource> & { open?: OpenDocument } = {},
): ExportSource => ({
  documents: [{ open, annotations }],
  messages: messagesIn.en,
  colorNames: {},
  appVersion: '1.2.3',
  now: noon,
  ...more,
})

export const modelOf = (
  annotations: readonly Annotation[],
  { script = 'hant', ...more }: Parameters<typeof sourceOf>[1] & { script?: ExportScript } = {},
): ExportModel => exportModel(sourceOf(annotations, more), { script })

/** The text of an export in a format that is text. */
export async function textOf(
  format: Exclude<WrittenFormat, 'docx'>,
  annotations: readonly Annotation[],
  more: Parameters<typeof modelOf>[1] = {},
): Promise<string> {
  const content = await exportNotes(format, modelOf(annotations, more))
  if (typeof content !== 'string') throw new TypeError(`${format} is not text`)
  return content
}

/** The range of some words of the report; their first place. */
export function placeOf(words: string): TextRange {
  const at = report.text.indexOf(words)
  if (at === -1) throw new Error(`${words} does not stand in the report`)
  // The report holds no character beyond the Basic Multilingual Plane.
  return textRange(at, at + words.length)
}

/** An annotation of some words of the report. */
export const marked = (words: string, more: Partial<Annotation> = {}): Annotation =>
  annotationOf(report, placeOf(words), more)

/** An annotation whose words stand nowhere in the report. */
export const lost = (exact: string, more: Partial<Annotation> = {}): Annotation => ({
  ...annotationOf(report, textRange(0, 4)),
  id: 'lost',
  documentDigest: 'sha256:other',
  quote: { exact, prefix: '', suffix: '' },
  ...more,
})

/** Notes that try to be something else than text. */
export const hostileNotes: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<script> <img src=x onerror=alert(1) ',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
  '<svg/onload=alert(1)>',
  '<code> <img src=x onerror=alert(1)//',
  '[link](javascript:alert(1))',
  '[link](JaVaScRiPt&colon;alert(1))',
  '[link](data:text/html,<script>alert(1)</script>)',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n[a]',
  '![x](https://example.org/track.png)',
  '![x](x"onerror="alert(1))',
  '[x](https://example.org/"onmouseover="alert(1))',
  '</div></article><base href="https://example.org/">',
  '```html\n<script>alert(1)</script>',
  '<!-- ',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  'line\u2028separator\u2029paragraph',
  'bidi \u202etxt.exe\u202c and \u2066isolate\u2069',
  'nul \u0000 and bell \u0007 and half \ud800',
  '=HYPERLINK("http://example.org","x")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '＝1',
  ']]>&<w:p/>',
  `${'>'.repeat(20_000)}x`,
  '| a | b |\n|---|---|\n| <b>x</b> | `y` |',
  '- [x] done\n- [ ] open',
]
