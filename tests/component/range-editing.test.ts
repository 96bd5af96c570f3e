import { edgesOf } from '../support/in-page'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages })
})

const end = (name: 'Start' | 'End') =>
  piyue.page.getByRole('slider', { name: `${name} of the mark` })

/** Takes the end of the open mark by its key. */
async function takeEnd(): Promise<void> {
  await piyue.press('e')
  await end('End').and(piyue.page.locator(':focus')).waitFor()
}

async function middleOf(name: 'Start' | 'End') {
  const box = await end(name).boundingBox()
  if (box === null) throw new Error('The handle is not shown')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

describe('the ends of a mark', () => {
  it('are dragged, which shows at once and is one step of undo, and has the text scroll at the edge', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    const { end: target } = await piyue.page.evaluate(edgesOf, '砥礪篤行、銳意進取')
    const box = await middleOf('End')
    await piyue.page.mouse.move(box.x, box.y)
    await piyue.page.mouse.down()
    await piyue.page.mouse.move(target.x, target.y, { steps: 12 })
    await piyue.expectPainted('green-highlight', ['砥礪篤行、銳意進取'])
    await piyue.page.mouse.up()
    await piyue.notes.locator('.quote-text', { hasText: '砥礪篤行、銳意進取' }).waitFor()
    await piyue.button('Undo').click()
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    await piyue.button('Undo').click()
    await piyue.cards.first().waitFor({ state: 'detached' })
    await piyue.highlight('各位代表', 'green')
    const top = () => piyue.page.locator('main').evaluate((main) => main.scrollTop)
    const middle = await middleOf('End')
    const before = await top()
    await piyue.page.mouse.move(middle.x, middle.y)
    await piyue.page.mouse.down()
    await piyue.page.mouse.move(middle.x, 890, { steps: 4 })
    await piyue.page.waitForFunction(
      (from) => (document.querySelector('main')?.scrollTop ?? 0) > from + 400,
      before,
    )
    await piyue.page.mouse.up()
    await piyue.announcement.getByText('The mark now holds').waitFor()
  })

  it('stay where they are when the menu’s button of the mouse goes over them; and a selection has its bar after that', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    const box = await middleOf('End')
    const { end: target } = await piyue.page.evaluate(edgesOf, '砥礪篤行、銳意進取')
    await piyue.page.mouse.move(box.x, box.y)
    await piyue.page.mouse.down({ button: 'right' })
    await piyue.page.mouse.move(target.x, target.y, { steps: 4 })
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    // The system's menu has taken the mouse: that the button was let go the page does not hear.
    await piyue.select('銳意進取')
    await piyue.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
    await piyue.page.mouse.up({ button: 'right' })
    await piyue.settled()
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    expect(piyue.line.countOf('change')).toBe(1)
  })

  it('move with Shift and the arrow keys, by character and by word, kept by Enter, and left as they were by Escape', async () => {
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.press('Shift+ArrowRight', 'Shift+ArrowRight')
    await piyue.expectPainted('green-highlight', ['砥礪篤行、銳'])
    await piyue.press('Control+Shift+ArrowRight')
    await piyue.expectPainted('green-highlight', ['砥礪篤行、銳意'])
    await end('End').and(piyue.page.locator(':focus')).waitFor()
    await piyue.press('Shift+Tab', 'Shift+ArrowLeft')
    await piyue.expectPainted('green-highlight', ['，砥礪篤行、銳意'])
    await piyue.press('Enter')
    await piyue.announcement.getByText('The mark now holds: ，砥礪篤行、銳意').waitFor()
    await piyue.button('Undo').click()
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    await takeEnd()
    await piyue.press('ArrowRight', 'ArrowRight')
    await piyue.expectPainted('green-highlight', ['砥礪篤行、銳'])
    await piyue.press('Escape')
    await piyue.expectPainted('green-highlight', ['砥礪篤行'])
    expect(piyue.main.workspace.history.undo).toBe('highlight')
  })

  it.each(['Shift+N', 'Control+Shift+m'])(
    'are kept where a key closes the card: %s',
    async (key) => {
      await piyue.highlight('砥礪篤行', 'green')
      await piyue.press('Shift+ArrowRight', 'Shift+ArrowRight')
      await piyue.expectPainted('green-highlight', ['砥礪篤行、銳'])
      await piyue.press(key)
      await piyue.announcement.getByText('The mark now holds: 砥礪篤行、銳').waitFor()
      await piyue.expectPainted('green-highlight', ['砥礪篤行、銳'])
    },
  )

  it('keep at least one character, leave white space out, and go by Home and End to those of the paragraph', async () => {
    await piyue.highlight('區長', 'green')
    await takeEnd()
    await piyue.press('ArrowRight')
    await piyue.expectPainted('green-highlight', ['區長 '])
    await piyue.press('Enter')
    await piyue.expectPainted('green-highlight', ['區長'])
    await takeEnd()
    await piyue.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter')
    await piyue.expectPainted('green-highlight', ['區'])
    await piyue.highlight('請予審議', 'blue')
    await takeEnd()
    await piyue.press('End')
    await piyue.expectPainted('blue-highlight', [
      '請予審議，並請政協委員和其他列席會議的同志提出意見。',
    ])
    await piyue.press('Shift+Tab', 'Home', 'Enter')
    await piyue.announcement.getByText('The mark now holds: 現在，我代表').waitFor()
  })

  it('are moved over the end of a paragraph by keys, and the focus stays on them; and dragged over it and on', async () => {
    await piyue.highlight('提出意見', 'green')
    await takeEnd()
    for (const shown of ['提出意見。', '提出意見。', '提出意見。|一', '提出意見。|一、']) {
      await piyue.press('Shift+ArrowRight')
      await piyue.expectPainted('green-highlight', shown.split('|'))
      await end('End').and(piyue.page.locator(':focus')).waitFor()
    }
    await piyue.press('Enter')
    await piyue.announcement.getByText('The mark now holds: 提出意見。').waitFor()
    await piyue.expectPainted('green-highlight', ['提出意見。', '一、'])
    await piyue.press('Control+z')
    await piyue.expectPainted('green-highlight', ['提出意見'])
    const { start, end: target } = await piyue.page.evaluate(edgesOf, '一、2018年')
    const box = await middleOf('End')
    await piyue.page.mouse.move(box.x, box.y)
    await piyue.page.mouse.down()
    await piyue.page.mouse.move(start.x - 1, start.y, { steps: 6 })
    await piyue.expectPainted('green-highlight', ['提出意見。'])
    await piyue.page.mouse.move(target.x, target.y, { steps: 6 })
    await piyue.expectPainted('green-highlight', ['提出意見。', '一、2018年'])
    await piyue.page.mouse.up()
    await piyue.announcement.getByText('The mark now holds').waitFor()
    expect(piyue.main.workspace.history.undo).toBe('re-range')
  })

  it('let a click that moves nothing through to the words beneath', async () => {
    await piyue.highlight('推進“五位一體”總體', 'green')
    await piyue.highlight('“五位一體”', 'pink')
    await piyue.highlight('五位', 'blue')
    await piyue.click('各位代表')
    const { start } = await piyue.page.evaluate(edgesOf, '五位')
    const click = () => piyue.page.mouse.click(start.x + 8, start.y)
    for (const quote of ['五位', '“五位一體”', '推進“五位一體”總體', '五位']) {
      await click()
      await piyue.notes
        .locator('[data-active="true"] .quote-text')
        .getByText(quote, { exact: true })
        .waitFor()
      // Until its ends are drawn: one that comes between press and release takes the click from the words.
      await piyue.settled()
    }
  })
})

describe('a double click', () => {
  it('selects a word in either script', async () => {
    for (const [script, words, word] of [
      ['Traditional', '政協委員', '政協'],
      ['Simplified', '政协委员', '政协'],
    ] as const) {
      await piyue.showScript(script)
      const { start } = await piyue.page.evaluate(edgesOf, words)
      await piyue.page.mouse.dblclick(start.x + 8, start.y)
      await piyue.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
      expect(await piyue.page.evaluate(() => document.getSelection()?.toString())).toBe(word)
    }
  })

  it('on an end of a mark selects the word beneath, whether the first click or the one before opened it', async () => {
    await piyue.highlight('推進“五位一體”總體', 'green')
    await piyue.press('Escape')
    await end('End').waitFor({ state: 'detached' })
    const { end: edge } = await piyue.page.evaluate(edgesOf, '推進“五位一體”總體')
    const press = (clickCount: number) => piyue.page.mouse.click(edge.x, edge.y, { clickCount })
    const toolbar = piyue.page.getByRole('toolbar', { name: 'Annotate' })
    const selected = () => piyue.page.evaluate(() => document.getSelection()?.toString())
    await press(1)
    await end('End').waitFor()
    await press(2)
    await toolbar.waitFor()
    expect(await selected()).toBe('總體')
    await piyue.press('Escape')
    await toolbar.waitFor({ state: 'hidden' })
    // Pressed elsewhere before.
    await piyue.click('五位')
    await press(1)
    await press(2)
    await toolbar.waitFor()
    expect(await selected()).toBe('總體')
  })
})
