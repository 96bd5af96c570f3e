import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'
import { runCli } from './support/run-cli'

jest.setTimeout(90_000)

/** The shortest way through the whole app: what is tried with an installed package. */
describe('a reader', () => {
  let folder: string

  beforeEach(() => {
    folder = temporaryUserData()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('opens the report, writes one note, and has it in a file', async () => {
    const piyue = await Piyue.open({ userData: folder })
    await piyue.note('砥礪篤行、銳意進取', '第一則筆記')
    await piyue.close()
    const file = path.join(folder, 'notes.md')
    const result = await runCli(['--export', file, '--script', 'hans'], { userData: folder })
    expect(result).toMatchObject({ code: 0 })
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('砥砺笃行、锐意进取')
    expect(text).toContain('第一則筆記')
  })
})
