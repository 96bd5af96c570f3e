import { eventually } from '../support/eventually'
import { scrollTo } from '../support/in-page'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

const contents = (piyue: Piyue) => piyue.page.getByRole('navigation', { name: 'Contents' })
const button = (piyue: Piyue) =>
  piyue.page.locator('.header').getByRole('button', { name: 'Bookmark' })
const ribbon = (piyue: Piyue) => piyue.page.locator('.ticks').getByTitle('Bookmark')

describe('a bookmark', () => {
  it('stands in contents and margin, has a name, and can be undone', async () => {
    const piyue = await Piyue.open()
    await contents(piyue)
      .getByRole('link', { name: /（四）以人居/u })
      .click()
    await piyue.press('j', 'b')
    await piyue.announcement.getByText('Bookmarked: “始終堅持').waitFor()
    await ribbon(piyue).waitFor()
    await contents(piyue)
      .getByRole('link', { name: /^始終堅持/u })
      .waitFor()
    // It marks a place and paints no words.
    await piyue.expectPainted('yellow-highlight', [])
    await piyue.press('n')
    await piyue.page.keyboard.type('城建')
    await piyue.press('Control+Enter')
    const link = contents(piyue).getByRole('link', { name: '城建' })
    await link.waitFor()
    expect(await piyue.seriousFindings()).toEqual([])
    await contents(piyue)
      .getByRole('link', { name: /三、著力/u })
      .click()
    await link.click()
    await piyue.page.waitForFunction(() =>
      document.activeElement?.textContent?.startsWith('始終堅持'),
    )
    await piyue.press('b')
    await link.waitFor({ state: 'detached' })
    await ribbon(piyue).waitFor({ state: 'detached' })
    await piyue.press('Control+z')
    await link.waitFor()
    await piyue.press('Control+z', 'Control+z')
    await link.waitFor({ state: 'detached' })
    await piyue.announcement.getByText('Undone: bookmark.').waitFor()
  })

  it('is put and taken by a button that says whether one is there, and stands at what is read, in view', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    expect(await button(piyue).getAttribute('aria-pressed')).toBe('false')
    await button(piyue).click()
    await piyue.page.locator('.header [aria-label="Bookmark"][aria-pressed="true"]').waitFor()
    await piyue.cards.first().waitFor()
    await button(piyue).click()
    await piyue.page.locator('.header [aria-label="Bookmark"][aria-pressed="false"]').waitFor()
    await piyue.cards.first().waitFor({ state: 'detached' })
    await piyue.press('Control+1', 'b')
    await piyue.announcement.getByText('Bookmarked: “2019').waitFor()
    await piyue.select('砥礪篤行')
    await piyue.page.evaluate(scrollTo, 0.6)
    await piyue.press('b')
    await piyue.announcement.getByText(/^Bookmarked: “(?!2019|砥礪)/u).waitFor()
    await eventually('both are there', async () => (await piyue.cards.count()) === 2)
  })

  it('may share its words with a mark, and is not what a click on them opens', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await piyue.highlight('各位代表：', 'green')
    await piyue.press('Escape')
    await piyue.select('各位代表：')
    await piyue.press('b')
    await piyue.notes.locator('[data-active="true"][data-kind="bookmark"]').waitFor()
    await piyue.expectPainted('green-highlight', ['各位代表：'])
    await piyue.press('Escape')
    await piyue.click('各位代表：')
    await piyue.notes.locator('[data-active="true"][data-kind="highlight"]').waitFor()
  })

  it('takes another colour, and does not become a highlight', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await piyue.press('b')
    await piyue.notes.locator('[data-active="true"][data-kind="bookmark"]').waitFor()
    await piyue.press('3')
    await piyue.notes.locator('[data-kind="bookmark"][data-color="blue"]').waitFor()
    await piyue.expectPainted('blue-highlight', [])
    await piyue.press('Escape')
    await piyue.highlight('各位代表', 'green')
    expect(piyue.main.settings.lastStyle.kind).toBe('highlight')
  })
})
