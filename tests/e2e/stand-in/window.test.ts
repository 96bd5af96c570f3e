import { eventually } from '../../support/eventually'
import { describeStandIn, helloApp } from '../support/hello-app'
import { type LaunchedApp, launchApp } from '../support/launch'

describeStandIn("the stand-in's window", () => {
  let hello: LaunchedApp

  beforeAll(async () => {
    hello = await launchApp({ app: helloApp })
    await hello.page.waitForSelector('html[data-ready]')
  })
  afterAll(() => hello.close())

  const contentsUrl = (): Promise<string> =>
    hello.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getURL(),
    )

  /** The address that a listener of the app was told, which is set before the page does anything. */
  const heardUrl = (): Promise<string> =>
    hello.app.evaluate(() => (globalThis as unknown as { url: Promise<string> }).url)

  it('has the size that the app asked for, and takes another', async () => {
    const size = (): Promise<number[]> =>
      hello.page.evaluate(() => [window.innerWidth, window.innerHeight])
    expect(await size()).toEqual([900, 600])
    await hello.page.setViewportSize({ width: 1400, height: 800 })
    expect(await size()).toEqual([1400, 800])
    const knownWidth = (): Promise<number> =>
      hello.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds().width)
    await eventually('main knows', async () => (await knownWidth()) === 1400)
    await hello.page.setViewportSize({ width: 900, height: 600 })
    await eventually('main knows', async () => (await knownWidth()) === 900)
  })

  it('zooms as a browser does', async () => {
    const seen = (): Promise<unknown[]> =>
      hello.page.evaluate(() => [
        window.innerWidth,
        window.devicePixelRatio,
        matchMedia('(width < 500px)').matches,
      ])
    const zoom = (factor: number): Promise<void> =>
      hello.app.evaluate(({ BrowserWindow }, to) => {
        BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(to)
      }, factor)
    await zoom(2)
    await hello.page.waitForFunction(() => window.devicePixelRatio === 2)
    expect(await seen()).toEqual([450, 2, true])
    await zoom(1)
    await hello.page.waitForFunction(() => window.devicePixelRatio === 1)
    expect(await seen()).toEqual([900, 1, false])
  })

  it('refuses to be navigated, by a link or by a script, and hands what would open a window to the shell', async () => {
    const ways = [
      () => document.querySelector<HTMLAnchorElement>('a')?.click(),
      () => location.assign('https://example.com/'),
    ]
    for (const navigate of ways) {
      await hello.app.evaluate(({ BrowserWindow }) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!
        const heard = globalThis as unknown as { url: Promise<string> }
        heard.url = new Promise((resolve) =>
          webContents.once('will-navigate', (event) => resolve(event.url)),
        )
      })
      await hello.page.evaluate(navigate)
      expect(await heardUrl()).toBe('https://example.com/')
    }
    expect(await contentsUrl()).toBe('app://hello/index.html')
    expect(await hello.page.textContent('h1')).toBe('Hello 你好')
    const openings = [
      () => void window.open('https://example.com/new'),
      () => document.querySelector<HTMLAnchorElement>('a[target]')?.click(),
    ]
    for (const open of openings) {
      await hello.app.evaluate(({ shell }) => {
        const heard = globalThis as unknown as { url: Promise<string> }
        heard.url = new Promise((resolve) => {
          shell.openExternal = async (url) => resolve(url)
        })
      })
      await hello.page.evaluate(open)
      expect(await heardUrl()).toBe('https://example.com/new')
      await eventually('the new page has been closed', () => hello.app.windows().length === 1)
    }
  })

  it('follows the theme of the system, unless the app has its own', async () => {
    const isDark = (): Promise<boolean> =>
      hello.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    const themeIsDark = (): Promise<boolean> =>
      hello.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)
    const setSource = (source: 'system' | 'light' | 'dark'): Promise<void> =>
      hello.app.evaluate(({ nativeTheme }, to) => {
        nativeTheme.themeSource = to
      }, source)
    await hello.page.emulateMedia({ colorScheme: 'dark' })
    await eventually('main sees the dark system', themeIsDark)
    await setSource('light')
    await eventually('the page is light', async () => !(await isDark()))
    expect(await themeIsDark()).toBe(false)
    await setSource('dark')
    await eventually('the page is dark', isDark)
    await setSource('system')
    await hello.page.emulateMedia({ colorScheme: 'light' })
    await eventually('the page is light', async () => !(await isDark()))
    await eventually('main sees the light system', async () => !(await themeIsDark()))
  })

  it('prints the page, and a window that is never shown', async () => {
    const printed = await hello.app.evaluate(async ({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const shown = await webContents.printToPDF({ pageSize: 'A4' })
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://hello/index.html')
      const hidden = await window.webContents.printToPDF({})
      const visible = window.isVisible()
      window.destroy()
      return {
        heads: [shown, hidden].map((pdf) => pdf.subarray(0, 5).toString()),
        isA4: /595\.\d+ 84[12]/.test(shown.toString('latin1')),
        visible,
      }
    })
    expect(printed).toEqual({ heads: ['%PDF-', '%PDF-'], isA4: true, visible: false })
  })

  it('answers dialogs as a test says, and else as if they were cancelled', async () => {
    const answers = await hello.app.evaluate(async ({ dialog }) => {
      const cancelled = await dialog.showSaveDialog({ title: 'Save' })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/tmp/chosen' })
      return [cancelled.canceled, (await dialog.showSaveDialog({})).filePath]
    })
    expect(answers).toEqual([true, '/tmp/chosen'])
    expect(hello.output()).toContain('dialog.showSaveDialog cancelled: {"title":"Save"}')
  })

  const inlineScriptRuns = (): Promise<boolean> =>
    hello.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.documentElement.dataset.inline = "ran"'
      document.head.append(script)
      return document.documentElement.dataset['inline'] === 'ran'
    })

  it("keeps the page from the network and from permissions, and enforces the page's policy, without which a script runs", async () => {
    const seen = await hello.page.evaluate(async () => [
      await fetch('https://example.com/').then(String, () => 'refused'),
      (await navigator.permissions.query({ name: 'geolocation' })).state,
      (await navigator.permissions.query({ name: 'notifications' })).state,
    ])
    expect(seen).toEqual(['refused', 'denied', 'denied'])
    expect(await inlineScriptRuns()).toBe(false)
    await hello.app.evaluate(({ app }) => app.commandLine.appendSwitch('without-policy'))
    await hello.page.reload()
    await hello.page.waitForSelector('html[data-ready]')
    expect(await inlineScriptRuns()).toBe(true)
  })

  it('lets the page be reloaded from outside, tells the app when it has crashed, and loads it anew', async () => {
    await hello.page.reload()
    await hello.page.waitForSelector('html[data-ready]')
    expect(await contentsUrl()).toBe('app://hello/index.html')
    const reason = await hello.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const { webContents } = BrowserWindow.getAllWindows()[0]!
          webContents.once('render-process-gone', (_event, details) => resolve(details.reason))
          webContents.forcefullyCrashRenderer()
        }),
    )
    expect(reason).toBe('crashed')
    await hello.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.webContents.reload()
    })
    await eventually('the page is there again', async () => (await contentsUrl()) !== '')
  })

  it('takes nothing more from a window and a page that are no more, nor a menu at half a pixel', async () => {
    const said = await hello.app.evaluate(({ BrowserWindow, Menu }) => {
      const attempt = (call: () => unknown): string => {
        try {
          call()
          return 'done'
        } catch (error) {
          return String(error)
        }
      }
      const menu = Menu.buildFromTemplate([{ label: 'x' }])
      const window = new BrowserWindow({ show: false })
      const { webContents } = window
      const when: string[] = []
      webContents.once('destroyed', () => when.push(attempt(() => webContents.getURL())))
      window.once('closed', () => when.push(attempt(() => window.getBounds())))
      window.destroy()
      return [
        ...when,
        attempt(() => webContents.send('anything')),
        attempt(() => window.destroy()),
        window.isDestroyed() && webContents.isDestroyed(),
        attempt(() => menu.popup({ x: 1.5, y: 2 })),
        attempt(() => menu.popup({ x: 1, y: 2 })),
      ]
    })
    const gone = 'TypeError: Object has been destroyed'
    const halved = 'TypeError: Error processing argument, conversion failure from 1.5, 2'
    expect(said).toEqual([gone, gone, gone, 'done', true, halved, 'done'])
  })
})
