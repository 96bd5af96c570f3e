import { getContext } from '../boot/context'

/** The languages that the system prefers, the first first, as BCP 47 tags. */
export function systemLanguages(env: NodeJS.ProcessEnv = process.env): string[] {
  const named = (env['LANGUAGE'] ?? '').split(':')
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const tags = [...named, locale].map(toTag).filter((tag) => tag !== undefined)
  return tags.length > 0 ? [...new Set(tags)] : ['en-US']
}

/** The app's language: `--lang`, else the system's first, as one that Chromium has texts for. */
export function appLocale(env: NodeJS.ProcessEnv = process.env): string {
  const [first = 'en-US'] = systemLanguages(env)
  return chromiumLocale(toTag(getContext().switches.get('lang') ?? '') ?? first)
}

/** From `zh_TW.UTF-8` to `zh-TW`; undefined for the languageless C and POSIX. */
function toTag(locale: string): string | undefined {
  const plain = locale.split(/[.@]/)[0]?.replace('_', '-') ?? ''
  return plain === '' || plain === 'C' || plain === 'POSIX' ? undefined : plain
}

/** Chromium has two sets of Chinese texts, and needs a region for English. */
function chromiumLocale(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize()
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN'
  if (language === 'en') return region === 'US' || region === undefined ? 'en-US' : 'en-GB'
  return language
}
