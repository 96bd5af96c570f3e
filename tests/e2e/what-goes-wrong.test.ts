import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { SettingsStore } from '../../main/store/settings-store'
import { eventually } from '../support/eventually'
import { markOn } from '../support/seed'
import { keep, openLibrary } from '../unit/main/cli/support'
import { noon } from '../unit/support/annotations'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'

jest.setTimeout(90_000)

const folder = temporaryUserData()

/** A folder as a session leaves it that wrote a note. */
const used = path.join(folder, 'used')
let userData: string

const fileIn = (name: string) => path.join(userData, name)

/** What the app itself wrote; a runtime that is not Electron says so in a line of its own. */
const ownLines = (output: string): string[] =>
  output.split('\n').filter((line) => line !== '' && !line.startsWith('stand-in:'))

beforeAll(() => {
  mkdirSync(used)
  return keep(used, [markOn('砥礪篤行', { note: '不可丟失' })])
})

// Once the apps of all groups have gone, which still write there until then.
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Gives the tests of a group a folder like that one. */
function inSuchAFolder(): void {
  beforeAll(() => {
    userData = mkdtempSync(path.join(folder, 'data-'))
    cpSync(used, userData, { recursive: true })
  })
}

/** One app for all; the last test ends its page. */
describe('an app for which much goes wrong', () => {
  let piyue: Piyue
  let bad: string

  inSuchAFolder()
  beforeAll(async () => {
    bad = readFileSync(fileIn('annotations.json'), 'utf8').slice(0, 200)
    writeFileSync(fileIn('annotations.json'), bad)
    for (const name of ['drafts', 'settings']) writeFileSync(fileIn(`${name}.json`), '{"half')
    piyue = await Piyue.open({ userData })
  })
  afterAll(() => piyue.close())

  const log = () =>
    existsSync(fileIn('errors.log')) ? readFileSync(fileIn('errors.log'), 'utf8') : ''

  it('sets damaged files aside and names them, with what it means, and brings the notes back', async () => {
    await piyue.notes.getByText('不可丟失').first().waitFor()
    const alerts = piyue.page.getByRole('alert')
    await alerts.nth(2).waitFor()
    const messages = await alerts.allInnerTexts()
    const of = (name: string) =>
      messages.find((message) => message.includes(fileIn(`${name}.json`))) ?? ''
    expect(of('annotations')).toContain('set aside')
    const aside = readdirSync(userData, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('stand-in'))
      .map((name) => path.join(userData, name))
      .filter((file) => of('annotations').includes(file) && file !== fileIn('annotations.json'))
    expect(aside.map((file) => readFileSync(file, 'utf8'))).toContain(bad)
    expect(of('drafts')).toContain('Notes that were being written')
    expect(of('settings')).toContain('How you like to read starts anew')
    for (const name of ['drafts', 'settings']) expect(of(name)).toMatch(/notes are not affected/u)
  })

  it('logs and shows once what is unforeseen in the main process, and goes on', async () => {
    await piyue.note('經濟運行', '秘密')
    await piyue.app.evaluate(() => {
      setImmediate(() => {
        throw new RangeError('no place for "秘密"')
      })
    })
    const alert = piyue.page.getByRole('alert').filter({ hasText: 'Something went wrong' })
    await alert.getByRole('button', { name: 'Copy details' }).click()
    await eventually('the details are copied', async () => {
      const copied = await piyue.app.evaluate(({ clipboard }) => clipboard.readText())
      return copied.includes('RangeError: no place for "…"')
    })
    await eventually('it is logged', () => log().includes('RangeError'))
    expect(log()).not.toContain('秘密')
    await alert.getByRole('button', { name: 'Close this message' }).click()
    await alert.waitFor({ state: 'detached' })
    await piyue.highlight('銳意進取', 'pink')
    await piyue.expectPainted('pink-highlight', ['銳意進取'])
  })

  it('logs and shows what is unforeseen in the page, which goes on', async () => {
    await piyue.page.evaluate(() => {
      queueMicrotask(() => {
        throw new TypeError('of the page')
      })
    })
    await piyue.page.getByRole('alert').getByText('Something went wrong').waitFor()
    await piyue.highlight('生產總值', 'pink')
    await eventually('it is logged', () => log().includes('TypeError: of the page'))
  })

  it('asks the reader where its page ends again and again', async () => {
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
    const ends = () => log().match(/process ended: crashed/gu) ?? []
    await eventually('each end is logged', () => ends().length === 4)
  })
})

/** Leaves a document as it lies in the library when it was read last, spoilt; gives its id. */
async function spoilDocumentReadLast(): Promise<string> {
  const source = fileIn('lost.txt')
  writeFileSync(source, 'Reading is what this society is for.\n')
  const opening = await (await openLibrary(userData)).add(source)
  if (opening.kind !== 'opened') throw new Error(opening.refusal)
  const { documentId } = opening
  const settings = await SettingsStore.open({ folder: userData })
  settings.patchView(documentId, { readAt: noon })
  await settings.close()
  writeFileSync(fileIn(`documents/${documentId}/document.json`), 'damaged')
  rmSync(fileIn(`documents/${documentId}/source.txt`))
  return documentId
}

describe('a file of a newer version', () => {
  inSuchAFolder()

  it('is opened for reading only, and left as it is; the report stands in for a document that is damaged', async () => {
    const stored = JSON.parse(readFileSync(fileIn('annotations.json'), 'utf8'))
    const newer = JSON.stringify({ ...stored, version: 999 })
    writeFileSync(fileIn('annotations.json'), newer)
    const readLast = await spoilDocumentReadLast()

    const piyue = await Piyue.open({ userData })
    await piyue.article.getByText('各位代表：').waitFor()
    const alerts = piyue.page.getByRole('alert')
    await alerts.getByText(`${readLast}/document.json`).first().waitFor()
    await alerts.getByText('A newer Piyue wrote your notes').waitFor()
    await piyue.select('銳意進取')
    await piyue.button('Highlight pink').click()
    await piyue.announcement.getByText('open for reading only').waitFor()
    expect(await piyue.painted('pink-highlight')).toEqual([])
    await piyue.close()
    expect(readFileSync(fileIn('annotations.json'), 'utf8')).toBe(newer)
  })
})

describe('the command line', () => {
  inSuchAFolder()

  it('ends with 3 where a file is damaged, touching nothing', async () => {
    writeFileSync(fileIn('annotations.json'), 'damaged')
    const before = readdirSync(userData).sort()
    const result = await runCli(['--export', fileIn('out.md')], { userData })
    expect(result.code).toBe(3)
    expect(ownLines(result.stderr)).toHaveLength(1)
    expect(readdirSync(userData).sort()).toEqual(before)
    expect(readFileSync(fileIn('annotations.json'), 'utf8')).toBe('damaged')
  })

  it('prints version and help, and refuses what it does not know in one line, with code 2', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await runCli(['--version'], { userData })).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
    })
    const help = await runCli(['--help'], { userData })
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('--export FILE') })
    const refused = await runCli(['--export', 'x.md', '--script', 'latin'], { userData })
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(ownLines(refused.stderr)).toHaveLength(1)
    expect(refused.stderr).toContain('hant, hans, tw, hk')
  })
})
