import type { UiLanguage } from '../app/settings'
import type { Publication } from '../publication/publication'
import { en, type Messages } from './en'
import { zhHans } from './zh-hans'
import { zhHant } from './zh-hant'

/** Everything the app says, by language. */
export const messagesIn: Readonly<Record<UiLanguage, Messages>> = {
  en,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
}

/** What the forms of a document are called. Only the report was published: another is as in its file. */
export const formNamesOf = (
  { file }: Pick<Publication, 'file'>,
  { scripts, asInFile }: Messages,
): Messages['scripts'] => (file === undefined ? scripts : { ...scripts, source: asInFile })

/**
 * The language to speak, of those there are, for a list of preferred BCP 47 tags or POSIX locales, best
 * first.
 * Chinese without a script or with an unknown region is taken as Simplified; without a match, English.
 */
export function pickLanguage(preferred: readonly string[]): UiLanguage {
  for (const tag of preferred) {
    const language = languageOf(tag)
    if (language !== undefined) return language
  }
  return 'en'
}

function languageOf(tag: string): UiLanguage | undefined {
  const [language, ...rest] = tag.toLowerCase().split(/[-_.@]/u)
  if (language === 'en') return 'en'
  if (language !== 'zh') return undefined
  if (rest.includes('hans')) return 'zh-Hans'
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans'
}
