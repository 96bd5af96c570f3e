import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open()
})

afterEach(() => piyue.close())

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
    await piyue.highlight('銳意進取', 'pink')
    expect(log()).toContain('TypeError: of the page')
  })
})
