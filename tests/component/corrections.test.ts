import { textRange } from '../../core/text/range'
import { eventually } from '../support/eventually'
import { annotationOf } from '../unit/support/annotations'
import { firstPages } from './support/first-pages'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

const text =
  '章程\n范先生在皇后大街后面理发，示范了模范作用。\n范先生的头发很长，里程三公里；发展很快。\n'

const open = (more = {}) => Piyue.open({ opened: new OpenedFile(text, 'zh-Hans'), ...more })

/** Opens the card on the words of the form that is shown. */
async function explain(piyue: Piyue, words: string) {
  await piyue.select(words)
  await piyue.press('y')
  const card = piyue.page.getByRole('dialog', { name: 'Why this character' })
  await card.waitFor()
  return card
}

describe('why a character of an opened document is this one', () => {
  it('is told with how each choice is read; by what becomes of it, or the word of the dictionary that decided; and of the character at the caret', async () => {
    const piyue = await open()
    const card = await explain(piyue, '头发')
    const choices = card.getByRole('list', { name: 'What 发 can be' })
    await choices.getByRole('listitem').first().waitFor()
    expect(await choices.locator('.specimen, .pinyin').allInnerTexts()).toEqual(
      expect.arrayContaining(['發', 'fā', '髮', 'fà, fǎ']),
    )
    const row = card.getByRole('row', { name: /^Pinyin/u })
    expect((await row.innerText()).replace(/\s+/gu, ' ')).toBe('Pinyin 頭 tóu, tou 髮 fà, fǎ')
    expect(await piyue.seriousFindings()).toEqual([])
    await explain(piyue, '先生')
    await card.getByText('Nothing else corresponds to it.').waitFor()
    await explain(piyue, '范先生')
    await card.getByText('by itself 范 becomes 範.').waitFor()
    await piyue.showScript('Traditional')
    await explain(piyue, '后大街')
    await card.getByText('a word of the converter’s dictionary: 皇后 stays as it is.').waitFor()
    const traditional = card.getByRole('list', { name: 'What 后 can be' }).getByRole('listitem')
    await traditional.first().waitFor()
    expect(await traditional.allInnerTexts()).toEqual([
      expect.stringMatching(/^後\s.*Here/su),
      expect.stringMatching(/^后\s.*shown/su),
    ])
    await piyue.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await piyue.press('Escape', 'Control+Home', 'Control+1')
    await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
    await piyue.press('F7')
    await piyue.page.locator('.caret').waitFor()
    await piyue.press('y')
    await card.getByText('Nothing else corresponds to it.').waitFor()
    expect(await card.locator('.specimen').allInnerTexts()).toEqual(Array.from('章章章章章'))
  })

  it('stands beside its words, however much there is to say', async () => {
    const piyue = await open({ viewport: { width: 1400, height: 600 } })
    const card = await explain(piyue, '头发')
    await card.getByRole('list', { name: 'What 发 can be' }).waitFor()
    await piyue.settled()
    const words = await piyue.page.evaluate(() => {
      const box = document.getSelection()?.getRangeAt(0).getBoundingClientRect()
      return { top: box?.top ?? 0, bottom: box?.bottom ?? 0 }
    })
    const { y = 0, height = 0 } = (await card.boundingBox()) ?? {}
    expect(y >= words.bottom || y + height <= words.top).toBe(true)
  })

  it('is not asked of the report, whose editors have said it', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await explain(piyue, '發展')
    expect(piyue.line.countOf('explainReadings')).toBe(0)
  })
})

describe('a character that the reader corrects', () => {
  it('is read so at once, here alone; undo and redo go back and on; and where the page was not told, once it asks', async () => {
    const piyue = await open()
    await piyue.showScript('Traditional')
    await piyue.highlight('示範', 'green')
    const card = await explain(piyue, '範先生在')
    await card.getByRole('button', { name: '范 here' }).click()
    await piyue.article.getByText('范先生在皇后大街後面理髮，示範了模範作用。').waitFor()
    await card.getByText('You read 范 here; the converter wrote 範.').waitFor()
    await piyue.article.getByText('範先生的頭髮').waitFor()
    await piyue.expectPainted('green-highlight', ['示範'])
    await piyue.press('Control+z')
    await piyue.article.getByText('範先生在皇后').waitFor()
    await card.getByText('by itself 范 becomes 範.').waitFor()
    await piyue.press('Control+Shift+z')
    await piyue.article.getByText('范先生在皇后').waitFor()
    await card.getByRole('button', { name: 'As converted' }).click()
    await piyue.article.getByText('範先生在皇后').waitFor()
    const held = piyue.line.holdEvents()
    await card.getByRole('button', { name: '范 here' }).click()
    await eventually('it is told', () => held.events.some(({ kind }) => kind === 'corrected'))
    const { document } = piyue.main.workspace.open
    for (const start of [0, 3]) {
      const after = annotationOf(document, textRange(start, start + 2), { id: `a${start}` })
      const changes = [{ kind: 'create', after } as const]
      await piyue.main.workspace.import({ changes, requests: [] })
    }
    await held.release((events) => events.slice(-1))
    await piyue.article.getByText('范先生在皇后').waitFor()
    await card.getByText('You read 范 here').waitFor()
  })

  it('is so in a card that nothing lies over; in all places, in Taiwan’s form too, and never in the text itself', async () => {
    const piyue = await open()
    await piyue.showScript('Traditional')
    const card = await explain(piyue, '皇后')
    const bar = piyue.page.getByRole('toolbar', { name: 'Annotate' })
    await bar.waitFor({ state: 'hidden' })
    await card.getByRole('button', { name: '後 here' }).click()
    await card.getByText('You read 後 here').waitFor()
    await piyue.settled()
    expect(await bar.isVisible()).toBe(false)
    await piyue.press('Escape')
    await card.waitFor({ state: 'hidden' })
    await bar.waitFor()
    const other = await explain(piyue, '範先生在')
    await other.getByRole('button', { name: '范 in all 4 places' }).click()
    await piyue.article.getByText('示范了模范作用').waitFor()
    await piyue.article.getByText('范先生的頭髮').waitFor()
    expect(await piyue.announcement.innerText()).toContain('Read as 范 in 4 places.')
    await piyue.press('Escape')
    await piyue.showForm('Taiwan')
    await piyue.article.getByText('范先生的頭髮很長').waitFor()
    await piyue.showScript('Simplified')
    expect(piyue.main.workspace.open.document.text).toBe(text.trim())
  })

  it('keeps what is selected and found where it was, is found itself, and shown among the emendations', async () => {
    const piyue = await open()
    await piyue.showScript('Traditional')
    const card = await explain(piyue, '範先生在')
    await card.getByRole('button', { name: '范 here' }).click()
    await card.getByText('You read 范 here').waitFor()
    expect(await piyue.page.evaluate(() => getSelection()?.toString())).toBe('范先生在')
    await piyue.press('Control+f')
    await piyue.page.getByRole('searchbox').fill('范先生')
    await piyue.page.getByText('1 of 2').waitFor()
    await piyue.expectAmongPainted('found', ['范先生', '範先生'])
    await piyue.press('Escape')
    await piyue.press('Escape', 'Control+Shift+e')
    await piyue.expectPainted('emendation', ['范'])
    await piyue.article.focus()
    await piyue.press('.')
    await card.getByText('You read 范 here').waitFor()
    await piyue.press('Escape', 'Control+Shift+r')
    const list = piyue.page.getByRole('dialog', { name: 'Remarks of the edition' })
    await list.getByRole('radio', { name: 'Emended words 1' }).press('Space')
    await list.getByRole('button', { name: /範 → 范/u }).waitFor()
  })
})
