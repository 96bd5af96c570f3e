/**
 * The forms in which a document can be seen, named by BCP 47 tags; `zh` is Chinese in whichever script each
 * paragraph was written in, `source` is the text as it was published, before any emendation.
 */
export const scriptTags = [
  'zh-Hant',
  'zh-Hans',
  'zh-Hant-TW',
  'zh-Hant-HK',
  'zh',
  'source',
] as const

export type ScriptTag = (typeof scriptTags)[number]

/** The short names of the command line. */
export const scriptShortNames = {
  hant: 'zh-Hant',
  hans: 'zh-Hans',
  tw: 'zh-Hant-TW',
  hk: 'zh-Hant-HK',
  written: 'zh',
  source: 'source',
} as const satisfies Record<string, ScriptTag>

/** The short name of a form. */
export const shortNameOf = (tag: ScriptTag): keyof typeof scriptShortNames =>
  (Object.keys(scriptShortNames) as (keyof typeof scriptShortNames)[]).find(
    (name) => scriptShortNames[name] === tag,
  ) ?? 'hant'

/**
 * The `lang` that the text carries in the page. Glyph shapes and the placing of punctuation follow
 * it, so it must be right for the region, not only for the script.
 */
export const langOf: Readonly<Record<ScriptTag, string>> = {
  'zh-Hant': 'zh-Hant',
  'zh-Hans': 'zh-Hans',
  'zh-Hant-TW': 'zh-Hant-TW',
  'zh-Hant-HK': 'zh-Hant-HK',
  zh: 'zh',
  source: 'zh-Hant',
}

/** The two sides of the main switch. */
export type MainScript = 'hant' | 'hans'

export const mainScriptOf = (tag: ScriptTag): MainScript => (tag === 'zh-Hans' ? 'hans' : 'hant')

/** Whether a form is wholly in one script; not, where it is in whatever its source was written in. */
export const isInOneScript = (tag: ScriptTag): tag is Exclude<ScriptTag, 'source' | 'zh'> =>
  tag !== 'source' && tag !== 'zh'
