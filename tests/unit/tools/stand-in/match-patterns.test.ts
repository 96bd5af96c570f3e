import { matchesPattern } from '../../../../tools/stand-in/network/web-request'

describe("patterns of webRequest's filters", () => {
  it.each([
    ['<all_urls>', 'app://piyue/index.html', true],
    ['*://*/*', 'https://example.com/', true],
    ['app://piyue/*', 'app://piyue/a/b', true],
    ['app://piyue/*', 'app://other/a', false],
    ['https://a.b/*', 'https://aXb/', false],
  ])('%s and %s: %s', (pattern, url, expected) => {
    expect(matchesPattern(pattern, url)).toBe(expected)
  })
})
