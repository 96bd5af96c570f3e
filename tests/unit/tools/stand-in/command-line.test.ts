import { inChromiumsOrder, parseCommandLine } from '../../../../tools/stand-in/boot/command-line'

describe('the command line of the electron executable', () => {
  it('takes modules, the app and switches apart', () => {
    const line = parseCommandLine(
      ['-r', 'loader.js', '--inspect=0', '.', '--user-data-dir=/tmp/a=b', '--flag', 'file'],
      false,
    )
    expect(line.required).toEqual(['loader.js'])
    expect(line.app).toBe('.')
    expect([...line.switches]).toEqual([
      ['inspect', '0'],
      ['user-data-dir', '/tmp/a=b'],
      ['flag', ''],
    ])
  })

  it('leaves what follows the app to the app', () => {
    expect(parseCommandLine(['.', '-r', 'module'], false).required).toEqual([])
  })

  it('takes no argument of a packed app for an app', () => {
    const line = parseCommandLine(['-r', 'file', '--lang=zh-TW'], true)
    expect(line).toMatchObject({ required: [], app: undefined })
    expect(line.switches.get('lang')).toBe('zh-TW')
  })
})

it('a command line is handed on as Chromium does it: switches first, as far as `--`', () => {
  const given = ['/electron', '.', '--open', 'a.md', '-h', '-', '--lang=en', '--', '--no-switch']
  const handed = ['/electron', '--open', '-h', '--lang=en', '.', 'a.md', '-', '--', '--no-switch']
  expect(inChromiumsOrder(given)).toEqual(handed)
})
