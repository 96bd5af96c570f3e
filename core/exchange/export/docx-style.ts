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

/** Word knows Chinese by region: shapes and the placing of punctuation follow it. @param lang BCP 47 */
export function wordLanguage(lang: string): string {
  const languages = {
    'zh-Hans': 'zh-CN',
    'zh-Hant-HK': 'zh-HK',
    zh: 'zh-TW',
    ja: 'ja-JP',
    ko: 'ko-KR',
  }
  const found = Object.entries(languages).find(
    ([tag]) => lang === tag || lang.startsWith(`${tag}-`),
  )
  return found?.[1] ?? 'zh-TW'
}

/** How a run of a language is set. @param lang BCP 47 */
export const languageRun = (lang: string): IRunOptions => ({
  font: { ascii: latinFont, hAnsi: latinFont, eastAsia: eastAsianFont(lang) },
  language: { value: isWestern(lang) ? lang : 'en-GB', eastAsia: wordLanguage(lang) },
})

const isWestern = (lang: string) => !/^(?:zh|ja|ko|und)\b/u.test(lang)

/** Fonts that come with Word; where one is missing, Word takes another of the language. @param lang BCP 47 */
export function eastAsianFont(lang: string): string {
  const fonts: Readonly<Record<string, string>> = {
    'zh-CN': 'SimSun',
    'ja-JP': 'MS Mincho',
    'ko-KR': 'Batang',
  }
  return fonts[wordLanguage(lang)] ?? 'PMingLiU'
}

const latinFont = 'Times New Roman'

/** Where the words that a comment hangs on end. */
export const commentEnd = (id: number): readonly ParagraphChild[] => [
  new CommentRangeEnd(id),
  new TextRun({ children: [new CommentReference(id)] }),
]
