import { eventually } from '../../support/eventually'
import { describeStandIn, helloApp } from '../support/hello-app'
import { type LaunchedApp, launchApp } from '../support/launch'

describeStandIn('the stand-in between page and main process', () => {
  let hello: LaunchedApp

  beforeAll(async () => {
    hello = await launchApp({ app: helloApp })
    await hello.page.waitForSelector('html[data-ready]')
  })
  afterAll(() => hello.close())

  it('carries what can be cloned, there and back, and more than Chromium takes in one message', async () => {
    const kinds = await hello.page.evaluate(async () => {
      const sent = {
        date: new Date(5),
        bytes: new Uint8Array([1, 2, 255]),
        map: new Map([['k', new Set([1])]]),
        list: [undefined, Number.NaN, -0, 10n, null],
        nested: { text: '批閱 𠮷', $: 'not a mark of ours' },
      }
      const got = (await window.hello.echo(sent)) as typeof sent
      return {
        date: got.date instanceof Date && got.date.getTime() === 5,
        bytes: got.bytes instanceof Uint8Array && [...got.bytes].join(),
        map: got.map.get('k')?.has(1),
        list: got.list.map((item) => (Object.is(item, -0) ? '-0' : String(item))),
        nested: got.nested,
      }
    })
    expect(kinds).toEqual({
      date: true,
      bytes: '1,2,255',
      map: true,
      list: ['undefined', 'NaN', '-0', '10', 'null'],
      nested: { text: '批閱 𠮷', $: 'not a mark of ours' },
    })
    const isSame = await hello.page.evaluate(async () => {
      const long = `${'"'.repeat(3_000_000)}批閱 𠮷`
      return (await window.hello.echo(long)) === long
    })
    expect(isSame).toBe(true)
  })

  it('words errors as Electron does, and refuses what cannot be cloned', async () => {
    const said = await hello.page.evaluate(async () => {
      const { hello } = window
      const attempts = [hello.fail, hello.missing, hello.throws, () => hello.echo(document.body)]
      return Promise.all(
        attempts.map(async (attempt) => {
          try {
            await attempt()
            return 'nothing'
          } catch (error) {
            return (error as Error).message
          }
        }),
      )
    })
    expect(said).toEqual([
      "Error invoking remote method 'fail': RangeError: nope",
      "Error invoking remote method 'nothing handles this': Error: No handler registered for 'nothing handles this'",
      'thrown at once',
      'An object could not be cloned.',
    ])
  })

  it('shows the page the exposed object, frozen, and nothing else', async () => {
    const seen = await hello.page.evaluate(() => ({
      frozen: Object.isFrozen(window.hello),
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
      ours: Object.getOwnPropertyNames(window).filter((name) =>
        /stand|bridge|electron/i.test(name),
      ),
      platform: window.hello.platform,
    }))
    expect(seen).toEqual({
      frozen: true,
      node: ['undefined', 'undefined'],
      ours: [],
      platform: process.platform,
    })
  })

  it("carries messages that want no answer, gives a call's sender the app's own address, and calls listeners until they are taken back", async () => {
    await hello.page.evaluate(() => window.hello.say('good day'))
    await eventually('main heard it', () => hello.output().includes('page says good day'))
    expect(await hello.page.evaluate(() => window.hello.sender())).toBe('app://hello/index.html')
    const send = (text: string): Promise<void> =>
      hello.app.evaluate(({ BrowserWindow }, id) => {
        BrowserWindow.getAllWindows()[0]!.webContents.send('menu', id)
      }, text)
    await hello.page.evaluate(() => {
      const heard: string[] = []
      const stop = window.hello.onMenu((id) => {
        heard.push(id)
        if (id === 'two') stop()
      })
      Reflect.set(window, 'heard', heard)
    })
    for (const text of ['one', 'two', 'three']) await send(text)
    // The page's own listener goes on, and shows when the last message has come.
    await hello.page.waitForSelector('#menu:text("[three]")')
    expect(await hello.page.evaluate(() => Reflect.get(window, 'heard'))).toEqual(['one', 'two'])
  })

  it('throws the name of what it does not implement', async () => {
    const said = await hello.app.evaluate(({ app, BrowserWindow, shell }) => {
      const attempts = [
        () => Reflect.get(app, 'setBadgeCount'),
        () => Reflect.get(shell, 'trashItem'),
        () => Reflect.get(BrowserWindow.getAllWindows()[0]!, 'setProgressBar'),
        () => Reflect.get(BrowserWindow.getAllWindows()[0]!.webContents, 'findInPage'),
      ]
      return attempts.map((attempt) => {
        try {
          return String(attempt())
        } catch (error) {
          return (error as Error).message
        }
      })
    })
    expect(said).toEqual([
      'stand-in: app.setBadgeCount is not implemented',
      'stand-in: shell.trashItem is not implemented',
      'stand-in: BrowserWindow.setProgressBar is not implemented',
      'stand-in: webContents.findInPage is not implemented',
    ])
  })

  it('hears nothing more of a page whose window has gone', async () => {
    const heard = await hello.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const calling = BrowserWindow.getAllWindows()[0]!
      const other = new BrowserWindow({ show: false })
      let calls = 0
      ipcMain.removeHandler('echo')
      ipcMain.handle('echo', () => {
        calls += 1
        calling.destroy()
      })
      const gone = new Promise<void>((resolve) => calling.once('closed', resolve))
      const saying = 'for (let call = 0; call < 50; call += 1) void hello.echo(call)'
      calling.webContents.executeJavaScript(saying).catch(() => {})
      await gone
      // All that was said has come before what another page answers.
      await other.webContents.executeJavaScript('1')
      return calls
    })
    expect(heard).toBe(1)
  })
})
