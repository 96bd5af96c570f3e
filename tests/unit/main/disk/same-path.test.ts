import { isSamePath } from '../../../../main/disk/same-path'

describe('two paths', () => {
  const rows: readonly (readonly [NodeJS.Platform, string, string, boolean])[] = [
    ['linux', '/報告/甲.txt', '/報告/甲.txt', true],
    ['linux', '/報告/A.txt', '/報告/a.txt', false],
    ['linux', '/\u304b\u3099.txt', '/\u304c.txt', false],
    ['win32', 'c:\\報告\\甲.TXT', 'C:\\報告\\甲.txt', true],
    ['win32', 'C:\\\u304b\u3099.txt', 'C:\\\u304c.txt', false],
    ['darwin', '/Users/甲/\u304b\u3099.txt', '/users/甲/\u304c.txt', true],
    ['darwin', '/Users/甲/乙.txt', '/Users/甲/丙.txt', false],
  ]
  it.each(rows)('on %s, %s and %s: one file %s', (platform, one, other, isOne) => {
    expect(isSamePath(one, other, platform)).toBe(isOne)
  })
})
