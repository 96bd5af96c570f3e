import { messagesIn, pickLanguage } from '../../../../core/messages/language'

describe('picking the language', () => {
  it.each([
    [['zh-TW'], 'zh-Hant'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['zh_HK.UTF-8'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['fr-FR', 'zh-TW'], 'zh-Hant'],
    [['en-GB', 'zh-TW'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('takes %j for %s', (preferred, language) => {
    expect(pickLanguage(preferred)).toBe(language)
  })
})

describe('the messages', () => {
  it('leave no English in Chinese but for names', () => {
    const english = JSON.stringify(messagesIn['zh-Hant']).match(/[A-Za-z]{3,}/g) ?? []
    const keys = new Set(
      JSON.stringify(messagesIn.en)
        .match(/"[\w-]+":/g)
        ?.flatMap((key) => key.match(/\w+/g) ?? []),
    )
    const names = new Set([
      'Markdown',
      'English',
      'DOCX',
      'HTML',
      'JSON',
      'Word',
      'CSV',
      'PDF',
      'PNG',
      'SVG',
      'TEI',
      'EPUB',
      'DRM',
      'XML',
      'W3C',
      'Readium',
      'Thorium',
      'Hypothesis',
      'DISPLAY',
      'WAYLAND',
      'xvfb',
      'UTF',
      'GBK',
      'Big',
      'Windows',
      'run',
    ])
    expect(english.filter((word) => !keys.has(word) && !names.has(word))).toEqual([])
  })
})
