import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'

jest.setTimeout(90_000)

let userData: string
let piyue: Piyue | undefined

const fileIn = (name: string) => path.join(userData, name)

/** Leaves notes behind as a first session would. */
async function keepANote(note: string): Promise<void> {
  const first = await Piyue.open({ userData })
  await first.note('砥礪篤行', note)
  await first.close()
}

/** What the app itself wrote; a runtime that is not Electron says so in a line of its own. */
const ownLines = (output: string): string[] =>
  output.split('\n').filter((line) => line !== '' && !line.startsWith('stand-in:'))

beforeEach(() => {
  userData = mkdtempSync(path.join(os.tmpdir(), 'piyue-damaged-'))
})

afterEach(async () => {
  await piyue?.close()
  piyue = undefined
  rmSync(userData, { recursive: true, force: true })
})

describe('a notes file that is not what it should be', () => {
  it.each([
    ['cut off', (text: string) => text.slice(0, 200)],
    ['empty', () => ''],
    ['foreign', () => '{"hello":"world"}'],
    ['not text', () => '\u0000\u0001\u0002'],
  ])('(%s) is set aside and named, and the notes are brought back', async (_how, damage) => {
    await keepANote('不可丟失')
    const good = readFileSync(fileIn('annotations.json'), 'utf8')
    const bad = damage(good)
    writeFileSync(fileIn('annotations.json'), bad)

    piyue = await Piyue.open({ userData })
    await piyue.notes.getByText('不可丟失').waitFor()
    const message = await piyue.page.getByRole('alert').first().innerText()
    expect(message).toContain(fileIn('annotations.json'))
    expect(message).toContain('set aside')
    const aside = readdirSync(userData, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('stand-in'))
      .map((name) => path.join(userData, name))
      .filter((file) => message.includes(file) && file !== fileIn('annotations.json'))
    expect(aside.map((file) => readFileSync(file, 'utf8'))).toContain(bad)
  })

  it('of a newer version is opened for reading only, and left as it is', async () => {
    await keepANote('來自將來')
    const stored = JSON.parse(readFileSync(fileIn('annotations.json'), 'utf8'))
    const newer = JSON.stringify({ ...stored, version: 999 })
    writeFileSync(fileIn('annotations.json'), newer)

    piyue = await Piyue.open({ userData })
    await piyue.page.getByRole('alert').getByText('A newer Piyue wrote your notes').waitFor()
    await piyue.select('銳意進取')
    await piyue.button('Highlight pink').click()
    await piyue.announcement.getByText('open for reading only').waitFor()
    expect(await piyue.painted('pink-highlight')).toEqual([])
    await piyue.close()
    piyue = undefined
    expect(readFileSync(fileIn('annotations.json'), 'utf8')).toBe(newer)
  })

  it('makes the command line end with 3, touching nothing', async () => {
    await keepANote('一')
    writeFileSync(fileIn('annotations.json'), 'damaged')
    const before = readdirSync(userData).sort()
    const result = await runCli(['--export', fileIn('out.md')], { userData })
    expect(result.code).toBe(3)
    expect(ownLines(result.stderr)).toHaveLength(1)
    expect(readdirSync(userData).sort()).toEqual(before)
    expect(readFileSync(fileIn('annotations.json'), 'utf8')).toBe('damaged')
  })
})

describe('the command line', () => {
  it('refuses what it does not know in one line, with code 2', async () => {
    const result = await runCli(['--export', 'x.md', '--script', 'latin'], { userData })
    expect(result.code).toBe(2)
    expect(ownLines(result.stderr)).toHaveLength(1)
    expect(result.stderr).toContain('hant, hans, tw, hk')
    expect(result.stdout).toBe('')
  })

  it('prints its version and its help', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await runCli(['--version'], { userData })).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
    })
    const { code, stdout } = await runCli(['--help'], { userData })
    expect(code).toBe(0)
    expect(stdout).toContain('--export FILE')
  })
})

it.each([
  ['drafts', 'Notes that were being written'],
  ['settings', 'How you like to read starts anew'],
])(
  '%s that are damaged are set aside with a word, too, and no fear for the notes',
  async (name, meaning) => {
    await keepANote('一')
    writeFileSync(fileIn(`${name}.json`), '{"half')
    piyue = await Piyue.open({ userData })
    const message = await piyue.page.getByRole('alert').first().innerText()
    expect(message).toContain(fileIn(`${name}.json`))
    expect(message).toContain(meaning)
    expect(message).toMatch(/notes are not affected/u)
    await piyue.notes.getByText('一').first().waitFor()
  },
)
