import type { ScriptTag } from '../../text/script-tag'

/** Word knows Chinese by region: shapes and the placing of punctuation follow it. */
export const wordLanguage: Readonly<Record<ScriptTag, string>> = {
  'zh-Hant': 'zh-TW',
  'zh-Hans': 'zh-CN',
  'zh-Hant-TW': 'zh-TW',
  'zh-Hant-HK': 'zh-HK',
  source: 'zh-TW',
}

/** Fonts that come with Word; where one is missing, Word takes another of the language. */
export const quoteFont = (script: ScriptTag): string =>
  wordLanguage[script] === 'zh-CN' ? 'SimSun' : 'PMingLiU'

export const latinFont = 'Times New Roman'
