import { eventually } from '../../support/eventually'
import { describeStandIn, helloApp } from '../support/hello-app'
import { type LaunchedApp, launchApp } from '../support/launch'

describeStandIn("the stand-in's menu", () => {
  let hello: LaunchedApp

  beforeAll(async () => {
    hello = await launchApp({ app: helloApp })
    await hello.page.waitForSelector('html[data-ready]')
  })
  afterAll(() => hello.close())
  beforeEach(async () => {
    await hello.page.evaluate(() => {
      document.querySelector('#menu')!.textContent = ''
      document.querySelector('textarea')!.value = ''
      document.querySelector('textarea')!.blur()
    })
  })

  const chosen = (): Promise<string | null> => hello.page.textContent('#menu')
  const words = (): Promise<string> => hello.page.inputValue('textarea')

  const selectedWords = (): Promise<string> =>
    hello.page.locator('textarea').evaluate((area: HTMLTextAreaElement) => {
      return area.value.slice(area.selectionStart, area.selectionEnd)
    })

  /** Chooses an item of the application menu by its role. */
  const choose = (role: string): Promise<void> =>
    hello.app.evaluate(({ Menu }, wanted) => {
      const items = Menu.getApplicationMenu()!.items.flatMap((item) => item.submenu?.items ?? [])
      items.find((item) => item.role === wanted)!.click()
    }, role)

  it('chooses an item by its id, and by its keys, though the page stops the event', async () => {
    await hello.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()!.getMenuItemById('save')!.click(),
    )
    await hello.page.waitForSelector('#menu:text-is("[save]")')
    await hello.page.keyboard.press('Control+s')
    await hello.page.waitForSelector('#menu:text-is("[save][save]")')
    await hello.page.evaluate(() => {
      const stop = (event: Event): void => event.stopPropagation()
      document.addEventListener('keydown', stop)
      document.addEventListener('keyup', () => document.removeEventListener('keydown', stop))
    })
    await hello.page.keyboard.press('Control+s')
    await hello.page.waitForSelector('#menu:text-is("[save][save][save]")')
  })

  it('leaves the keys to a page that takes them, and a disabled item alone', async () => {
    await hello.page.evaluate(() => {
      const prevent = (event: Event): void => event.preventDefault()
      addEventListener('keydown', prevent)
      addEventListener('keyup', () => removeEventListener('keydown', prevent), { once: true })
    })
    await hello.page.keyboard.press('Control+s')
    await hello.page.keyboard.press('Control+d')
    await hello.page.keyboard.press('Control+s')
    await hello.page.waitForSelector('#menu:text-is("[save]")')
    expect(await chosen()).toBe('[save]')
  })

  it('leaves the keys of editing to the text that is edited, and edits and zooms by its roles', async () => {
    await hello.page.focus('textarea')
    await hello.page.keyboard.type('one')
    await hello.page.keyboard.press('Control+z')
    await eventually('typing was undone', async () => (await words()) === '')
    await hello.page.keyboard.type('words')
    await choose('selectall')
    await choose('cut')
    await eventually('the words are gone', async () => (await words()) === '')
    await choose('paste')
    await eventually('they are back', async () => (await words()) === 'words')
    await choose('undo')
    await eventually('they are gone again', async () => (await words()) === '')
    await choose('redo')
    await eventually('and back again', async () => (await words()) === 'words')
    // The key that carries an editing command is hidden from the page.
    await hello.page.evaluate(() => {
      const keys: string[] = []
      addEventListener('keydown', ({ key }) => keys.push(key), { capture: true })
      Reflect.set(window, 'keys', keys)
    })
    await hello.page.focus('textarea')
    await choose('selectall')
    // The key that is pressed goes another way, and would overtake the menu's.
    await eventually('the words are selected', async () => (await selectedWords()) === 'words')
    await hello.page.keyboard.press('a')
    await eventually('the key came', async () => (await words()) === 'a')
    expect(await hello.page.evaluate(() => Reflect.get(window, 'keys'))).toEqual(['a'])

    const ratio = (): Promise<number> => hello.page.evaluate(() => window.devicePixelRatio)
    await choose('zoomin')
    await eventually('the page is larger', async () => (await ratio()) > 1)
    await choose('resetzoom')
    await eventually('the page is as before', async () => (await ratio()) === 1)
  })

  it('shares what is copied between page and main process', async () => {
    await hello.page.focus('textarea')
    await hello.page.keyboard.type('from the page')
    await choose('selectall')
    await choose('cut')
    const copied = (): Promise<string> =>
      hello.app.evaluate(({ clipboard }) => clipboard.readText())
    await eventually('main has it', async () => (await copied()) === 'from the page')
    await hello.app.evaluate(({ clipboard }) => clipboard.writeText('from main 批'))
    await choose('paste')
    await eventually('the page has it', async () => (await words()) === 'from main 批')
  })
})
