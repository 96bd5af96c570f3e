import { appLocale, systemLanguages } from '../../../../tools/stand-in/api/locale'
import type { AppLocation } from '../../../../tools/stand-in/boot/app-location'
import { setContext } from '../../../../tools/stand-in/boot/context'

const location: AppLocation = { folder: '', main: '', packed: false, name: '', version: '' }
const useSwitches = (switches: [string, string][]): void =>
  setContext({ app: location, executable: '', node: '', switches: new Map(switches) })

describe('languages', () => {
  beforeEach(() => useSwitches([]))

  it.each([
    [{ LANG: 'C.UTF-8' }, ['en-US'], 'en-US'],
    [{ LANG: 'zh_TW.UTF-8' }, ['zh-TW'], 'zh-TW'],
    [{ LANG: 'zh_HK.UTF-8' }, ['zh-HK'], 'zh-TW'],
    [{ LANG: 'zh_SG.UTF-8' }, ['zh-SG'], 'zh-CN'],
    [{ LANGUAGE: 'fr:en_GB', LANG: 'de_DE' }, ['fr', 'en-GB', 'de-DE'], 'fr'],
    [{ LC_ALL: 'en_AU', LANG: 'zh_CN' }, ['en-AU'], 'en-GB'],
  ])('come from %j', (env, languages, locale) => {
    expect(systemLanguages(env)).toEqual(languages)
    expect(appLocale(env)).toBe(locale)
  })

  it('are overruled by --lang for the app alone', () => {
    useSwitches([['lang', 'zh-TW']])
    expect(appLocale({ LANG: 'en_US' })).toBe('zh-TW')
    expect(systemLanguages({ LANG: 'en_US' })).toEqual(['en-US'])
  })
})
