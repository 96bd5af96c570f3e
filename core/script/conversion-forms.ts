import type { ScriptTag } from '../text/script-tag'

/**
 * Which forms can be made of a document; apart from the making of them, for that loads large tables.
 */

/** The scripts that a Chinese document can be written in. */
export type ChineseScript = Extract<ScriptTag, 'zh-Hant' | 'zh-Hans'>

/** The forms that can be made by conversion. */
export const convertedTags = [
  'zh-Hant',
  'zh-Hans',
  'zh-Hant-TW',
  'zh-Hant-HK',
] as const satisfies readonly ScriptTag[]

export type ConvertedTag = (typeof convertedTags)[number]

/** The forms that a document in a script is offered in, besides its own. */
export const formsBeside: Readonly<Record<ChineseScript, readonly ConvertedTag[]>> = {
  'zh-Hant': ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'],
  'zh-Hans': ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK'],
}
