import type { UiLanguage } from '../../core/app/settings'
import type { Typeface } from '../../core/app/typography'
import { type ScriptTag, scriptTags } from '../../core/text/script-tag'

/**
 * The families of bundled fonts (tools/fonts): the folder of the page that each lies in, with the style sheet of its
 * faces, and its name. A face costs nothing until its letters are shown.
 */
const names = {
  'missing-glyph': 'Piyue Missing Glyph',
  'noto-serif-tc': 'Noto Serif TC',
  'noto-sans-tc': 'Noto Sans TC',
  'noto-serif-sc': 'Noto Serif SC',
  'noto-sans-sc': 'Noto Sans SC',
  'noto-serif-hk': 'Noto Serif HK',
  'lxgw-wenkai': 'LXGW WenKai',
} as const

type Family = keyof typeof names

/** Those that a form of the text or an interface is set in besides those that all are. */
const familiesOf: Readonly<Record<ScriptTag | UiLanguage, readonly Family[]>> = {
  'zh-Hant': [],
  // What Simplified and Traditional draw alike lies with Traditional.
  'zh-Hans': ['noto-serif-sc', 'noto-sans-sc'],
  'zh-Hant-TW': [],
  'zh-Hant-HK': ['noto-serif-hk'],
  zh: ['noto-serif-sc', 'noto-sans-sc'],
  source: [],
  // The interface is set in the fonts of Traditional Chinese where it speaks English.
  en: [],
}

/** What typefaces are drawn with besides; 仿宋 where the system has none. */
const familiesOfTypeface: Readonly<Record<Typeface, readonly Family[]>> = {
  ming: [],
  hei: [],
  kai: ['lxgw-wenkai'],
  fangsong: ['lxgw-wenkai'],
  system: [],
}

/**
 * What is drawn where no font has a character, and what every form and interface is set in. The page's HTML asks for
 * these sheets, and for the files of the most usual characters, which no first view does without: the engine would
 * ask for a file only when it lays out what is set in it.
 */
const familiesOfAll: readonly Family[] = ['missing-glyph', 'noto-serif-tc', 'noto-sans-tc']

/** The weights that a text and an interface are set in. */
const weights = [400, 600] as const

/** Begins to load the faces that everything is set in; to be called before it is known what will be shown. */
export function beginToLoadFonts(): void {
  void load(familiesOfAll)
}

/**
 * Loads the faces that the text and the interface are set in, with the files of their most usual characters; wait
 * for it before the first frame, which else is laid out twice, at first in fonts that the system is asked for.
 */
export async function loadFonts(
  form: ScriptTag,
  language: UiLanguage,
  typeface: Typeface,
): Promise<void> {
  const families = [
    ...familiesOfAll,
    ...familiesOf[form],
    ...familiesOf[language],
    ...familiesOfTypeface[typeface],
  ]
  await load(families)
  // Where a file cannot be had the text is shown all the same.
  await Promise.allSettled(
    families.flatMap((family) =>
      weights.map((weight) => document.fonts.load(`${weight} 1em "${names[family]}"`)),
    ),
  )
}

/** Loads the faces of other forms and typefaces too, so that a switch has nothing to wait for. */
export async function loadOtherFonts(): Promise<void> {
  await load([...scriptTags.flatMap((tag) => familiesOf[tag]), ...familiesOfTypeface.kai])
}

const loading = new Map<Family, Promise<unknown>>()

async function load(families: readonly Family[]): Promise<void> {
  const sheets = families.map((family) => {
    const sheet = loading.get(family) ?? linkTo(`./fonts/${family}/index.css`)
    loading.set(family, sheet)
    return sheet
  })
  await Promise.all(sheets)
}

/** Settles when the sheet is there, or cannot be had: the text is shown all the same. */
function linkTo(sheet: string): Promise<unknown> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = sheet
  const settled = new Promise((resolve) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', resolve)
  })
  document.head.append(link)
  return settled
}
