import { manyMarks, markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

const editor = () => piyue.page.locator('.note-editor')

/** Which of the text's blocks has the focus, from 0; -1 where none has. */
const focusedBlock = () =>
  piyue.page.evaluate(() =>
    [...document.querySelectorAll('article [data-block]')].indexOf(
      document.activeElement as HTMLElement,
    ),
  )

/** The card at the top of the column. */
const topCard = () =>
  piyue.page.evaluate(() => {
    const column = document.querySelector('.notes') as HTMLElement
    const top = column.getBoundingClientRect().top + 56
    const cards = [...column.querySelectorAll<HTMLElement>('[data-card]')]
    return cards.find((card) => card.getBoundingClientRect().bottom > top)?.dataset['card']
  })

const scrollText = (share: number) =>
  piyue.page.evaluate((part) => {
    const main = document.querySelector('main') as HTMLElement
    main.scrollTop = main.scrollHeight * part
  }, share)

describe('the notes', () => {
  it('follow the reading: the first mark in view comes to the top of the column', async () => {
    piyue = await Piyue.open({ annotations: manyMarks(60) })
    expect(await topCard()).toBe('mark-0')
    await scrollText(0.5)
    await piyue.page.waitForFunction(() => {
      const column = document.querySelector('.notes') as HTMLElement
      return column.scrollTop > 500
    })
    await piyue.settled()
    const card = Number((await topCard())?.slice(5))
    expect(card).toBeGreaterThan(20)
    expect(card).toBeLessThan(40)
  })

  it('stay where they are while the reader is in them', async () => {
    piyue = await Piyue.open({ annotations: manyMarks(60) })
    const followed = (percent: RegExp) =>
      piyue.page.getByRole('group', { name: 'Reading progress' }).getByText(percent).waitFor()
    await piyue.notes.hover()
    await scrollText(0.5)
    await followed(/^[45]\d%$/u)
    await piyue.settled()
    expect(await topCard()).toBe('mark-0')
    await piyue.page.mouse.move(600, 500)
    await piyue.press('Control+2')
    await scrollText(0.7)
    await followed(/^[67]\d%$/u)
    await piyue.settled()
    expect(await topCard()).toBe('mark-0')
  })

  it('that are closed are not opened by a click on a mark: its card stands beside it', async () => {
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('砥礪篤行', { note: '好句' })],
    })
    await piyue.press('Control+Shift+b')
    await piyue.settled()
    const left = () => piyue.article.evaluate((article) => article.getBoundingClientRect().left)
    const before = await left()
    await piyue.click('砥礪篤行')
    const card = piyue.page.locator('.note-beside')
    await card.getByText('好句').waitFor()
    expect(await left()).toBe(before)
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await piyue.press(']')
    await card.getByText('好句').waitFor()
    await card.getByRole('button', { name: 'Edit note' }).click()
    await piyue.notes.getByRole('textbox', { name: 'Note' }).waitFor()
    await card.waitFor({ state: 'hidden' })
  })

  it('that are long are folded until their card is opened', async () => {
    const note = Array.from({ length: 40 }, (_, i) => `第${i}行`).join('\n\n')
    piyue = await Piyue.open({ open: firstPages, annotations: [markOn('砥礪篤行', { note })] })
    const height = () => piyue.cards.first().evaluate((card) => (card as HTMLElement).offsetHeight)
    await piyue.notes.getByText('第39行').waitFor({ state: 'attached' })
    expect(await height()).toBeLessThan(360)
    const mask = () =>
      piyue.cards
        .first()
        .locator('.note-body')
        .evaluate((body) => getComputedStyle(body).maskImage)
    expect(await mask()).toContain('gradient')
    await piyue.cards.first().locator('.quote-text').click()
    await piyue.page.waitForFunction(
      () => (document.querySelector('[data-card]') as HTMLElement).offsetHeight > 800,
    )
  })

  it('are hairlines along the scroll bar, as low as their words, and stand under headings that are no cards', async () => {
    piyue = await Piyue.open({
      annotations: [
        markOn('各位代表'),
        markOn('民心網', { style: { color: 'blue', kind: 'underline' } }),
      ],
    })
    const lines = piyue.page.locator('.scroll-marks > span')
    await lines.nth(1).waitFor({ state: 'attached' })
    expect(await lines.evaluateAll((all) => all.map((line) => line.dataset['color']))).toEqual([
      'yellow',
      'blue',
    ])
    const [first, second] = [await lines.nth(0).boundingBox(), await lines.nth(1).boundingBox()]
    expect(first && second && first.y < second.y).toBe(true)
    const box = await piyue.cards.first().boundingBox()
    expect(box?.height).toBeLessThan(52)
    const headings = piyue.notes.locator('.notes-section')
    expect(await headings.count()).toBe(2)
    expect(await piyue.cards.last().getAttribute('aria-setsize')).toBe('2')
    expect(await piyue.cards.last().getAttribute('aria-posinset')).toBe('2')
    await piyue.notes.getByRole('button', { name: 'Filter and sort' }).click()
    await piyue.page.locator('label', { hasText: 'Latest first' }).click()
    await headings.first().waitFor({ state: 'detached' })
    expect(await piyue.seriousFindings()).toEqual([])
  })
})

describe('writing a note', () => {
  it('by a button leaves the focus where the keys for it do', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.press('Control+1')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
    await piyue.press('j', 'j', 'j', 'j')
    const inText = () =>
      piyue.page.waitForFunction(() => document.activeElement?.closest('article'))
    for (const leave of ['Save', 'Cancel', 'Leave as draft', 'Discard']) {
      await piyue.press('s', 'n')
      if (leave !== 'Cancel') await piyue.page.keyboard.type('一')
      await editor().getByRole('button', { name: leave, exact: true }).click()
      await inText()
      await piyue.press('Escape')
    }
    await piyue.press('s', 'n')
    await piyue.page.keyboard.type('二')
    await piyue.button('Preview').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).focus()
    await piyue.press('Control+Enter')
    await inText()
    const before = await focusedBlock()
    await piyue.press('j')
    expect(await focusedBlock()).toBe(before + 1)
  })

  it('says what is kept as a draft, takes a discarded one back, and shows what it will look like', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.select('砥礪篤行')
    await piyue.press('n')
    await piyue.button('Cancel').waitFor()
    await piyue.page.keyboard.type('起頭')
    await piyue.button('Leave as draft').waitFor()
    await piyue.notes.getByText('Draft kept').waitFor()
    await piyue.notes.getByRole('button', { name: 'Discard' }).click()
    await piyue.page.getByRole('button', { name: 'Bring back' }).click()
    expect(await piyue.page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('起頭')
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('**好**')
    await piyue.button('Preview').click()
    await piyue.page.getByRole('region', { name: 'Preview' }).getByText('好').waitFor()
    expect(await piyue.page.locator('.note-editor textarea').isVisible()).toBe(false)
  })

  it('shows the style that the mark will take, lets it be another, and parts tags at commas of every kind', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.select('砥礪篤行')
    await piyue.page.getByRole('toolbar').getByRole('button', { name: 'Add note' }).click()
    await piyue.notes.getByRole('button', { name: 'blue', exact: true }).click()
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('藍')
    await piyue.press('Control+Enter')
    await piyue.expectPainted('blue-highlight', ['砥礪篤行'])
    await piyue.highlight('銳意進取', 'green')
    await piyue.notes.getByRole('combobox', { name: 'Add tag' }).fill('甲，乙, 丙、丁')
    await piyue.press('Enter')
    await piyue.announcement.getByText('Tagged 1 mark: 甲, 乙, 丙, 丁.').waitFor()
    await piyue.press('Escape', 'Control+z')
    await piyue.notes.getByText('甲').waitFor({ state: 'detached' })
  })

  it('tags are deleted where they are renamed, and their passages read on one sheet, which leads to each', async () => {
    const tags = ['要點']
    piyue = await Piyue.open({
      open: firstPages,
      annotations: [
        markOn('砥礪篤行', { tags, note: '**好**句' }),
        markOn('穩中求進', { tags }),
        markOn('生產總值', { tags: ['甲', '乙'] }),
      ],
    })
    await piyue.press('Control+1', 'Control+Shift+l')
    await piyue.button('Delete tag 甲').click()
    await piyue.button('Delete tag 甲').waitFor({ state: 'detached' })
    expect([...piyue.main.workspace.annotations.values()].map(({ tags: kept }) => kept)).toEqual([
      tags,
      tags,
      ['乙'],
    ])
    await piyue.button('Read the passages of 要點').click()
    const sheet = piyue.page.getByRole('dialog', { name: 'Passages: 要點' })
    await sheet.getByText('好').waitFor()
    expect(await sheet.locator('blockquote').allInnerTexts()).toEqual(['砥礪篤行', '穩中求進'])
    expect(await sheet.getByRole('heading', { level: 3 }).count()).toBe(2)
    expect(await piyue.seriousFindings()).toEqual([])
    await sheet.getByRole('button', { name: '一, para. 1', exact: true }).click()
    await sheet.waitFor({ state: 'detached' })
    await piyue.page.waitForFunction(() =>
      document.activeElement?.textContent?.includes('砥礪篤行'),
    )
    await piyue.announcement.getByText('砥礪篤行').waitFor()
  })
})
