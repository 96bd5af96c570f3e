import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages })
})

const said = (words: string | RegExp) => piyue.page.locator('.said').getByText(words)

describe('what is done without anything else to be seen', () => {
  it('is told at the foot of the notes: that a mark went, with the way to take it back while undo would do that', async () => {
    const words = '現在，我代表區政府向大會報告工作，請予審議，並請政協委員和其他列席會議的同志'
    const before = await piyue.notes.boundingBox()
    await piyue.highlight(words, 'green')
    await piyue.press('Delete')
    await said(/^Deleted: “現在/u).waitFor()
    const line = await piyue.page.locator('.said').boundingBox()
    const column = await piyue.notes.boundingBox()
    expect(line && column && line.x >= column.x).toBe(true)
    expect(column).toEqual(before)
    expect(await piyue.seriousFindings()).toEqual([])
    await piyue.page.getByRole('button', { name: 'Bring back' }).click()
    await piyue.expectPainted('green-highlight', [words])
    await said('Undone: deletion.').waitFor()
    await piyue.highlight('砥礪篤行', 'pink')
    await piyue.highlight('各位代表', 'green')
    await piyue.press('Delete')
    await said('Deleted').waitFor()
    await piyue.select('生產總值')
    await piyue.press('2')
    await piyue.announcement.getByText('Marked').waitFor()
    await piyue.page.locator('.said button').waitFor({ state: 'detached' })
  })

  it('is told in a line where the notes lie over the text, though not on a note being written', async () => {
    const room = async () => {
      await piyue.chooseMenu('show-numbers')
      const box = await piyue.page.locator('.said').boundingBox()
      if (box === null) throw new Error('Nothing is said')
      return box
    }
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.page.setViewportSize({ width: 700, height: 600 })
    await piyue.notes.waitFor({ state: 'hidden' })
    await piyue.chooseMenu('toggle-notes')
    await piyue.notes.waitFor()
    expect((await room()).height).toBeLessThan(60)
    await piyue.cards.first().getByRole('button', { name: 'Add note' }).click()
    const { y, height } = await room()
    const x = (await piyue.notes.boundingBox())?.x ?? Number.NaN
    const areNotesOnTop = await piyue.page.evaluate(
      ([left = 0, top = 0]) => Boolean(document.elementFromPoint(left, top)?.closest('.notes')),
      [x + 5, y + height / 2],
    )
    expect(areNotesOnTop).toBe(true)
  })

  it('says what a key needs; is told of what was copied, and fades; over the text where the notes are closed', async () => {
    await piyue.press('Control+1')
    for (const key of ['1', 'n', 'u']) {
      await piyue.press(key)
      await said('Nothing is selected. D selects a word, S a sentence').waitFor()
    }
    for (const key of ['e', 'Delete']) {
      await piyue.press(key)
      await said('No mark is open. ] goes to the next.').waitFor()
    }
    await piyue.select('砥礪篤行')
    await piyue.press('Control+Alt+c')
    await said('Copied, with its source.').waitFor()
    await piyue.page.locator('.said').dispatchEvent('animationend')
    await piyue.page.locator('.said').waitFor({ state: 'detached' })
    await piyue.press('Control+Shift+b')
    await piyue.select('砥礪篤行')
    await piyue.press('Control+Alt+c')
    await said('Copied').waitFor()
  })
})

describe('what is said to the ear', () => {
  it('reads a note without its Markdown, tells like buttons apart, and the language of Chinese words', async () => {
    await piyue.note('銳意進取', '# 題\n\n- **一**\n- [二](https://example.org)')
    await piyue.press('Escape', ']')
    await piyue.announcement.getByText('Note: 題 一 二').waitFor()
    await piyue.highlight('各位代表', 'green')
    const button = piyue.cards.first().getByRole('button', { name: 'Add note' })
    const id = await button.getAttribute('aria-describedby')
    expect(await piyue.page.locator(`[id="${id}"]`).innerText()).toBe('各位代表')
    await piyue.press('Delete')
    const words = piyue.announcement.locator('[lang="zh-Hant"]')
    expect(await words.innerText()).toContain('各位代表')
    await piyue.showScript('Simplified')
    await piyue.highlight('砥砺笃行', 'green')
    await piyue.press('Delete')
    await piyue.announcement.locator('[lang="zh-Hans"]').getByText('砥砺笃行').waitFor()
  })
})
