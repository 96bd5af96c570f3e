import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { readStoredSettings } from '../../main/store/settings-store'
import { eventually } from '../support/eventually'
import { scrollTo } from '../support/in-page'
import { focused, goToParagraph, selected } from '../support/keyboard'
import { report } from '../unit/support/report'
import { temporaryUserData } from './support/launch'
import { Piyue } from './support/piyue'

jest.setTimeout(90_000)

/** What is marked in each script, and how it stands in the other. */
const marked = {
  Traditional: { words: '砥礪篤行、銳意進取', inOther: '砥砺笃行、锐意进取' },
  Simplified: { words: '错综复杂', inOther: '錯綜複雜' },
} as const

describe('the main job', () => {
  const userData = temporaryUserData()
  let piyue: Piyue

  /** Where the reader was, as it stands on the disk. */
  const placeKept = async (): Promise<number> => {
    const { views } = await readStoredSettings(userData)
    return Math.max(0, ...Object.values(views).map(({ place }) => place ?? 0))
  }

  const keyOfFind = () =>
    piyue.app.evaluate(
      ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('find')?.accelerator,
    )

  const undoLabel = () =>
    piyue.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.label)

  beforeAll(async () => {
    piyue = await Piyue.open({ userData })
  })

  afterAll(async () => {
    await piyue.close()
    rmSync(userData, { recursive: true, force: true })
  })

  it('is done with the mouse: what is marked in one script is marked in the other', async () => {
    await piyue.note(
      '2018年，',
      '**開局**之年 <img src=x onerror=alert(1)> [a](https://example.com)',
    )
    await piyue.drag(marked.Traditional.words)
    await piyue.button('Highlight green').click()
    await piyue.showForm('As published')
    await piyue.showForm('Edited')
    await piyue.showScript('Simplified')
    await piyue.drag(marked.Simplified.words)
    await piyue.button('Highlight green').click()
    await piyue.expectPainted('green-highlight', [
      marked.Traditional.inOther,
      marked.Simplified.words,
    ])
    await piyue.showScript('Traditional')
    await piyue.page.evaluate(scrollTo, 0)
  })

  it('is done without a mouse: select, highlight, note, switch', async () => {
    await goToParagraph(piyue, 6)
    expect(await focused(piyue)).toContain('2018年，是')
    await piyue.press('s')
    await piyue.announcement.getByText('是本屆政府').waitFor()
    await piyue.press('3')
    await piyue.announcement.getByText('Marked: blue highlight.').waitFor()
    await piyue.press('d')
    const word = (await selected(piyue)) ?? ''
    expect(word.length).toBeGreaterThan(0)
    await piyue.press('Shift+ArrowRight', 'n')
    await piyue.page.keyboard.type('鍵盤寫的')
    await piyue.press('Control+Enter')
    await piyue.announcement.getByText('Note saved.').waitFor()
    expect(await piyue.cards.count()).toBe(5)
    await piyue.press('Control+t')
    await piyue.announcement.getByText('Simplified').waitFor()
  })

  it('takes the keys that the reader gives the items of the menu', async () => {
    await piyue.press('F1')
    const map = piyue.page.getByRole('dialog', { name: 'Keyboard' })
    await map.getByRole('button', { name: /Change the keys of Find$/u }).click()
    await piyue.press('Control+j')
    await map.getByRole('button', { name: 'Remove Ctrl+J' }).waitFor()
    await map.getByRole('button', { name: 'Remove Ctrl+F' }).click()
    await map.getByRole('button', { name: 'Close' }).click()
    expect(await keyOfFind()).toBe('CmdOrCtrl+J')
    await piyue.page.keyboard.press('Control+j')
    await piyue.page.getByRole('searchbox', { name: 'Find in report' }).waitFor()
    await piyue.press('Escape')
  })

  it('keeps place, script, and what was marked and written in either script, over a restart', async () => {
    await piyue.highlight('统筹推进', 'pink')
    await piyue.press('e')
    const end = piyue.page.getByRole('slider', { name: 'End of the mark' })
    await end.and(piyue.page.locator(':focus')).waitFor()
    await piyue.press('ArrowRight', 'ArrowRight', 'Enter')
    await piyue.announcement.getByText('The mark now holds').waitFor()
    await piyue.page.evaluate(scrollTo, 0.6)
    await eventually('the place is kept', async () => (await placeKept()) > 1000)
    const left = await piyue.topCharacter()
    const origin = new URL(piyue.page.url()).origin
    expect(piyue.requests.filter((url) => new URL(url).origin !== origin)).toEqual([])
    expect(piyue.complaints).toEqual([])
    expect(piyue.output()).not.toMatch(/error/iu)
    await piyue.close()

    piyue = await Piyue.open({ userData })
    expect(await piyue.article.getAttribute('lang')).toBe('zh-Hans')
    const found = await piyue.topCharacter()
    expect({ block: found.block, at: found.at }).toEqual({ block: left.block, at: left.at })
    await piyue.page.evaluate(scrollTo, 0)
    await piyue.expectPainted('green-highlight', [
      marked.Traditional.inOther,
      marked.Simplified.words,
    ])
    expect(await piyue.cards.count()).toBe(6)
    await piyue.notes.getByText(marked.Traditional.inOther).first().waitFor()
    await piyue.showScript('Traditional')
    await piyue.expectPainted('green-highlight', [
      marked.Traditional.words,
      marked.Simplified.inOther,
    ])
    await piyue.notes.getByText(marked.Simplified.inOther).first().waitFor()
    await piyue.expectPainted('yellow-highlight', ['2018年，'])
    // The reader's own words are never converted.
    expect(await piyue.notes.getByText('開局', { exact: true }).innerText()).toBe('開局')
  })

  it('undoes after it a change of a mark’s ends, by its name', async () => {
    const at = report.text.indexOf('統籌推進')
    await piyue.expectPainted('pink-highlight', [report.text.slice(at, at + 6)])
    expect(await keyOfFind()).toBe('CmdOrCtrl+J')
    expect(await undoLabel()).toBe('Undo change of a mark’s ends')
    await piyue.press('Control+z')
    await piyue.expectPainted('pink-highlight', ['統籌推進'])
    await piyue.press('Control+z')
    await piyue.cards.nth(5).waitFor({ state: 'detached' })
    await piyue.press('Control+Shift+z')
    await piyue.expectPainted('pink-highlight', ['統籌推進'])
  })

  it('is done without a mouse after it, too: a note is found again, and all are exported', async () => {
    await goToParagraph(piyue, 0)
    await piyue.press(']', ']', ']', ']')
    await piyue.announcement.getByText('Note: 鍵盤寫的').waitFor()
    const file = path.join(userData, 'notes.md')
    await piyue.answerSaveDialog(file)
    await piyue.press('Control+e')
    await piyue.page.getByRole('dialog', { name: 'Export notes' }).waitFor()
    while ((await focused(piyue)) !== 'Export…') await piyue.press('Tab')
    await piyue.press('Enter')
    await piyue.announcement.getByText(/^6 marks.* written/u).waitFor()
    expect(readFileSync(file, 'utf8')).toContain('鍵盤寫的')
    expect(piyue.complaints).toEqual([])
  })
})
