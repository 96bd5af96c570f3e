import { manyMarks } from '../support/seed'
import { Piyue } from './support/piyue'

let piyue: Piyue

async function open(): Promise<void> {
  piyue = await Piyue.open()
}

/** Which of the text's blocks has the focus, from 0; -1 where none has. */
const focusedBlock = () =>
  piyue.page.evaluate(() =>
    [...document.querySelectorAll('article [data-block]')].indexOf(
      document.activeElement as HTMLElement,
    ),
  )

/** Which of the text's blocks is the first in view. */
const topBlock = async () => {
  const { block } = await piyue.topCharacter()
  return piyue.article
    .locator('[data-block]')
    .evaluateAll(
      (blocks, id) => blocks.findIndex((each) => (each as HTMLElement).dataset['block'] === id),
      block,
    )
}

/** The part of the window that has the focus. */
const region = () =>
  piyue.page.evaluate(
    () => document.activeElement?.closest('header, nav, main, aside, [role="search"]')?.tagName,
  )

/** Waits until a part of the window has the focus. */
const inRegion = (name: string) =>
  piyue.page.waitForFunction(
    (tag) =>
      document.activeElement?.closest('header, nav, main, aside, [role="search"]')?.tagName === tag,
    name,
  )

/** Scrolls the text as the reader does, so far that nothing of before is in view. */
async function scrollAway(): Promise<void> {
  await piyue.page.evaluate(() => document.querySelector('main')?.scrollBy(0, 4000))
  await piyue.settled()
}

describe('from paragraph to paragraph', () => {
  beforeEach(open)

  it('J goes on from what is in view, where one scrolled away from the focus, and S selects there', async () => {
    await piyue.press('Control+1')
    await inRegion('MAIN')
    await piyue.press('j', 'j')
    await scrollAway()
    const top = await topBlock()
    expect(top).toBeGreaterThan(10)
    await piyue.press('j')
    expect(await focusedBlock()).toBe(top)
    await piyue.press('j')
    expect(await focusedBlock()).toBe(top + 1)
    await piyue.press('Control+1')
    await inRegion('MAIN')
    await piyue.press('j', 'j', 's')
    await piyue.press('Escape')
    await scrollAway()
    const { block } = await piyue.topCharacter()
    await piyue.press('s')
    const selected = await piyue.page.evaluate(
      () =>
        document.getSelection()?.anchorNode?.parentElement?.closest<HTMLElement>('[data-block]')
          ?.dataset['block'],
    )
    expect(selected).toBe(block)
  })

  it('J goes on from the last of the emendations looked at; S selects a sentence without the next one’s quotation', async () => {
    await piyue.press('Control+1')
    await inRegion('MAIN')
    await piyue.press('.', '.', '.')
    await piyue.page.getByRole('dialog').getByText(/^3 of/u).waitFor()
    await piyue.press('Escape')
    await piyue.article.locator('[data-block]:focus').waitFor()
    const block = await focusedBlock()
    expect(block).toBeGreaterThan(0)
    await piyue.press('j')
    expect(await focusedBlock()).toBe(block + 1)
    await piyue.select('總投資94億元')
    await piyue.press('s')
    await piyue.announcement.getByText('計總投資94億元。').waitFor()
    const selected = () => piyue.page.evaluate(() => document.getSelection()?.toString())
    expect(await selected()).toMatch(/94億元。$/u)
    await piyue.press('s')
    expect(await selected()).toMatch(/^“走出去、請進來”/u)
  })

  it('the passage that is gone to from its card has the focus, and is said', async () => {
    await piyue.note('砥礪篤行', '**好**句')
    await piyue.cards.first().hover()
    await piyue.cards.first().getByRole('button', { name: 'Go to passage' }).click()
    await piyue.announcement.getByText('yellow highlight: 砥礪篤行. Note: 好句').waitFor()
    expect(await region()).toBe('MAIN')
  })
})

describe('from part to part', () => {
  beforeEach(open)

  it('F6 goes through them, and Shift+F6 back; Ctrl+3 opens the contents, one stop of Tab with arrow keys', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.press('Control+1')
    await inRegion('MAIN')
    for (const next of ['ASIDE', 'HEADER', 'NAV', 'MAIN']) {
      await piyue.press('F6')
      await inRegion(next)
    }
    await piyue.press('Shift+F6')
    await inRegion('NAV')
    await piyue.press('Control+b', 'Control+3')
    await piyue.page.waitForFunction(() => document.activeElement?.closest('nav'))
    const entry = () => piyue.page.evaluate(() => document.activeElement?.textContent)
    const first = await entry()
    await piyue.press('ArrowDown')
    expect(await entry()).not.toBe(first)
    await piyue.press('End')
    const last = piyue.page.getByRole('navigation', { name: 'Contents' }).getByRole('link').last()
    expect(await entry()).toBe(await last.textContent())
    await piyue.press('Tab')
    expect(await region()).toBe('MAIN')
  })

  it('the contents are lists within lists, and a link that Tab comes to first leads past them to the text', async () => {
    const contents = piyue.page.getByRole('navigation', { name: 'Contents' })
    const inner = contents.locator('ol ol ol > li > a')
    expect(await inner.first().innerText()).toContain('（一）')
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.evaluate(() => {
      document.body.tabIndex = -1
      document.body.focus()
      document.body.removeAttribute('tabindex')
    })
    await piyue.press('Tab', 'Enter')
    expect(await region()).toBe('MAIN')
  })
})

it('the cards are one stop of Tab, whatever their number, and Home, End and PageDown go through them', async () => {
  piyue = await Piyue.open({ annotations: manyMarks(300) })
  await piyue.press('Control+2')
  const card = () =>
    piyue.page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card'],
    )
  await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-card]'))
  await piyue.press('End')
  await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-card="mark-299"]'))
  await piyue.press('PageUp')
  expect(Number((await card())?.slice(5))).toBeLessThan(297)
  await piyue.press('Home')
  await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-card="mark-0"]'))
  // Its three buttons, and then out of the list.
  await piyue.press('Tab', 'Tab', 'Tab')
  expect(await card()).toBe('mark-0')
  await piyue.press('Tab')
  expect(await card()).toBeUndefined()
})
