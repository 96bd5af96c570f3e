import { saidBeforeStart } from '../../../../core/messages/before-start'
import { messagesIn } from '../../../../core/messages/language'
import { pickLanguage } from '../../../../core/messages/pick-language'

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
    const said = [messagesIn['zh-Hant'], saidBeforeStart['zh-Hant']]
    const words = JSON.stringify(said).replaceAll(/"[\w-]+":/g, '')
    const english = words.match(/[A-Za-z]{3,}/g) ?? []
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
      'BibLaTeX',
      'DRM',
      'XML',
      'W3C',
      'Readium',
      'Thorium',
      'Hypothesis',
      'DISPLAY',
      'WAYLAND',
      'xvfb',
      'BOM',
      'BibLaTeX',
      'UTF',
      'GBK',
      'Big',
      'Windows',
      // What is typed at the command line.
      'piyue',
      'run',
      'list',
      'export',
      'help',
      'docx',
      'Hant',
      // Keys, styles of citing, and programs that take citations.
      'Shift',
      'Enter',
      'Esc',
      'Ctrl',
      'Alt',
      'Chicago',
      'APA',
      'CSL',
      'RIS',
      'Zotero',
      'EndNote',
      'ISBN',
      'MHTML',
      // How a voice is installed.
      'win',
      'speech',
      'dispatcher',
      'espeak',
      'Debian',
      'Ubuntu',
      'sudo',
      'apt',
      'install',
    ])
    expect(english.filter((word) => !names.has(word))).toEqual([])
  })
})

describe('how long the rest takes', () => {
  const left = (minutes: number) =>
    Object.values(messagesIn).map(({ ways }) => ways.progress.left(minutes))

  it('is said in minutes up to an hour and a half, and beyond in hours', () => {
    expect(left(1)).toEqual(['1 minute left', '約剩 1 分鐘', '约剩 1 分钟'])
    expect(left(90)).toEqual(['90 minutes left', '約剩 90 分鐘', '约剩 90 分钟'])
    expect(left(91)).toEqual(['2 hours left', '約剩 2 小時', '约剩 2 小时'])
    expect(left(2_412)).toEqual(['40 hours left', '約剩 40 小時', '约剩 40 小时'])
  })
})
