import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../../tools/runtime/paths'
import { describeStandIn } from '../support/hello-app'
import { environment, temporaryUserData } from '../support/launch'

jest.setTimeout(120_000)

describeStandIn('npm start', () => {
  let folder: string

  beforeEach(() => {
    folder = temporaryUserData()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const start = (args: string[], env: Record<string, string>) => {
    const script = path.join(repositoryRoot, 'tools/start.js')
    return spawnSync(process.execPath, [script, `--user-data-dir=${folder}`, ...args], {
      cwd: repositoryRoot,
      encoding: 'utf8',
      timeout: 55_000,
      env: environment({ PIYUE_RUNTIME: 'stand-in', ...env }),
    })
  }

  it("keeps stdout for the app, and hands on the app's exit code", () => {
    const version = start(['--version'], {})
    expect(version).toMatchObject({ status: 0, stdout: '0.1.0\n' })
    expect(version.stderr).toContain('this is not Electron')
    expect(start(['--export', 'notes.md', '--format', 'no-such'], {})).toMatchObject({
      status: 2,
      stdout: '',
    })
  })

  it('fails when the runtime that was asked for is not there, and says on one screen what to install when there is none', () => {
    const absent = start([], { PIYUE_CHROMIUM: '/nowhere/chromium' })
    expect(absent.status).toBe(1)
    expect(absent.stderr).toBe('PIYUE_CHROMIUM=/nowhere/chromium is not an executable file\n')
    // A search path with Node alone: neither a Chromium nor apt-get is on it.
    const bin = path.join(folder, 'bin')
    mkdirSync(bin)
    symlinkSync(process.execPath, path.join(bin, 'node'))
    const env = { PIYUE_RUNTIME: 'auto', PATH: bin, DISPLAY: '', WAYLAND_DISPLAY: '' }
    const { status, stdout, stderr } = start([], env)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('there is no display to show a window on')
    expect(stderr).toContain('xvfb-run -a npm start')
    expect(stderr).toContain('apt-get install chromium')
    expect(stderr.split('\n').length).toBeLessThanOrEqual(24)
  })
})
