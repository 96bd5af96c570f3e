import { type Findings, helpScreen } from '../../../../tools/runtime/help-screen'

const nothing: Findings = {
  platform: 'linux',
  electronVersion: '45.4.1',
  electron: undefined,
  obstacle: undefined,
  fetchProblem: undefined,
}
const electron = '/home/a/piyue/node_modules/electron/dist/electron'

describe('the screen of help', () => {
  it('names both ways where nothing is here, and why Electron could not be fetched', () => {
    const screen = helpScreen({ ...nothing, fetchProblem: 'getaddrinfo ENOTFOUND github.com' })
    expect(screen).toContain('neither Electron nor Chromium is installed here')
    expect(screen).toContain('getaddrinfo ENOTFOUND github.com')
    expect(screen).toContain('ELECTRON_MIRROR')
    expect(screen).toContain('apt-get install chromium')
  })

  it('names the display alone where only that is missing', () => {
    const screen = helpScreen({ ...nothing, electron, obstacle: 'no-display' })
    expect(screen).toContain('Electron 45.4.1 is installed, but there is no display')
    expect(screen).toContain('xvfb-run -a npm start')
    expect(screen).not.toMatch(/neither|ELECTRON_MIRROR/u)
  })

  it('tells root to be somebody else', () => {
    const screen = helpScreen({ ...nothing, electron, obstacle: 'root' })
    expect(screen).toContain('does not run as root')
    expect(screen).toContain('as an ordinary user')
  })

  it('gives the commands that set the sandbox up', () => {
    const screen = helpScreen({ ...nothing, electron, obstacle: 'no-user-namespaces' })
    expect(screen).toContain(
      'sudo chmod 4755 /home/a/piyue/node_modules/electron/dist/chrome-sandbox',
    )
  })

  it('offers Windows no Chromium, on which the stand-in does not run', () => {
    const screen = helpScreen({ ...nothing, platform: 'win32' })
    expect(screen).toContain('set ELECTRON_MIRROR=')
    expect(screen).not.toContain('apt-get')
  })

  it('is one screen, whatever is missing', () => {
    for (const obstacle of [undefined, 'no-display', 'root', 'no-user-namespaces'] as const) {
      for (const found of [undefined, electron]) {
        const screen = helpScreen({ ...nothing, obstacle, electron: found })
        expect(screen.split('\n').length).toBeLessThanOrEqual(24)
      }
    }
  })
})
