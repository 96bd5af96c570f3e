import { fromChromium, isCarried, toChromium } from '../../../../tools/stand-in/network/addresses'

const handled = (scheme: string): boolean => scheme === 'app'

describe('addresses of a scheme of the app', () => {
  it.each([
    ['app://piyue/index.html', 'https://piyue.app.stand-in.invalid/index.html'],
    ['app://piyue/a?b#c', 'https://piyue.app.stand-in.invalid/a?b#c'],
  ])('%s is carried, and given back', (url, carried) => {
    expect(toChromium(url, handled)).toBe(carried)
    expect(fromChromium(carried)).toBe(url)
    expect(isCarried(carried)).toBe(true)
  })

  it('leaves other addresses as they are', () => {
    for (const url of ['https://example.com/x', 'data:text/html,', 'other://piyue/x']) {
      expect(toChromium(url, handled)).toBe(url)
      expect(isCarried(url)).toBe(false)
    }
  })
})
