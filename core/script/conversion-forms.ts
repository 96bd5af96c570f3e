import type { Block } from '../document/block'
import type { ScriptTag } from '../text/script-tag'

/**
 * Which forms can be made of a document; apart from the making of them, for that loads large tables.
 */

/** Goes up whenever other forms are made with the same tables: those that are kept are then made again. */
export const conversionVersion = 2

/** The scripts that a Chinese document can be written in. */
export type ChineseScript = Extract<ScriptTag, 'zh-Hant' | 'zh-Hans'>

/** As a document is written: in one of them, or in both. */
export type WrittenScript = ChineseScript | 'zh'

/** The forms that can be made by conversion. */
export const convertedTags = [
  'zh-Hant',
  'zh-Hans',
  'zh-Hant-TW',
  'zh-Hant-HK',
] as const satisfies readonly ScriptTag[]

export type ConvertedTag = (typeof convertedTags)[number]

/** The forms that a document in a script is offered in, besides its own. */
export const formsBeside: Readonly<Record<WrittenScript, readonly ConvertedTag[]>> = {
  'zh-Hant': ['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'],
  'zh-Hans': ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK'],
  zh: convertedTags,
}

/** Whether a document of a canonical script is Chinese, and has other forms. */
export const isChinese = (canonicalScript: ScriptTag): canonicalScript is WrittenScript =>
  canonicalScript in formsBeside

/** What a block is written in, of a document in a script; null where that cannot be told. */
export function writtenIn({ script }: Block, of: WrittenScript): ChineseScript | null {
  return script ?? (of === 'zh' ? null : of)
}
