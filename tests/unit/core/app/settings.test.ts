import { readSettings } from '../../../../core/app/schema'
import { defaultSettings } from '../../../../core/app/settings'

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
