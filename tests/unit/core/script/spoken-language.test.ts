import { formReadBy, spokenLanguageOf } from '../../../../core/script/spoken-language'

it.each([
  ['zh-Hant', 'mandarin'],
  ['zh-Hans', 'mandarin'],
  ['zh-Hant-TW', 'mandarin'],
  ['zh-Hant-HK', 'cantonese'],
  ['zh-CN', 'mandarin'],
  ['zh_TW', 'mandarin'],
  ['zh-HK', 'cantonese'],
  ['zh-yue', 'cantonese'],
  ['yue-HK', 'cantonese'],
  ['yue', 'cantonese'],
  ['cmn', 'mandarin'],
  ['cmn-latn-pinyin', 'mandarin'],
  ['nan-TW', 'nan'],
  ['en-GB', 'en'],
])('%s is spoken as %s', (lang, spoken) => {
  expect(spokenLanguageOf(lang)).toBe(spoken)
})

it.each([
  ['zh-CN', 'zh-Hans'],
  ['zh_TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['cmn', undefined],
])('a voice of %s reads %s', (lang, form) => {
  expect(formReadBy(lang)).toBe(form)
})
