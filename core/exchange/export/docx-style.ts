import {
  CommentRangeEnd,
  CommentReference,
  type IRunOptions,
  type ParagraphChild,
  ShadingType,
  TextRun,
  UnderlineType,
} from 'docx'
import type { MarkStyle } from '../../annotation/style'
import type { ScriptTag } from '../../text/script-tag'
import { markColors } from './mark-style'

/**
 * Word's own highlighter has no orange and no purple one can read through, so the colour is shading;
 * a wash has a line too, so that it is not known by colour alone.
 */
export function markOf({ color, kind }: MarkStyle): IRunOptions {
  if (kind === 'bookmark') return {}
  const { wash, line } = markColors[color]
  const underline = {
    type: kind === 'squiggly' ? UnderlineType.WAVE : lines[color],
    color: hex(line),
  }
  return kind === 'highlight'
    ? { underline, shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(wash) } }
    : { underline }
}

/** Every colour has a line of its own pattern, as on the page. */
const lines = {
  yellow: UnderlineType.SINGLE,
  green: UnderlineType.DASH,
  blue: UnderlineType.DOTTED,
  pink: UnderlineType.DOUBLE,
  orange: UnderlineType.THICK,
  purple: UnderlineType.DASHEDHEAVY,
} as const

const hex = (color: string) => color.slice(1).toUpperCase()

/** Word knows Chinese by region: shapes and the placing of punctuation follow it. */
export const wordLanguage: Readonly<Record<ScriptTag, string>> = {
  'zh-Hant': 'zh-TW',
  'zh-Hans': 'zh-CN',
  'zh-Hant-TW': 'zh-TW',
  'zh-Hant-HK': 'zh-HK',
  zh: 'zh-TW',
  source: 'zh-TW',
}

/** How a run of a script is set. */
export const scriptRun = (script: ScriptTag): IRunOptions => ({
  font: { ascii: latinFont, hAnsi: latinFont, eastAsia: eastAsianFont(script) },
  language: { value: 'en-GB', eastAsia: wordLanguage[script] },
})

/** Fonts that come with Word; where one is missing, Word takes another of the language. */
export const eastAsianFont = (script: ScriptTag): string =>
  wordLanguage[script] === 'zh-CN' ? 'SimSun' : 'PMingLiU'

const latinFont = 'Times New Roman'

/** Where the words that a comment hangs on end. */
export const commentEnd = (id: number): readonly ParagraphChild[] => [
  new CommentRangeEnd(id),
  new TextRun({ children: [new CommentReference(id)] }),
]
