import type { UiLanguage } from '../../core/app/settings'
import type { Typeface } from '../../core/app/typography'
import { type ScriptTag, scriptTags } from '../../core/text/script-tag'

/**
 * The families of bundled fonts (tools/fonts) that a form of the text or an interface is set in besides those
 * that all are: folders of the page, each with the style sheet of its faces. A face costs nothing until its
 * letters are shown.
 */
const familiesOf: Readonly<Record<ScriptTag | UiLanguage, readonly string[]>> = {
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
const familiesOfTypeface: Readonly<Record<Typeface, readonly string[]>> = {
  ming: [],
  hei: [],
  kai: ['lxgw-wenkai'],
  fangsong: ['lxgw-wenkai'],
  system: [],
}

/** What is drawn where no font has a character, and what every form and interface is set in. */
const familiesOfAll = ['missing-glyph', 'noto-serif-tc', 'noto-sans-tc']

/** The files with the most usual letters, which no first view does without. */
const filesOfAll = ['noto-serif-tc', 'noto-sans-tc'].flatMap((family) =>
  [400, 600].map((weight) => `./fonts/${family}/first-${weight}.woff2`),
)

/**
 * Begins to load the faces that everything is set in; to be called before it is known what will be shown. The
 * engine asks for the file of a face when it lays out what is set in it: it would do so for one after the
 * other, and lay out the text anew for each.
 */
export function beginToLoadFonts(): void {
  void load(familiesOfAll)
  filesOfAll.forEach(preload)
}

/** Loads the faces that the text and the interface are set in; wait for it before the first paint. */
export async function loadFonts(
  form: ScriptTag,
  language: UiLanguage,
  typeface: Typeface,
): Promise<void> {
  await load([
    ...familiesOfAll,
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

function preload(file: string): void {
  const link = document.createElement('link')
  link.rel = 'preload'
  link.as = 'font'
  // As the engine itself asks for fonts.
  link.crossOrigin = 'anonymous'
  link.href = file
  document.head.append(link)
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
