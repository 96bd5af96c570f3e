import type { UiLanguage } from '../app/settings'

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
