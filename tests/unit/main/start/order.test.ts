import { readFileSync } from 'node:fs'
import path from 'node:path'

const done: string[] = []
const say = (what: string) => () => void done.push(what)

jest.mock('electron', () => ({
  app: {
    isPackaged: true,
    on: (name: string) => done.push(`listens to ${name}`),
    commandLine: {
      appendSwitch: (name: string) => done.push(`switch ${name}`),
      hasSwitch: () => false,
      getSwitchValue: () => 'headless',
    },
    getPath: () => '/data',
    setPath: (name: string) => done.push(`path ${name}`),
    whenReady: () => {
      done.push('waits for ready')
      return new Promise(() => {})
    },
    requestSingleInstanceLock: () => done.push('lock'),
    setAppUserModelId: (id: string) => done.push(`is ${id}`),
    setAsDefaultProtocolClient: say('opens links'),
    getVersion: () => '1.2.3',
  },
  protocol: { registerSchemesAsPrivileged: say('declares the scheme') },
  Menu: { setApplicationMenu: say('has no menu') },
}))

describe('before the app is ready', () => {
  it('everything is listened to and declared that cannot be later', () => {
    process.argv = ['piyue']
    require('../../../../main/main')
    const ready = done.indexOf('waits for ready')
    const early = [
      'listens to open-url',
      'listens to open-file',
      'listens to second-instance',
      'path sessionData',
      'declares the scheme',
      'switch proxy-server',
      ...(process.platform === 'linux' ? ['switch enable-speech-dispatcher'] : []),
      'listens to web-contents-created',
      'lock',
      'has no menu',
    ]
    expect(ready).toBeGreaterThan(0)
    expect(early.filter((one) => !done.slice(0, ready).includes(one))).toEqual([])
    expect(done).toContain('is io.github.piyue_app.piyue')
    expect(done).toContain('opens links')
  })

  it('links are left alone by a portable program, which lies elsewhere when they are followed', () => {
    done.length = 0
    process.env['PORTABLE_EXECUTABLE_FILE'] = String.raw`D:\Piyue-portable.exe`
    jest.isolateModules(() => require('../../../../main/main'))
    delete process.env['PORTABLE_EXECUTABLE_FILE']
    expect(done).toContain('waits for ready')
    expect(done).not.toContain('opens links')
  })

  it('Windows knows the app by the name that its installer gives it', () => {
    const configuration = readFileSync(
      path.join(__dirname, '../../../../electron-builder.yml'),
      'utf8',
    )
    const id = /^appId: (.*)$/mu.exec(configuration)?.[1]
    expect(done).toContain(`is ${id}`)
  })
})
