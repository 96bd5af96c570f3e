import { reasonIn } from '../../../../tools/runtime/electron-download'

describe('why Electron could not be fetched', () => {
  it('is the network error inside, not the words around it', () => {
    const output = [
      'TypeError: fetch failed',
      '    at node:internal/deps/undici/undici:13510:13',
      '  [cause]: Error: getaddrinfo ENOTFOUND github.com',
      '      at GetAddrInfoReqWrap.onlookup {',
    ].join('\n')
    expect(reasonIn(output)).toBe('getaddrinfo ENOTFOUND github.com')
  })

  it('is the first line where there is no such error', () => {
    expect(reasonIn('\nHTTPError: 404\n at somewhere')).toBe('404')
    expect(reasonIn('')).toBe('no reason given')
  })
})
