import type { UiLanguage } from '../../core/app/settings'
import type { Typeface } from '../../core/app/typography'
import { type ScriptTag, scriptTags } from '../../core/text/script-tag'

/**
 * The families of bundled fonts (tools/fonts) that a form of the text or an interface is set in: folders of
 * the page, each with the style sheet of its faces. A face costs nothing until its letters are shown.
 */
const familiesOf: Readonly<Record<ScriptTag | UiLanguage, readonly string[]>> = {
  'zh-Hant': ['noto-serif-tc', 'noto-sans-tc'],
  // What Simplified and Traditional draw alike lies with Traditional.
  'zh-Hans': ['noto-serif-sc', 'noto-serif-tc', 'noto-sans-sc', 'noto-sans-tc'],
  'zh-Hant-TW': ['noto-serif-tc', 'noto-sans-tc'],
  'zh-Hant-HK': ['noto-serif-hk', 'noto-serif-tc', 'noto-sans-tc'],
  zh: ['noto-serif-tc', 'noto-serif-sc', 'noto-sans-tc', 'noto-sans-sc'],
  source: ['noto-serif-tc', 'noto-sans-tc'],
  // The interface is set in the fonts of Traditional Chinese where it speaks English.
  en: ['noto-serif-tc', 'noto-sans-tc'],
}

/** What typefaces are drawn with besides; 仿宋 where the system has none. */
const familiesOfTypeface: Readonly<Record<Typeface, readonly string[]>> = {
  ming: [],
  hei: [],
  kai: ['lxgw-wenkai'],
  fangsong: ['lxgw-wenkai'],
  system: [],
}

/** What is drawn where no font has a character. */
const missingGlyph = 'missing-glyph'

/** Loads the faces that the text and the interface are set in; wait for it before the first paint. */
export async function loadFonts(
  form: ScriptTag,
  language: UiLanguage,
  typeface: Typeface,
): Promise<void> {
  await load([
    missingGlyph,
    ...familiesOf[form],
    ...familiesOf[language],
    ...familiesOfTypeface[typeface],
  ])
}

/** Loads the faces of other forms and typefaces too, so that a switch has nothing to wait for. */
export async function loadOtherFonts(): Promise<void> {
  await load([...scriptTags.flatMap((tag) => familiesOf[tag]), ...familiesOfTypeface.kai])
}

const loading = new Map<string, Promise<unknown>>()

async function load(families: readonly string[]): Promise<void> {
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
