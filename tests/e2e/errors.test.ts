import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

/** One app for all; the last test ends its page. */
let piyue: Piyue

beforeAll(async () => {
  piyue = await Piyue.open()
})

afterAll(() => piyue.close())

const log = () => readFileSync(path.join(piyue.userData, 'errors.log'), 'utf8')

describe('something unforeseen', () => {
  it('in the main process is logged and shown once, and the app goes on', async () => {
    await piyue.note('砥礪篤行', '秘密')
    await piyue.app.evaluate(() => {
      setImmediate(() => {
        throw new RangeError('no place for "秘密"')
      })
    })
    const alert = piyue.page.getByRole('alert').filter({ hasText: 'Something went wrong' })
    await alert.getByRole('button', { name: 'Copy details' }).click()
    const copied = await piyue.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toContain('RangeError: no place for "…"')
    expect(log()).toContain('RangeError')
    expect(log()).not.toContain('秘密')
    await alert.getByRole('button', { name: 'Close this message' }).click()
    await alert.waitFor({ state: 'detached' })
    await piyue.highlight('銳意進取', 'pink')
    await piyue.expectPainted('pink-highlight', ['銳意進取'])
  })

  it('in the page is logged and shown, and the page goes on', async () => {
    await piyue.page.evaluate(() => {
      queueMicrotask(() => {
        throw new TypeError('of the page')
      })
    })
    await piyue.page.getByRole('alert').getByText('Something went wrong').waitFor()
    await piyue.highlight('生產總值', 'pink')
    expect(log()).toContain('TypeError: of the page')
  })

  it('that ends the page again and again is for the reader to decide about', async () => {
    const asked = await piyue.app.evaluate(async ({ BrowserWindow, dialog }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const shownAgain = () =>
        new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()))
      const question = new Promise<string>((resolve) => {
        dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
          resolve(options.message)
          return { response: 1, checkboxChecked: false }
        }) as unknown as typeof dialog.showMessageBox
      })
      for (let time = 1; time <= 3; time++) {
        const again = shownAgain()
        webContents.forcefullyCrashRenderer()
        await again
      }
      const again = shownAgain()
      webContents.forcefullyCrashRenderer()
      const message = await question
      await again
      return message
    })
    expect(asked).toBe('The page of Piyue has ended several times.')
    expect(log().match(/process ended: crashed/gu)).toHaveLength(4)
  })
})
