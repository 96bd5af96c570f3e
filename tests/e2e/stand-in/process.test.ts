import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eventually } from '../../support/eventually'
import { describeStandIn, helloApp } from '../support/hello-app'
import { commandFor, environment, launchApp, temporaryUserData } from '../support/launch'
import { processesNaming } from '../support/processes'
import { runCli } from '../support/run-cli'

describeStandIn("the stand-in's processes", () => {
  let userData: string

  beforeEach(() => {
    userData = temporaryUserData()
  })
  afterEach(() => rmSync(userData, { recursive: true, force: true }))

  const lock = (): string => path.join(userData, 'stand-in.lock')
  const nothingLeft = async (): Promise<void> => {
    await eventually('no process is left', () => processesNaming(userData).length === 0)
    expect(existsSync(lock())).toBe(false)
    const profile = path.join(userData, 'stand-in-chromium')
    expect(readdirSync(profile).filter((name) => name.startsWith('Singleton'))).toEqual([])
  }
  const startAlone = () => {
    const { executable, args } = commandFor(helloApp)
    const all = [...args, `--user-data-dir=${userData}`, '--remote-debugging-port=0']
    const child = spawn(executable, all, { env: environment() })
    let output = ''
    child.stderr.on('data', (text: Buffer) => (output += text.toString()))
    return {
      child,
      exit: new Promise<number | null>((resolve) => child.on('exit', resolve)),
      ready: () => eventually('it listens', () => output.includes('DevTools listening on ws://')),
    }
  }

  it('runs what needs no window without Chromium, hands its output and code through, and is as strict about a display as Electron, where it is asked to be', async () => {
    const options = { app: helloApp, userData }
    expect(await runCli(['--print'], options)).toMatchObject({ code: 0, stdout: 'printed\n' })
    expect(await runCli(['--exit-with=3'], options)).toMatchObject({ code: 3, stdout: '' })
    const env = { DISPLAY: '', WAYLAND_DISPLAY: '', PIYUE_STAND_IN_NEEDS_DISPLAY: '1' }
    const strict = { ...options, env }
    expect(await runCli(['--wait'], strict)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Missing X server or $DISPLAY'),
    })
    expect(await runCli(['--exit-with=3'], strict)).toMatchObject({ code: 3 })
    expect(existsSync(path.join(userData, 'stand-in-chromium'))).toBe(false)
  })

  it('tells the first instance of a second, which ends, and leaves nothing behind when its window is closed', async () => {
    const first = await launchApp({ app: helloApp, userData })
    const second = await runCli(['--open', 'notes 批.md'], { app: helloApp, userData })
    expect(second).toMatchObject({ code: 0, stderr: expect.stringContaining('second instance') })
    await eventually('the first was told', () => first.output().includes('second instance {'))
    const said = /second instance (\{.*\})/.exec(first.output())?.[1] ?? ''
    expect(JSON.parse(said)).toEqual({
      // As Chromium hands it on: the switches first.
      argv: [`--user-data-dir=${userData}`, '--open', helloApp, 'notes 批.md'],
      folder: process.cwd(),
      data: { from: 'hello' },
    })
    const ended = new Promise((resolve) => first.app.process().once('exit', resolve))
    await first.page.close()
    await ended
    await nothingLeft()
  })

  it('leaves nothing behind when it is told to end by a signal', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { child, exit, ready } = startAlone()
      await ready()
      child.kill(signal)
      expect([signal, await exit]).toEqual([signal, 0])
      await nothingLeft()
    }
  })

  it('hands on the language and the arguments, and goes on after an error that nobody catches', async () => {
    const options = { app: helloApp, userData, locale: 'zh-TW', args: ['--some', 'thing'] }
    const { app, page, output, close } = await launchApp(options)
    expect(await page.evaluate(() => navigator.language)).toBe('zh-TW')
    expect(await app.evaluate((electron) => electron.app.getLocale())).toBe('zh-TW')
    expect(await app.evaluate(() => process.argv.slice(1))).toEqual([
      helloApp,
      `--user-data-dir=${userData}`,
      '--lang=zh-TW',
      '--some',
      'thing',
    ])
    await app.evaluate(() => {
      setImmediate(() => {
        throw new Error('uncaught by the app')
      })
    })
    await eventually('it is said', () => output().includes('uncaught by the app'))
    expect(output()).toContain('A JavaScript error occurred in the main process')
    expect(await app.evaluate((electron) => electron.app.isReady())).toBe(true)
    await close()
  })

  it('gives a utility process what Electron gives it, and no more', async () => {
    const { app, close } = await launchApp({ app: helloApp, userData })
    const script = path.join(userData, 'child.js')
    writeFileSync(
      script,
      `process.parentPort.on('message', () => {
        void Promise.reject(new Error('unheard'))
        setImmediate(() => process.parentPort.postMessage({
          limit: require('node:v8').getHeapStatistics().heap_size_limit / 1024 ** 2,
          home: process.env.HOME,
        }))
      })`,
    )
    const told = (options: { execArgv: string[]; env: Record<string, string> }) =>
      app.evaluate(
        async ({ utilityProcess }, [file, how]) => {
          const child = utilityProcess.fork(file, [], how)
          const isKilledEarly = child.kill()
          child.postMessage('go')
          const facts = await new Promise<object>((resolve) => child.once('message', resolve))
          const exit = new Promise<number>((resolve) => child.once('exit', resolve))
          const isKilled = child.kill()
          return { ...facts, isKilledEarly, isKilled, code: await exit, isLate: child.kill() }
        },
        [script, options] as const,
      )
    const memory = '--max-old-space-size=64'
    const home = process.env['HOME']
    const always = { isKilledEarly: false, isKilled: true, code: 0, isLate: false }
    const ignored = await told({ execArgv: [memory], env: {} })
    expect(ignored).toEqual({ ...always, limit: expect.any(Number), home })
    expect((ignored as { limit?: number }).limit).toBeGreaterThan(500)
    const taken = await told({ execArgv: [`--js-flags=${memory}`], env: { SOME: 'thing' } })
    expect(taken).toEqual({ ...always, limit: expect.any(Number) })
    expect((taken as { limit?: number }).limit).toBeLessThan(500)
    await close()
  })

  it('takes over from an instance that was killed', async () => {
    const { child, exit, ready } = startAlone()
    await ready()
    child.kill('SIGKILL')
    await exit
    await eventually('Chromium has gone, too', () => processesNaming(userData).length === 0)
    expect(existsSync(lock())).toBe(true)
    const next = await launchApp({ app: helloApp, userData })
    await next.close()
    await nothingLeft()
  })
})
