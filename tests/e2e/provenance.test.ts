import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../tools/runtime/paths'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

const build = JSON.parse(
  readFileSync(path.join(repositoryRoot, 'assets/report/build-info.json'), 'utf8'),
) as { converter: { version: string }; emendations: Record<string, number> }

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open()
})

afterEach(() => piyue.close())

const page = () => piyue.page.getByRole('dialog', { name: 'About this edition' })

describe('the page on provenance', () => {
  it('opens from the Help menu and closes on Escape', async () => {
    await piyue.chooseMenu('provenance')
    await page().getByRole('heading', { name: 'The source' }).waitFor()
    await piyue.page.keyboard.press('Escape')
    await page().waitFor({ state: 'detached' })
  })

  it('gives counts, digest and versions as the edition was built', async () => {
    await piyue.page.getByRole('button', { name: 'Text form' }).click()
    await piyue.page.getByRole('menuitem', { name: 'About this edition' }).click()
    const text = await page().innerText()
    expect(text).toContain(report.digest)
    expect(text).toContain(`opencc-js ${build.converter.version}`)
    const rows = await page().getByRole('row').allInnerTexts()
    const counts = rows.map((row) => Number(/\d+/u.exec(row)?.[0]))
    expect(counts).toEqual([...Object.values(build.emendations), 4])
  })

  it('shows the four accidents with their bytes', async () => {
    await piyue.chooseMenu('provenance')
    await page().locator('.bytes', { hasText: 'A4ED' }).waitFor()
    expect(await page().locator('.bytes').count()).toBe(4)
  })

  it('names what is shipped, and gives its terms', async () => {
    await piyue.chooseMenu('provenance')
    const fonts = page().locator('summary', { hasText: 'noto-serif-tc' })
    await fonts.click()
    await page().locator('details[open] pre', { hasText: 'SIL OPEN FONT LICENSE' }).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    expect(piyue.complaints).toEqual([])
  })
})
