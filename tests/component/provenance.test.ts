import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BuildInfo } from '../../core/apparatus/build-info'
import { bases } from '../../core/apparatus/emendation'
import { repositoryRoot } from '../../tools/runtime/paths'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'

const build = JSON.parse(
  readFileSync(path.join(repositoryRoot, 'assets/report/build-info.json'), 'utf8'),
) as BuildInfo

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open()
})

const page = () => piyue.page.getByRole('dialog', { name: 'About this edition' })

describe('the edition in a file', () => {
  it('is told of when it was written', async () => {
    await piyue.chooseMenu('export-edition')
    const file = '/home/reader/edition.tei.xml'
    await piyue.announcement.getByText(`The edition was written to ${file}.`).waitFor()
  })
})

describe('the page on provenance', () => {
  it('opens from two menus and closes on Escape; gives counts and versions as built, date and witness, the accidents’ bytes, and what is shipped on which terms', async () => {
    await piyue.chooseMenu('provenance')
    await page().getByRole('heading', { name: 'The source' }).waitFor()
    await piyue.page.keyboard.press('Escape')
    await page().waitFor({ state: 'detached' })
    await piyue.page.getByRole('button', { name: 'Text form' }).click()
    await piyue.page.getByRole('menuitem', { name: 'About this edition' }).click()
    const text = await page().innerText()
    expect(text).toContain(report.digest)
    expect(text).toContain(`opencc-js ${build.converter.version}`)
    const rows = await page().getByRole('row').allInnerTexts()
    const counts = rows.map((row) => Number(/\d+/u.exec(row)?.[0]))
    const total = (numbers: Readonly<Record<string, number>>) =>
      Object.values(numbers).reduce((sum, each) => sum + each, 0)
    const kinds = Object.values(build.emendations)
    expect(counts).toEqual([
      ...kinds.map(total),
      total(build.sic),
      build.kept,
      total(build.explanations),
      ...bases.map((basis) => kinds.reduce((sum, kind) => sum + kind[basis], 0)),
    ])
    expect(text).toContain('sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381')
    expect(text).toContain('on or after 23 March 2019')
    expect(text).not.toContain('dated')
    await page().locator('.bytes', { hasText: 'A4ED' }).waitFor()
    expect(await page().locator('.bytes').count()).toBe(4)
    const fonts = page().locator('summary', { hasText: 'Noto Serif TC' })
    await fonts.click()
    await page().locator('details[open] pre', { hasText: 'SIL OPEN FONT LICENSE' }).waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    expect(piyue.complaints).toEqual([])
  })
})
