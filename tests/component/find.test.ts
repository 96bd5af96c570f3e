import type { Locator } from 'playwright-core'
import { eventually } from '../support/eventually'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { Piyue } from './support/piyue'

let piyue: Piyue

async function open(): Promise<void> {
  piyue = await Piyue.open()
}

const field = (): Locator => piyue.page.getByRole('searchbox', { name: 'Find in report' })
const count = (): Locator => piyue.page.getByRole('status', { name: 'Matches' })
const list = (): Locator => piyue.page.getByRole('region', { name: 'All matches' })
const press = (keys: string) => piyue.press(keys)

async function find(query: string): Promise<void> {
  await press('Control+f')
  await field().fill(query)
}

/** Waits until the count says this. */
const counts = (words: string) =>
  eventually(`the count says “${words}”`, async () => (await count().innerText()) === words)

/** Waits until this is the selection. */
const selects = (words: string) =>
  piyue.page.waitForFunction((wanted) => document.getSelection()?.toString() === wanted, words)

describe('finding', () => {
  beforeEach(open)

  it.each(
    rows([
      ['發展', 'Traditional', '發展'],
      ['发展', 'Traditional', '發展'],
      ['發展', 'Simplified', '发展'],
      ['发展', 'Simplified', '发展'],
    ] as const),
  )('%s in %s finds the same fifty places', async (query, script, shown) => {
    await piyue.showScript(script)
    await find(query)
    await counts('1 of 50')
    await piyue.expectPainted('found-current', [shown])
    expect(new Set(await piyue.painted('found'))).toEqual(new Set([shown]))
  })

  it.each(
    rows([
      ['Taiwan', '“五位一体”', '「五位一體」'],
      ['Hong Kong', '"五位一体"', '「五位一體」'],
      ['As published', '「五位一體」', '“五位一體”'],
      ['Edited', '２０１８年,是', '2018年，是'],
    ] as const),
  )('takes any quotes, widths and stops as they are typed, in %s', async (form, query, shown) => {
    await piyue.showForm(form)
    await find(query)
    await counts('1 of 1')
    expect((await piyue.painted('found')).map((each) => each.replace(',', '，'))).toEqual([shown])
  })

  it('goes on and back, by key, button and menu, and round the end', async () => {
    await find('區政府')
    await counts('1 of 3')
    await press('Enter')
    await counts('2 of 3')
    await press('Shift+Enter')
    await counts('1 of 3')
    await piyue.button('Previous match').click()
    await counts('3 of 3')
    await piyue.announcement.getByText('Went on from the end').waitFor()
    await piyue.button('Next match').click()
    await counts('1 of 3')
    await piyue.announcement.getByText('Went on from the beginning').waitFor()
    await press('F3')
    await counts('2 of 3')
    await press('Control+g')
    await counts('3 of 3')
    await press('Control+Shift+g')
    await counts('2 of 3')
    await piyue.chooseMenu('find-previous')
    await counts('1 of 3')
  })

  it('closes with Escape, which selects the match in the text, and starts from the selected words', async () => {
    await find('锐意进取')
    await counts('1 of 1')
    await press('Escape')
    await field().waitFor({ state: 'detached' })
    await selects('銳意進取')
    expect(
      await piyue.page.evaluate(() => document.activeElement?.closest('article') !== null),
    ).toBe(true)
    expect(await piyue.painted('found')).toEqual([])
    await press('Control+f')
    expect(await field().inputValue()).toBe('銳意進取')
    await counts('1 of 1')
    await press('Escape')
    await piyue.select('有效改善')
    await press('Control+f')
    expect(await field().inputValue()).toBe('有效改善')
    await piyue.expectPainted('found-current', ['有效改善'])
  })

  it('of nothing, of white space, of what is not there and of a thousand characters behaves', async () => {
    for (const nothing of ['', '　 ']) {
      await find('發展')
      await counts('1 of 50')
      await field().fill(nothing)
      await counts('')
      await piyue.expectPainted('found', [])
    }
    await field().fill('沒有這樣的話')
    await counts('No matches')
    expect(await piyue.button('Next match').isDisabled()).toBe(true)
    await press('Enter')
    const thousand = (await piyue.text()).replaceAll('\n', ' ').slice(3000, 4000).trim()
    await field().fill(thousand)
    await counts('1 of 1')
    await field().fill('發'.repeat(1000))
    await counts('No matches')
    expect(piyue.complaints).toEqual([])
  })

  it('leaves the lines of text where they are, and keeps matches, place and list when the script is switched', async () => {
    await piyue.page.evaluate(() => document.querySelector('main')?.scrollTo(0, 2000))
    const top = () =>
      piyue.page.evaluate(
        () => document.querySelector('[data-block="1.2"]')?.getBoundingClientRect().top,
      )
    const before = await top()
    await press('Control+f')
    await field().waitFor()
    expect(await top()).toBe(before)
    await piyue.button('Close find').click()
    await field().waitFor({ state: 'detached' })
    expect(await top()).toBe(before)
    await find('面臨著')
    await counts('1 of 1')
    await list().getByRole('button', { name: '面臨著' }).waitFor()
    await press('Control+t')
    await piyue.expectPainted('found-current', ['面临着'])
    await list().getByRole('button', { name: '面临着' }).waitFor()
    await counts('1 of 1')
  })
})

describe('the list of matches', () => {
  beforeEach(open)

  it('is walked with the arrow keys, left by Escape, stands under headings, and goes where it says', async () => {
    await find('區政府')
    await list().getByRole('button').nth(2).waitFor()
    await press('ArrowDown')
    await press('ArrowDown')
    await press('Enter')
    await counts('2 of 3')
    await press('Escape')
    await selects('區政府')
    await find('区政府')
    const headings = list().getByRole('heading')
    await headings.nth(1).waitFor()
    expect(await headings.count()).toBe(2)
    const buttons = list().getByRole('button')
    expect(await buttons.count()).toBe(3)
    await buttons.nth(2).click()
    await counts('3 of 3')
    expect(await buttons.nth(2).getAttribute('aria-current')).toBe('true')
    await piyue.page.waitForFunction(() => (document.querySelector('main')?.scrollTop ?? 0) > 1000)
  })

  it('has one current match, to which the arrow key leads, also where another query gave it another number', async () => {
    await find('工業')
    await list().locator('.match[aria-current]').waitFor()
    await field().fill('工業企業')
    await counts('1 of 2')
    await eventually('the list follows', async () => (await list().locator('.match').count()) === 2)
    expect(await list().locator('.match[aria-current]').count()).toBe(1)
    await press('ArrowDown')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('.match'))
  })

  it('leaves the field to whoever types on, though the arrow key found no match to go to', async () => {
    await find('龘')
    await counts('No matches')
    await press('ArrowDown')
    await field().press('End')
    await field().press('Backspace')
    await piyue.page.keyboard.type('區政府')
    await counts('1 of 3')
    await list().locator('.match[aria-current]').waitFor()
    await piyue.settled()
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('says the part of the report with each section, counts by section, and stops no screen reader', async () => {
    await find('發展')
    const headings = list().getByRole('heading')
    await headings.nth(3).waitFor()
    const texts = await headings.allInnerTexts()
    const fourth = texts.filter((text) => text.includes('（四）'))
    expect(fourth).toHaveLength(2)
    expect(fourth[0]).toContain('一、')
    expect(fourth[1]).not.toContain('一、2018')
    expect(await piyue.seriousFindings()).toEqual([])
    await list()
      .getByText(/^In \d+ of \d+ sections$/u)
      .click()
    const counted = list().getByRole('row')
    await counted.first().waitFor()
    // All of them, though of so many matches only the first stand in the list.
    expect(await list().locator('.match').count()).toBeLessThan(50)
    const numbers = await counted.locator('.count').allInnerTexts()
    expect(numbers.map(Number).reduce((sum, each) => sum + each, 0)).toBe(50)
    expect(numbers).toContain('0')
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('lies over the text in a narrow window, and leaves when a match is chosen', async () => {
    await piyue.page.setViewportSize({ width: 900, height: 700 })
    await find('區政府')
    await piyue.button('All matches').click()
    await list().getByRole('button').nth(2).click()
    await counts('3 of 3')
    await list().waitFor({ state: 'detached' })
    await piyue.expectPainted('found-current', ['區政府'])
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true)
  })
})

describe('the list of notes that have the words', () => {
  const notes = {
    各位代表: '口徑不一',
    砥礪篤行: '待复核',
    銳意進取: '也要復核',
    錯綜複雜: '別的',
    生產總值: '口徑不一',
    民心網: '口徑不一',
  }

  it('leaves in a narrow window when a note is chosen, and shows its passage', async () => {
    piyue = await Piyue.open({
      annotations: [markOn('民心網', { note: '待復核' })],
      viewport: { width: 900, height: 700 },
    })
    await find('復核')
    await piyue.button('All matches').click()
    await list().getByRole('button', { name: /復核/u }).click()
    await list().waitFor({ state: 'detached' })
    await piyue.expectPainted('active', ['民心網'])
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('unfolds where the text does not hold them, in whatever script they are written, and Enter enters it', async () => {
    const annotations = Object.entries(notes).map(([words, note]) => markOn(words, { note }))
    piyue = await Piyue.open({ annotations })
    await find('復核')
    await counts('0 in the text · 2 in notes')
    await list().getByText('In your notes: 2').waitFor()
    await list().getByRole('button', { name: '待复核' }).click()
    expect(await piyue.notes.locator('[data-active="true"]').innerText()).toContain('待复核')
    await find('口径')
    await counts('0 in the text · 3 in notes')
    expect(await list().getByText('No matches').count()).toBe(0)
    await list().getByRole('button', { name: '口徑不一' }).last().waitFor()
    await press('Enter')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('.match-notes .match'))
    await press('Enter')
    expect(await piyue.activeQuote()).toBe('各位代表')
  })
})
