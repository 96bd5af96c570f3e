import { readSettings } from '../../../../core/app/schema'
import { defaultSettings, type Settings, viewOf } from '../../../../core/app/settings'

describe('settings read from a file', () => {
  it('keep what is right, and leave what is not as it is at first', () => {
    const read = readSettings({
      textSize: 24,
      theme: 'plaid',
      typography: { measure: 30, indent: 9 },
    })
    expect(read).toEqual({
      ...defaultSettings,
      textSize: 24,
      typography: { ...defaultSettings.typography, measure: 30 },
    })
  })

  it('know the theme that is called paper now by its former name', () => {
    expect(readSettings({ theme: 'light' }).theme).toBe('paper')
  })
})

describe('how a document is seen', () => {
  const book = { id: 'book', canonicalScript: 'zh-Hant', isVertical: true } as const
  const seen = (settings: Settings) => viewOf(settings, book, ['zh-Hant'], 'zh-Hant').vertical

  it('is in columns where it asks for them, until the reader sets it in lines', () => {
    expect(seen(defaultSettings)).toBe(true)
    expect(seen({ ...defaultSettings, views: { book: { vertical: false } } })).toBe(false)
  })
})
