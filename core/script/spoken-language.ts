import type { ScriptTag } from '../text/script-tag'

/** What a text is read aloud in: one of the Chinese languages, or another by its primary subtag. */
type SpokenLanguage = 'mandarin' | 'cantonese' | (string & {})

/**
 * The spoken language of a form of a text, or of a voice. Chinese is spoken as Mandarin unless its tag
 * says Hong Kong, Macau or Cantonese.
 *
 * @param lang BCP 47; some systems write `_` for `-`
 */
export function spokenLanguageOf(lang: string): SpokenLanguage {
  const [language = '', ...rest] = lang.toLowerCase().replaceAll('_', '-').split('-')
  if (language === 'yue') return 'cantonese'
  if (language !== 'zh' && language !== 'cmn') return language
  return rest.some((part) => ['hk', 'mo', 'yue'].includes(part)) ? 'cantonese' : 'mandarin'
}

/**
 * The form that a voice knows best how to read; nothing where its tag does not say.
 *
 * @param lang of the voice, BCP 47
 */
export function formReadBy(lang: string): ScriptTag | undefined {
  const parts = lang.toLowerCase().replaceAll('_', '-').split('-')
  if (parts.some((part) => ['cn', 'sg', 'hans'].includes(part))) return 'zh-Hans'
  if (parts.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part))) return 'zh-Hant'
  return undefined
}
