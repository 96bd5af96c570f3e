import { messagesIn } from '../../core/messages/language'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { annotationOn } from '../unit/support/annotations'
import { report } from '../unit/support/report'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

const palette = (piyue: Piyue) => piyue.page.getByRole('dialog', { name: 'Commands' })
const field = (piyue: Piyue) => palette(piyue).getByRole('combobox', { name: 'Search commands' })
const options = (piyue: Piyue) => palette(piyue).getByRole('listbox').getByRole('option')

async function openPalette(piyue: Piyue): Promise<void> {
  await piyue.press('Control+k')
  await options(piyue).first().waitFor()
}

/** Opens the palette, types, and takes the first that fits. */
async function take(piyue: Piyue, typed: string): Promise<void> {
  await openPalette(piyue)
  await piyue.page.keyboard.type(typed)
  await piyue.press('Enter')
  await palette(piyue).waitFor({ state: 'detached' })
}

/** What the field says is meant. */
const meant = (piyue: Piyue) =>
  field(piyue).evaluate(
    (input) =>
      document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
  )

describe('the palette', () => {
  it('shows what notes say, without the signs of their Markdown', async () => {
    const note = '**2019 年目標**：122 億元'
    const piyue = await Piyue.open({
      open: firstPages,
      annotations: [markOn('經濟運行', { note })],
    })
    await openPalette(piyue)
    await piyue.page.keyboard.type('目標')
    await options(piyue).getByText('2019 年目標：122 億元', { exact: true }).waitFor()
  })

  it('leaves the text alone while its own code is still being loaded', async () => {
    const piyue = await Piyue.open({ open: firstPages, isLoadedAnew: true })
    await piyue.highlight('經濟運行保持在合理區間', 'yellow')
    let load = (): void => undefined
    const isAsked = new Promise<void>((resolve) => {
      void piyue.page.route('**/commands-dialog*', (route) => {
        load = () => void route.continue()
        resolve()
      })
    })
    try {
      await piyue.press('Control+k')
      await isAsked
      await piyue.press('u', 'Escape')
    } finally {
      load()
      await piyue.page.unrouteAll()
    }
    await palette(piyue).waitFor()
    expect(await piyue.activeQuote()).toBe('經濟運行保持在合理區間')
    // What was typed was meant for the field, and what is typed now stands behind it.
    await piyue.page.keyboard.type('nd')
    expect(await field(piyue).inputValue()).toBe('und')
    await options(piyue).getByText('Undo').first().waitFor()
    await piyue.line.settled()
    expect([...piyue.main.workspace.annotations.values()].map(({ style }) => style.kind)).toEqual([
      'highlight',
    ])
  })

  it('does what is named by some letters, offers it first the next time, and leads to headings and back again', async () => {
    const piyue = await Piyue.open()
    await piyue.press('Control+1')
    await take(piyue, 'larger')
    await piyue.page.waitForFunction(
      () => getComputedStyle(document.querySelector('article') as Element).fontSize === '20px',
    )
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
    await openPalette(piyue)
    expect(await options(piyue).first().innerText()).toMatch(/^Larger text/u)
    await piyue.press('Escape')
    await palette(piyue).waitFor({ state: 'detached' })
    await take(piyue, '环境整治')
    await piyue.article
      .getByText('以人居環境整治為重點')
      .and(piyue.page.locator(':focus'))
      .waitFor()
    await take(piyue, 'msbz')
    await piyue.article.getByText('聚焦民生保障').and(piyue.page.locator(':focus')).waitFor()
    await take(piyue, 'back')
    await piyue.announcement.getByText(/^At （四）以人居環境整治/u).waitFor()
  })

  it('is gone through with the keys, says which entry is meant, and acts on what is selected, as the key would', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await openPalette(piyue)
    const names = await options(piyue).locator('.palette-label > span').allInnerTexts()
    expect(await meant(piyue)).toContain(names[0] ?? '')
    await piyue.press('ArrowDown', 'ArrowDown')
    expect(await meant(piyue)).toContain(names[2] ?? '')
    await piyue.press('ArrowUp', 'ArrowUp', 'ArrowUp')
    expect(await meant(piyue)).toContain(names.at(-1) ?? '')
    await piyue.press('ArrowDown', 'PageDown')
    expect(await meant(piyue)).toContain(names[8] ?? '')
    await field(piyue).fill('一個沒有的東西zzzz')
    await palette(piyue).getByRole('status').getByText('Nothing fits.').waitFor()
    expect(await field(piyue).getAttribute('aria-activedescendant')).toBe(null)
    await piyue.press('Enter', 'Control+k')
    await palette(piyue).waitFor({ state: 'detached' })
    await piyue.select('各位代表')
    await take(piyue, 'highlight green')
    await piyue.expectPainted('green-highlight', ['各位代表'])
  })

  it('goes on meaning what was gone to when documents come late', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    const listing = piyue.line.hold('listDocuments')
    await openPalette(piyue)
    await piyue.page.keyboard.type('工作')
    await piyue.press('ArrowDown')
    const before = await meant(piyue)
    piyue.main.documents = piyue.main.documents.map((listed) => {
      return { ...listed, id: '0'.repeat(24), title: '工作', author: null }
    })
    await listing.release()
    await options(piyue)
      .filter({ hasText: /^工作Document$/u })
      .waitFor()
    expect(await meant(piyue)).toBe(before)
  })

  it('leads to notes by their words, and to tags, documents and forms by name', async () => {
    const piyue = await Piyue.open({
      annotations: [
        annotationOn(report, '棚戶區改造', { id: 'a', note: '與去年相比如何？', tags: ['住房'] }),
        annotationOn(report, '砥礪篤行', { id: 'b', tags: ['修辭'] }),
      ],
    })
    await take(piyue, '与去年')
    await piyue.page.waitForFunction(() => document.activeElement?.textContent?.includes('棚戶區'))
    expect(await piyue.activeQuote()).toBe('棚戶區改造')
    await take(piyue, '#修辞')
    await piyue.cards.filter({ hasText: '棚戶區' }).waitFor({ state: 'detached' })
    expect(await piyue.cards.count()).toBe(1)
    await take(piyue, 'hong')
    await piyue.announcement.getByText('Traditional (Hong Kong).').waitFor()
  })

  it.each(rows(['en', 'zh-Hant', 'zh-Hans'] as const))(
    'speaks the language of the interface, and keeps nobody out: %s',
    async (language) => {
      const piyue = await Piyue.open({
        open: firstPages,
        language,
        viewport: { width: 700, height: 700 },
      })
      await piyue.press('Control+k')
      const { title, search } = messagesIn[language].ways.commands
      const dialog = piyue.page.getByRole('dialog', { name: title, exact: true })
      const input = dialog.getByRole('combobox', { name: search, exact: true })
      await input.fill(language === 'en' ? 'note' : 'bj')
      const option = dialog.getByRole('option', { selected: true })
      await option
        .getByText(language === 'en' ? 'Note' : /笔记|筆記/u)
        .first()
        .waitFor()
      expect(await piyue.seriousFindings()).toEqual([])
      await piyue.page.mouse.click(20, 680)
      await dialog.waitFor({ state: 'detached' })
    },
  )

  it('is in the menu, and leaves what is being composed to the input method', async () => {
    const piyue = await Piyue.open()
    await piyue.chooseMenu('commands')
    await field(piyue).waitFor()
    const line = await piyue.page.context().newCDPSession(piyue.page)
    await line.send('Input.imeSetComposition', { text: 'zz', selectionStart: 2, selectionEnd: 2 })
    expect(await options(piyue).count()).toBeGreaterThan(20)
    await line.send('Input.insertText', { text: '環境整治' })
    await options(piyue).nth(1).waitFor({ state: 'detached' })
    await options(piyue).getByText('以人居').first().waitFor()
  })
})
