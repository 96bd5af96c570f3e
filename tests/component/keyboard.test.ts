import { focused, goToParagraph, selected } from '../support/keyboard'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages })
})

describe('without a mouse', () => {
  it('words, sentences and paragraphs are selected, on and back', async () => {
    await goToParagraph(piyue, 4)
    await piyue.press('d')
    expect(await selected(piyue)).toBe('現在')
    await piyue.press('d')
    const second = await selected(piyue)
    await piyue.press('d', 'Shift+D')
    expect(await selected(piyue)).toBe(second)
    await piyue.press('p')
    expect(await selected(piyue)).toMatch(/^現在，我代表.*提出意見。$/u)
    await piyue.press('s')
    expect(await selected(piyue)).toBe('一、2018年工作回顧')
    await piyue.press('Shift+S')
    expect(await selected(piyue)).toMatch(/^現在，我代表.*提出意見。$/u)
  })

  it('the selection is extended by characters and by words', async () => {
    await goToParagraph(piyue, 4)
    await piyue.press('d')
    await piyue.press('Shift+ArrowRight', 'Shift+ArrowRight')
    expect(await selected(piyue)).toBe('現在，我')
    await piyue.press('Control+Shift+ArrowRight')
    expect(await selected(piyue)).toBe('現在，我代表')
  })

  it('after a note is saved or left, the focus is back where the reader was', async () => {
    await goToParagraph(piyue, 4)
    await piyue.press('s', 'n')
    await piyue.page.keyboard.type('一')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.page.waitForFunction(() => document.activeElement?.closest('article') !== null)
    await piyue.press('Control+2')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-card]'))
    await piyue.press('n', 'Escape')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-card]'))
  })

  it('cards are gone through with the arrow keys, and a deleted one leaves the focus on the next', async () => {
    await piyue.highlight('各位代表', 'green')
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.highlight('生產總值', 'green')
    await piyue.press('Control+2')
    const focusedCard = piyue.notes.locator('[data-card]:focus')
    await focusedCard.getByText('生產總值').waitFor()
    await piyue.press('ArrowUp')
    await focusedCard.getByText('砥礪篤行').waitFor()
    await piyue.cards.nth(1).getByRole('button', { name: 'Delete' }).focus()
    await piyue.press('Enter')
    await piyue.cards.nth(2).waitFor({ state: 'detached' })
    await focusedCard.getByText('生產總值').waitFor()
  })

  const quotes = () => piyue.notes.locator('.quote-text').allInnerTexts()
  const focusedCard = () => piyue.notes.locator('[data-card]:focus')

  it('what is asked for on a card with the focus is done with its mark, whichever is open; E goes to its end', async () => {
    for (const words of ['各位代表', '砥礪篤行', '生產總值']) await piyue.highlight(words, 'green')
    await piyue.press('[', '[')
    expect(await piyue.activeQuote()).toBe('各位代表')
    await piyue.press('Control+2')
    await focusedCard().getByText('各位代表').waitFor()
    await piyue.press('ArrowDown')
    await focusedCard().getByText('砥礪篤行').waitFor()
    await piyue.press('4')
    await piyue.expectPainted('pink-highlight', ['砥礪篤行'])
    await piyue.press('u')
    await piyue.announcement.getByText('Now pink underline.').waitFor()
    expect(await piyue.activeQuote()).toBe('各位代表')
    await piyue.press('Enter')
    expect(await piyue.activeQuote()).toBe('砥礪篤行')
    await piyue.press('ArrowDown', 'n')
    await piyue.page.keyboard.type('第三則')
    await piyue.press('Control+Enter')
    await focusedCard().getByText('第三則').waitFor()
    await piyue.press('ArrowUp', 'Delete')
    await piyue.announcement.getByText('Deleted: “砥礪篤行”.').waitFor()
    expect(await quotes()).toEqual(['各位代表', '生產總值'])
    await focusedCard().getByText('第三則').waitFor()
    await piyue.press('ArrowUp', 'e')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-end="end"]'))
    expect(await piyue.activeQuote()).toBe('各位代表')
  })

  it('buttons tell screen readers their keys, and the keyboard map, a key away, lists every action with keys', async () => {
    const keys = (name: string) => piyue.button(name).getAttribute('aria-keyshortcuts')
    expect(await keys('Undo')).toBe('Control+Z')
    expect(await keys('Read aloud')).toBe('R')
    await piyue.select('砥礪篤行')
    expect(await keys('Underline')).toBe('U')
    await piyue.press('F1')
    const map = piyue.page.getByRole('dialog', { name: 'Keyboard' })
    await map.getByText('Select previous sentence', { exact: true }).waitFor()
    expect(await map.locator('kbd').count()).toBeGreaterThan(40)
    await piyue.press('Escape')
    await map.waitFor({ state: 'detached' })
  })

  it('keys for styles restyle the open mark where nothing is selected; an end with the focus says its own keys', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.press('3')
    await piyue.announcement.getByText('Now blue highlight.').waitFor()
    await piyue.press('w')
    await piyue.expectPainted('blue-squiggly', ['砥礪篤行'])
    await piyue.press('w')
    await piyue.announcement.getByText('Now blue wavy underline.').waitFor()
    const hint = piyue.page.getByText('Shift with the arrow keys moves the end')
    expect(await hint.isVisible()).toBe(false)
    await piyue.press('e')
    await hint.waitFor()
    const { x = 0, y = 0, width = 0, height = 0 } = (await hint.boundingBox()) ?? {}
    expect([x >= 0, y >= 0, x + width <= 1400, y + height <= 900]).toEqual(
      Array.from('1111', Boolean),
    )
    await piyue.press('Escape')
    await hint.waitFor({ state: 'hidden' })
  })

  it('Tab reaches the text in a window just opened, at the paragraph that is read', async () => {
    const stops = () =>
      piyue.article
        .locator('[tabindex="0"]')
        .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset['block']))
    expect(await stops()).toEqual(['0'])
    await piyue.page.evaluate(() => document.querySelector('main')?.scrollTo(0, 3000))
    await piyue.page.waitForFunction(
      () => document.querySelector('article [tabindex="0"]')?.getAttribute('data-block') !== '0',
    )
    const [stop] = await stops()
    expect(await stops()).toHaveLength(1)
    expect(stop).toBe((await piyue.topCharacter())?.block)
    await piyue.page.getByRole('link').last().focus()
    await piyue.press('Tab')
    expect(
      await piyue.page.evaluate(() => (document.activeElement as HTMLElement).dataset['block']),
    ).toBe(stop)
  })

  it('says so where there is no further note or paragraph, and how many marks and notes a paragraph bears', async () => {
    await goToParagraph(piyue, 0)
    await piyue.press('k', ']')
    await piyue.announcement.getByText('Nothing marked yet').waitFor()
    await piyue.highlight('各位代表', 'green')
    await piyue.press(']')
    await piyue.announcement.getByText('This is the last.').waitFor()
    await piyue.press('[')
    await piyue.announcement.getByText('This is the first.').waitFor()
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.note('銳意進取', '一')
    const block = piyue.article.locator('[data-block]', { hasText: '砥礪篤行' }).first()
    expect(await block.getAttribute('aria-description')).toBe('2 marks, 1 note')
  })

  it('what covers the text or lies over it takes the focus along, and gives it back where it was', async () => {
    await goToParagraph(piyue, 2)
    const read = await focused(piyue)
    await piyue.press('Control+,')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('.appearance input'))
    await piyue.press('Escape')
    expect(await focused(piyue)).toBe(read)
    await piyue.press('Control+Shift+d')
    await piyue.page.getByRole('region', { name: 'Figures', exact: true }).waitFor()
    await piyue.press('Escape')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
    expect(await focused(piyue)).toBe(read)
  })

  it('J and S go on from the note that was gone to', async () => {
    for (const words of ['砥礪篤行', '生產總值']) await piyue.highlight(words, 'green')
    await goToParagraph(piyue, 0)
    await piyue.press('[')
    await piyue.announcement.getByText('砥礪篤行').waitFor()
    const gone = await focused(piyue)
    expect(gone).toContain('2018年，是')
    await piyue.press('s')
    expect(await selected(piyue)).toMatch(/^2018年，是/u)
    await piyue.press('[', ']')
    await piyue.announcement.getByText('生產總值').waitFor()
    await piyue.press('k', 'j')
    expect(
      await piyue.page.evaluate(() => document.activeElement?.textContent?.includes('生產總值')),
    ).toBe(true)
  })

  it('a note is said behind its sentence without another full stop', async () => {
    await goToParagraph(piyue, 6)
    await piyue.press('s', 'n')
    await piyue.page.keyboard.type('一句')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    await piyue.press('Escape', ']')
    await piyue.announcement.getByText('。 Note: 一句').waitFor()
  })

  it('keys work after a click on the switch of script, whose own arrow keys are left to it', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.page.locator('label[title="Simplified"]').click()
    await piyue.page.waitForFunction(() => document.activeElement?.matches('input[type="radio"]'))
    await piyue.press('2')
    await piyue.press('ArrowLeft')
    await piyue.article.and(piyue.page.locator('[lang="zh-Hant"]')).waitFor()
    await piyue.press('4')
    await piyue.expectPainted('pink-highlight', ['砥礪篤行'])
    await piyue.press('j')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
  })
})
