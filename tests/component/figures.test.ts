import { eventually } from '../support/eventually'
import { markOn } from '../support/seed'
import { figureList } from '../unit/support/figures'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'

let piyue: Piyue

const region = () => piyue.page.getByRole('region', { name: 'Figures', exact: true })
const table = () => piyue.page.getByRole('table', { name: 'Figures of the report' })
const rows = () => table().locator('tbody tr')
const passages = () => table().locator('[data-figure]').allInnerTexts()
const show = (view: string) => piyue.page.getByRole('tab', { name: view }).click()

const choice = (name: string) => region().getByRole('combobox', { name, exact: true })

const open = async (beginning: Parameters<typeof Piyue.open>[0] = {}) => {
  piyue = await Piyue.open(beginning)
  await piyue.button('Figures').click()
  await region().waitFor()
}

describe('the table of figures', () => {
  it('has every figure of the report in the form that is read, opens by button and menu, closes on Escape, and gives way to the library', async () => {
    await open({ settings: { views: { [report.id]: { script: 'zh-Hans' } } } })
    expect(await rows().count()).toBe(figureList.figures.length)
    expect((await passages())[0]).toBe('118亿元')
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.press('Escape')
    await region().waitFor({ state: 'detached' })
    await piyue.chooseMenu('figures')
    await region().waitFor()
    await piyue.button('Close figures').click()
    await region().waitFor({ state: 'detached' })
    await piyue.chooseMenu('figures')
    await region().waitFor()
    await piyue.chooseMenu('library')
    await piyue.page.getByRole('region', { name: 'Library' }).waitFor()
    await region().waitFor({ state: 'detached' })
  })

  it('is found in either script, but not by what is still being composed, filtered and sorted', async () => {
    await open()
    await region().getByRole('searchbox').focus()
    const engine = await piyue.page.context().newCDPSession(piyue.page)
    const text = 'di qu'
    await engine.send('Input.imeSetComposition', { text, selectionStart: 5, selectionEnd: 5 })
    await piyue.settled()
    expect(await rows().count()).toBe(figureList.figures.length)
    await engine.send('Input.insertText', { text: '地区生产总值' })
    await eventually('it is filtered', async () => (await rows().count()) === 4)
    await region().getByRole('button', { name: 'Clear filters' }).click()
    await eventually('the field is empty', async () => {
      return (await region().getByRole('searchbox').inputValue()) === ''
    })
    await region().getByRole('searchbox').fill('地区生产总值')
    expect(await passages()).toEqual(['118億元', '5.5%', '122億元', '6.5%'])
    await choice('Year').selectOption('2019')
    expect(await passages()).toEqual(['122億元', '6.5%'])
    await choice('Kind').selectOption('Growth')
    expect(await passages()).toEqual(['6.5%'])
    await region().getByText('1 of 144 figures').waitFor()
    await choice('Unit').selectOption('yuan')
    await region().getByText('No figure fits').waitFor()
    await piyue.button('Clear filters').first().click()
    await region()
      .getByLabel('Section')
      .selectOption({ label: '（五）以綠色發展為先導，生態環境持續鞏固' })
    await table().getByRole('button', { name: 'Value' }).click()
    expect(await passages()).toEqual(['16件', '31件', '15.32萬平方米'])
    await table().getByRole('button', { name: 'Value' }).click()
    expect(await passages()).toEqual(['15.32萬平方米', '31件', '16件'])
    expect(await table().locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending')
  })
})

describe('keys over the figures', () => {
  it('mean the figures: Find looks among them, and the hidden text is left alone', async () => {
    piyue = await Piyue.open()
    await piyue.select('砥礪篤行')
    await piyue.chooseMenu('figures')
    await region().waitFor()
    await piyue.press('1', 'j')
    await piyue.chooseMenu('next-paragraph')
    await piyue.chooseMenu('find')
    const field = region().getByRole('searchbox')
    await eventually('the field has the focus', () =>
      field.evaluate((element) => element === document.activeElement),
    )
    await field.fill('参保')
    expect(await rows().count()).toBeGreaterThan(0)
    await piyue.chooseMenu('go-to-notes')
    await region().waitFor({ state: 'detached' })
    expect(await piyue.cards.count()).toBe(0)
    await eventually('the notes have the focus', () =>
      piyue.page.evaluate(() => document.activeElement?.closest('[data-region="notes"]') !== null),
    )
  })
})

describe('a row', () => {
  it('goes to its passage and back to where it was left, and shows and opens the marks on its figure', async () => {
    await open({
      annotations: [
        markOn('實際利用外資完成316萬美元', { note: '**A third** of the plan is missing' }),
      ],
    })
    await choice('Year').selectOption('2019')
    await piyue.button('Go to passage: 3-4個').click()
    await region().waitFor({ state: 'detached' })
    expect(await piyue.page.evaluate(() => document.getSelection()?.toString())).toBe('3-4個')
    await piyue.button('Back to figures').click()
    const button = piyue.button('Go to passage: 3-4個')
    await button.waitFor()
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await rows().count()).toBeLessThan(figureList.figures.length)
    await choice('Year').selectOption('2018')
    const mark = rows().filter({ hasText: '316萬美元' }).getByRole('button', { name: 'Open mark' })
    // In words, without the signs of its Markdown.
    await mark.getByText('A third of the plan is missing', { exact: true }).waitFor()
    expect(await mark.getAttribute('aria-label')).toContain('A third of the plan is missing')
    await mark.click()
    await region().waitFor({ state: 'detached' })
    expect(await piyue.activeQuote()).toBe('實際利用外資完成316萬美元')
  })
})

describe('the other views', () => {
  const plot = (name: string) => piyue.page.getByRole('figure', { name })
  const choose = async (name: string, way: string) => {
    await plot(name).getByRole('button', { name: 'Copy or save' }).click()
    await piyue.page.getByRole('menuitem', { name: way }).click()
  }

  it('are plots with tables of their passages, saved and copied as SVG and picture; and results beside targets, what differs marked', async () => {
    await open()
    await show('Plots')
    expect(await piyue.page.getByRole('figure').count()).toBe(6)
    await plot('People insured, 2018').getByText('As a table').click()
    const cells = await plot('People insured, 2018').getByRole('row').allInnerTexts()
    expect(cells[1]).toMatch(/People in pension insurance\s+32 thousand\s+32000人/u)
    expect(await piyue.seriousFindings()).toEqual([])
    await choose('Investment by project', 'Save as SVG')
    await piyue.page.getByText('Saved: /home/reader/').first().waitFor()
    const [svg] = piyue.main.saved
    expect(svg?.content).toContain('>Hebei Characteristic Town project</text>')
    await choose('Investment by project', 'Save as PNG')
    await eventually('the picture is saved', () => piyue.main.saved.length === 2)
    const png = Buffer.from(piyue.main.saved[1]?.content ?? '')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(760 * 3)
    await choose('Investment by project', 'Copy as SVG')
    await piyue.announcement.filter({ hasText: 'Copied.' }).waitFor()
    expect(piyue.main.clipboard).toBe(svg?.content)
    await choose('Investment by project', 'Copy as image')
    await eventually('the picture is copied', () => piyue.main.picture !== undefined)
    await show('Results and targets')
    const compared = piyue.page.getByRole('table', { name: 'Results beside targets' })
    const product = compared.getByRole('row', { name: 'Gross regional product' })
    expect(await product.innerText()).toMatch(/118億元\s+122億元\s+6\.5%\s+3\.4%[^]*≠ differs/u)
    expect(await compared.locator('[data-verdict="differs"]').count()).toBe(4)
    expect(await piyue.seriousFindings()).toEqual([])
    await compared.getByRole('button', { name: 'Go to passage: 39094元' }).click()
    expect(await piyue.page.evaluate(() => document.getSelection()?.toString())).toBe('39094元')
  })
})

describe('saving the table', () => {
  it('says why a file was not written, and writes what is shown as CSV and as a Data Package', async () => {
    await open()
    piyue.main.saveOutcome = {
      kind: 'failed',
      file: '/no/such/folder.csv',
      problem: 'folder-missing',
    }
    await piyue.button('Save as').click()
    await piyue.page.getByRole('menuitem', { name: 'CSV' }).click()
    await region().getByText('Not saved to').waitFor()
    piyue.main.saveOutcome = undefined
    piyue.main.saved.length = 0
    await choice('Unit').selectOption('us-dollar')
    await piyue.button('Save as').click()
    await piyue.page.getByRole('menuitem', { name: 'CSV' }).click()
    await piyue.page
      .getByText(/^Saved: .*\.csv/u)
      .first()
      .waitFor()
    const csv = String(piyue.main.saved[0]?.content).trim().split('\r\n')
    expect(csv).toHaveLength(3)
    expect(csv[1]).toContain('316萬美元,3160000,')
    await piyue.button('Save as').click()
    await piyue.page.getByRole('menuitem', { name: 'Data Package' }).click()
    await piyue.page
      .getByText(/^Saved: .*\.json/u)
      .first()
      .waitFor()
    const written = JSON.parse(String(piyue.main.saved[1]?.content)) as {
      resources: { data: { text: string }[] }[]
    }
    expect(written.resources[0]?.data.map(({ text }) => text)).toEqual(['316萬美元', '500萬美元'])
  })
})
