import type { Annotation } from '../../core/annotation/annotation'
import { eventually } from '../support/eventually'
import { rows } from '../support/rows'
import { manyMarks, markOn } from '../support/seed'
import { report } from './support/bundled-report'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

async function openWith(annotations: readonly Annotation[], open = firstPages): Promise<void> {
  piyue = await Piyue.open({ open, annotations })
}

const few = () => [
  markOn('各位代表', { note: '開篇', tags: ['體例'], modifiedAt: '2026-03-03T00:00:00.000Z' }),
  markOn('砥礪篤行', {
    note: '這是開局',
    tags: ['經濟', '存疑'],
    style: { color: 'blue', kind: 'highlight' },
  }),
  markOn('生產總值', { tags: ['經濟'], style: { color: 'blue', kind: 'underline' } }),
  markOn('抓項目就是抓發展', { style: { color: 'pink', kind: 'squiggly' } }),
]

const quotes = () => piyue.notes.locator('.quote-text').allInnerTexts()
const panel = () => piyue.page.getByRole('group', { name: 'Filter and sort' }).first()
const filter = () => piyue.notes.getByRole('button', { name: 'Filter and sort' })
const count = (text: string) => piyue.notes.locator('.notes-head').getByText(text).waitFor()

describe('the notes column', () => {
  it('is filtered by words in either script, colour, tag, section and note, with chips to take away; what is found stands below the filter, and is counted once', async () => {
    await openWith(few())
    await filter().click()
    const search = panel().getByRole('searchbox', { name: 'Find in notes' })
    const bottomOfPanel = async () => {
      const box = await panel().boundingBox()
      return (box?.y ?? 0) + (box?.height ?? 0)
    }
    await search.fill('開局')
    await piyue.announcement.getByText('1 of 4', { exact: true }).waitFor()
    const card = await piyue.cards.first().boundingBox()
    expect(card?.y).toBeGreaterThan(await bottomOfPanel())
    await search.fill('開局沒有')
    await piyue.announcement.getByText('No marks match.').waitFor()
    const none = await piyue.notes.getByText('No marks match.').boundingBox()
    expect(none?.y).toBeGreaterThan(await bottomOfPanel())
    await piyue.press('Escape')
    expect(await filter().evaluate((button) => button === document.activeElement)).toBe(true)
    await piyue.button('Clear filter').click()
    await filter().click()
    await panel().getByRole('button', { name: 'blue (2)' }).click()
    await count('2 of 4')
    await panel().getByRole('button', { name: '存疑' }).click()
    await count('1 of 4')
    await piyue.press('Escape')
    await piyue.button('Remove filter: blue').click()
    expect(await quotes()).toEqual(['砥礪篤行'])
    await piyue.button('Clear filter').click()
    await count('4 marks, 2 notes')
    await piyue.press('Control+Shift+f')
    await search.fill('砥砺')
    await count('1 of 4')
    await search.fill('')
    await panel().getByRole('radio', { name: 'Without' }).check()
    await count('2 of 4')
    await panel().getByRole('combobox', { name: 'Section' }).selectOption({ index: 2 })
    await count('1 of 4')
    expect(await quotes()).toEqual(['生產總值'])
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('has the focus in its filter when that is asked for, be the column closed or the filter open', async () => {
    await openWith(few())
    const hasFocus = () =>
      panel().getByRole('searchbox').and(piyue.page.locator(':focus')).waitFor()
    await piyue.chooseMenu('filter-notes')
    await hasFocus()
    await piyue.press('Control+Shift+b')
    await piyue.notes.waitFor({ state: 'hidden' })
    await piyue.chooseMenu('filter-notes')
    await hasFocus()
    await piyue.press('Control+1')
    await piyue.chooseMenu('filter-notes')
    await hasFocus()
  })

  it('has the field of its filter in sight when that is asked for, however far it is scrolled', async () => {
    await openWith(manyMarks(300), report)
    const search = panel().getByRole('searchbox')
    const toLast = async () => {
      await piyue.notes.evaluate((column) => column.scrollTo(0, column.scrollHeight))
      await piyue.notes.locator('[data-card="mark-299"]').waitFor()
    }
    const isInSight = async () => {
      await search.and(piyue.page.locator(':focus')).waitFor()
      const [field, head] = await Promise.all([
        search.boundingBox(),
        piyue.notes.locator('.notes-head').boundingBox(),
      ])
      if (!field || !head) throw new Error('The filter is not there')
      expect(field.y).toBeGreaterThanOrEqual(head.y + head.height)
    }
    await toLast()
    await piyue.press('Control+Shift+f')
    await isInSight()
    await toLast()
    await piyue.press('Control+1', 'Control+Shift+f')
    await isInSight()
  })

  it('stands by place or by time, remembers which, and keeps the focus when what was selected is deleted', async () => {
    await openWith(few())
    expect((await quotes())[0]).toBe('各位代表')
    await piyue.highlight('銳意進取', 'green')
    await filter().click()
    await panel().getByRole('radio', { name: 'Latest first' }).check()
    expect((await quotes())[0]).toBe('銳意進取')
    await piyue.reload()
    expect((await quotes())[0]).toBe('銳意進取')
    await piyue.button('Select several').click()
    await piyue.page.getByRole('checkbox', { name: 'Select 砥礪篤行' }).check()
    await piyue.button('Delete selected').press('Enter')
    await count('4 marks')
    await piyue.page.waitForFunction(
      () => document.activeElement?.closest('[data-region="notes"]') !== null,
    )
  })

  it('has several recoloured, tagged, exported and deleted at once, each one step of undo', async () => {
    await openWith(few())
    await piyue.button('Select several').click()
    await piyue.page.getByRole('checkbox', { name: 'Select 砥礪篤行' }).check()
    await piyue.page.getByRole('checkbox', { name: 'Select 生產總值' }).check()
    const bar = piyue.page.getByRole('group', { name: 'Selected notes' })
    await bar.getByText('2 selected').waitFor()
    await bar.getByRole('button', { name: 'green' }).click()
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    await piyue.expectPainted('green-underline', ['生產總值'])
    await bar.getByRole('combobox', { name: 'Add tag' }).fill('要點')
    await piyue.press('Enter')
    await piyue.announcement.getByText('Tagged 2 marks: 要點').waitFor()
    await bar.getByRole('button', { name: 'Export selected' }).click()
    await piyue.button('Export…').click()
    await piyue.announcement.getByText(/^2 marks.* written/u).waitFor()
    expect(piyue.main.exports.at(-1)?.ids).toEqual(['砥礪篤行', '生產總值'])
    await piyue.press('Escape')
    expect(await piyue.seriousFindings()).toEqual([])
    await bar.getByRole('button', { name: 'Delete selected' }).click()
    await count('2 marks')
    await bar.waitFor({ state: 'detached' })
    await piyue.button('Undo').click()
    await count('4 marks, 2 notes')
    await piyue.button('Undo').click()
    await piyue.button('Undo').click()
    await piyue.expectPainted('blue-highlight', ['砥礪篤行'])
    await piyue.expectPainted('blue-underline', ['生產總值'])
  })

  it('gives marks tags, completed from those in use, which are renamed and made one', async () => {
    await openWith(few())
    await piyue.cards
      .nth(3)
      .getByRole('button', { name: /抓項目/u })
      .click()
    const field = piyue.cards.nth(3).getByRole('combobox', { name: 'Add tag' })
    await field.fill('存疑')
    await field.press('Enter')
    await piyue.cards.nth(3).getByRole('button', { name: 'Remove tag 存疑' }).waitFor()
    await piyue.chooseMenu('colors-and-tags')
    const dialog = piyue.page.getByRole('dialog', { name: 'Colours and tags' })
    await dialog.getByRole('textbox', { name: 'Rename tag 存疑' }).fill('經濟')
    await dialog.getByRole('textbox', { name: 'Rename tag 存疑' }).press('Tab')
    await dialog.getByRole('textbox', { name: 'Rename tag 存疑' }).waitFor({ state: 'detached' })
    await dialog
      .locator('li', { has: piyue.page.getByLabel('Rename tag 經濟') })
      .getByText('3')
      .waitFor()
    await dialog.getByRole('textbox', { name: 'Name of blue' }).fill('數據')
    await piyue.button('Close').click()
    await piyue.cards.nth(1).getByText('數據').first().waitFor()
    await piyue.select('銳意進取')
    await piyue.page.getByRole('button', { name: 'Highlight 數據 (blue)' }).waitFor()
  })

  it('gives a tag back to its field that could not be added', async () => {
    await openWith(few())
    await piyue.cards
      .nth(3)
      .getByRole('button', { name: /抓項目/u })
      .click()
    const field = piyue.cards.nth(3).getByRole('combobox', { name: 'Add tag' })
    await field.fill('存疑')
    piyue.line.refuse('change', 'the disk is gone')
    await field.press('Enter')
    const faults: string[] = []
    await eventually('it is refused', async () => {
      faults.push(...(await piyue.faults()))
      return faults.join().includes('the disk is gone')
    })
    expect(await field.inputValue()).toBe('存疑')
    await field.press('Enter')
    await piyue.cards.nth(3).getByRole('button', { name: 'Remove tag 存疑' }).waitFor()
    expect(await field.inputValue()).toBe('')
  })

  it('renames no tag, nor a colour, whose new name is left by Escape', async () => {
    await openWith(few())
    for (const name of ['Rename tag 經濟', 'Name of blue']) {
      await piyue.chooseMenu('colors-and-tags')
      await piyue.page.getByRole('textbox', { name }).press('End')
      await piyue.page.keyboard.type('別的')
      await piyue.press('Escape')
      await piyue.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await piyue.settled()
    expect(piyue.line.countOf('change')).toBe(0)
    expect(piyue.main.settings.colorNames).toEqual({})
  })

  it('renames a tag to what it will be called, and not to what cannot be seen', async () => {
    await openWith(few())
    await piyue.chooseMenu('colors-and-tags')
    const dialog = piyue.page.getByRole('dialog', { name: 'Colours and tags' })
    const field = dialog.getByRole('textbox', { name: 'Rename tag 經濟' })
    await field.fill('\u200b')
    await field.press('Tab')
    await piyue.announcement.getByText('A tag needs at least one character').waitFor()
    expect(piyue.line.countOf('change')).toBe(0)
    await field.fill('#\u200b民生')
    await field.press('Tab')
    await piyue.announcement.getByText(/經濟.*(?<!#\u200b)民生/u).waitFor()
    const renamed = dialog.getByRole('textbox', { name: 'Rename tag 民生' })
    await renamed.fill('長'.repeat(201))
    await renamed.press('Tab')
    await dialog.getByText('201 characters; 200 can be kept. Shorten it.').waitFor()
    // Nothing of what was typed is cut off, and nothing of it is taken yet.
    expect(await renamed.inputValue()).toBe('長'.repeat(201))
    expect(piyue.line.countOf('change')).toBe(1)
  })

  it('a tag is abandoned by Escape, taken away to leave the focus on the next, and left as typed if it cannot be', async () => {
    await openWith(few())
    const card = piyue.cards.nth(1)
    await card.getByRole('button', { name: /砥礪篤行/u }).click()
    const field = card.getByRole('combobox', { name: 'Add tag' })
    await field.fill('半個')
    await field.press('Escape')
    expect(await field.inputValue()).toBe('')
    await piyue.notes.locator('[data-card]:focus').getByText('砥礪篤行').waitFor()
    await piyue.click('各位代表')
    expect(await piyue.notes.getByText('半個').count()).toBe(0)
    await card.getByRole('button', { name: /砥礪篤行/u }).click()
    const focused = () => piyue.page.evaluate(() => document.activeElement?.ariaLabel)
    await card.getByRole('button', { name: 'Remove tag 經濟' }).click()
    await card.getByText('經濟').waitFor({ state: 'detached' })
    expect(await focused()).toBe('Remove tag 存疑')
    await piyue.press('Enter')
    await card.getByText('存疑').waitFor({ state: 'detached' })
    expect(await focused()).toBe('Add tag')
    await field.fill('存疑')
    await piyue.click('生產總值')
    await card.getByText('存疑').waitFor()
    await card.getByRole('button', { name: /砥礪篤行/u }).click()
    const problem = card.getByRole('alert')
    await field.fill('\u2060\u200b')
    await field.press('Enter')
    await problem.getByText('can be seen').waitFor()
    await field.fill('長'.repeat(201))
    await problem.getByText('201 characters').waitFor()
    await field.press('Enter')
    expect(await field.inputValue()).toHaveLength(201)
    await field.fill('#長短')
    await problem.waitFor({ state: 'detached' })
    await field.press('Enter')
    await card.getByRole('button', { name: 'Remove tag 長短' }).waitFor()
  })

  it('is counted by section in the contents, opened from the margin, shows kinds of marks, and calls its button by what it does', async () => {
    await openWith(few())
    const heading = piyue.page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: '一、2018年工作回顧' })
    expect(await heading.getAttribute('aria-description')).toBe('1 mark, 1 note')
    await piyue.page.getByRole('button', { name: '1 note', exact: true }).first().click()
    expect(await piyue.activeQuote()).toBe('各位代表')
    const bars = await piyue.notes.locator('.quote-text').evaluateAll((quotesShown) =>
      quotesShown.map((quote) => {
        const { width, maskImage } = getComputedStyle(quote, '::before')
        return [width, maskImage === 'none'].join()
      }),
    )
    expect(new Set(bars).size).toBe(3)
    // A note is added where there is none, and edited where there is.
    const names = async (card: number) => {
      await piyue.cards.nth(card).locator('.quote-text').click()
      const buttons = piyue.cards.nth(card).getByRole('button', { name: /note/u })
      return buttons.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel?.split(':')[0]))
    }
    expect(await names(2)).toEqual(['Add note'])
    expect(await names(1)).toEqual(['Edit note'])
  })

  it('leaves the keys of the bar over a note to the bar', async () => {
    await openWith(few())
    await piyue.cards.nth(2).getByRole('button', { name: 'Add note' }).click()
    const hasFocus = (name: string) =>
      piyue.button(name).evaluate((button) => button === document.activeElement)
    await piyue.button('Code').focus()
    await piyue.press('Home')
    await piyue.settled()
    expect(await hasFocus('Bold')).toBe(true)
    await piyue.press('End')
    await piyue.settled()
    expect(await hasFocus('Preview')).toBe(true)
  })

  it('holds few rows in the page of 5,000 marks, and every one can be reached', async () => {
    await openWith(manyMarks(5000), report)
    await count('5000 marks, 1000 notes')
    expect(await piyue.cards.count()).toBeLessThan(60)
    await piyue.page.evaluate(() => {
      const notes = document.querySelector('.notes') as HTMLElement
      notes.scrollTop = notes.scrollHeight
    })
    await piyue.notes.locator('[data-card="mark-4999"]').waitFor()
    expect(await piyue.cards.count()).toBeLessThan(60)
    expect(piyue.complaints).toEqual([])
  })

  it.each(rows([1400, 900]))(
    'has the bar for several at its very edge, and does not scroll sideways, at %d px',
    async (width) => {
      await openWith(manyMarks(40), report)
      await piyue.page.setViewportSize({ width, height: 700 })
      await piyue.button('Select several').click()
      await piyue.button('Select all').click()
      const bar = await piyue.page.getByRole('group', { name: 'Selected notes' }).boundingBox()
      expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(700)
      const sideways = await piyue.notes.evaluate(
        (column) => column.scrollWidth - column.clientWidth,
      )
      expect(sideways).toBe(0)
    },
  )

  it('is laid out anew at every width of the window, and nothing is reported of that', async () => {
    const note = '一年來，面對錯綜複雜的形勢。'.repeat(65)
    await openWith([markOn('各位代表', { note }), markOn('砥礪篤行', { note: '短' })])
    await piyue.cards.first().click()
    for (const width of [1400, 900, 1200, 840, 1400]) {
      await piyue.page.setViewportSize({ width, height: 800 })
      await piyue.settled()
    }
    expect(piyue.main.errors).toEqual([])
    expect(piyue.complaints).toEqual([])
    expect(await piyue.page.getByText('Something went wrong').count()).toBe(0)
  })

  it('shows tasks, aligned columns and low headings of a note; a wide table scrolls by itself', async () => {
    const note = `# 題\n\n- [ ] 待辦\n- [x] 完成\n\n| 項目 | 數值 | 說明 | 出處 |\n|:--|---:|---|---|\n| 總值 | 118億元 | ${'x'.repeat(30)} | 報告 |`
    await openWith([markOn('各位代表', { note })])
    const body = piyue.cards.first().locator('.note-body')
    // Until what sets notes is loaded, a note stands as it was typed.
    await body.locator('li').nth(1).waitFor()
    expect(await body.locator('li').allInnerTexts()).toEqual(['☐ 待辦', '☑ 完成'])
    expect(await body.getByRole('heading', { level: 4 }).innerText()).toBe('題')
    const value = body.getByRole('cell', { name: '118億元' })
    expect(await value.evaluate((cell) => getComputedStyle(cell).textAlign)).toMatch(/right$/u)
    const linesOfNumber = await value.evaluate((cell) => {
      const range = document.createRange()
      range.setStart(cell.firstChild as Text, 0)
      range.setEnd(cell.firstChild as Text, 3)
      return range.getClientRects().length
    })
    expect(linesOfNumber).toBe(1)
    const box = body.locator('.table-box')
    expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
    await piyue.cards.first().getByRole('button').first().focus()
    await piyue.press('Tab')
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await piyue.seriousFindings()).toEqual([])
  })
})
