import { readFileSync } from 'node:fs'
import path from 'node:path'
import { focused, goToParagraph, selected } from '../support/keyboard'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'

jest.setTimeout(60_000)

describe('without a mouse', () => {
  it('the whole main job: open, switch, select, highlight, note, reopen, export', async () => {
    const userData = temporaryUserData()
    let piyue = await Piyue.open({ userData })
    await goToParagraph(piyue, 6)
    expect(await focused(piyue)).toContain('2018年，是')
    await piyue.press('s')
    await piyue.announcement.getByText('是本屆政府').waitFor()
    await piyue.press('2')
    await piyue.announcement.getByText('Marked: green highlight.').waitFor()
    await piyue.press('d')
    const word = (await selected(piyue)) ?? ''
    expect(word.length).toBeGreaterThan(0)
    await piyue.press('Shift+ArrowRight', 'n')
    await piyue.page.keyboard.type('鍵盤寫的')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    expect(await piyue.cards.count()).toBe(2)
    await piyue.press('Control+t')
    await piyue.announcement.getByText('Simplified').waitFor()
    await piyue.close()

    piyue = await Piyue.open({ userData })
    expect(await piyue.article.getAttribute('lang')).toBe('zh-Hans')
    await goToParagraph(piyue, 0)
    await piyue.press(']', ']')
    await piyue.announcement.getByText('Note: 鍵盤寫的').waitFor()
    const file = path.join(userData, 'notes.md')
    await piyue.answerSaveDialog(file)
    await piyue.press('Control+e')
    await piyue.page.getByRole('dialog', { name: 'Export notes' }).waitFor()
    while ((await focused(piyue)) !== 'Export…') await piyue.press('Tab')
    await piyue.press('Enter')
    await piyue.announcement.getByText(/^2 marks.* written/u).waitFor()
    expect(readFileSync(file, 'utf8')).toContain('鍵盤寫的')
    expect(piyue.complaints).toEqual([])
    await piyue.close()
  })
})
