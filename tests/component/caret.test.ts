import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open()
  await piyue.press('Control+1')
  await piyue.page.waitForFunction(() => document.activeElement?.matches('[data-block]'))
  await piyue.press('j', 'j', 'j', 'j')
})

const selected = () => piyue.page.evaluate(() => document.getSelection()?.toString())
const caret = () => piyue.page.locator('.caret')

/** Asks for the caret, and waits until it is there. */
async function showCaret(): Promise<void> {
  await piyue.press('F7')
  await caret().waitFor()
}

describe('the caret', () => {
  it('is shown in the paragraph with the focus, moves with the arrow keys, and selects with Shift', async () => {
    await showCaret()
    await piyue.announcement.getByText('Caret on').waitFor()
    const before = await caret().boundingBox()
    await piyue.press('ArrowRight', 'ArrowRight')
    await piyue.announcement.getByText('，', { exact: true }).waitFor()
    await piyue.page.waitForFunction(
      (left) => (document.querySelector('.caret')?.getBoundingClientRect().left ?? 0) > left + 10,
      before?.x ?? 0,
    )
    await piyue.press('Shift+ArrowRight', 'Shift+ArrowRight')
    expect(await selected()).toBe('，我')
    await piyue.press('Shift+ArrowLeft')
    expect(await selected()).toBe('，')
    await piyue.press('Shift+End')
    expect(await selected()).toMatch(/^，我代表.*提出意見。$/u)
    await piyue.press('1')
    await piyue.announcement.getByText('Marked').waitFor()
  })

  it('selects from where the paragraph begins with Shift alone, and says what; goes from line to line, by words', async () => {
    await piyue.press('Shift+ArrowRight', 'Shift+ArrowRight')
    expect(await selected()).toBe('現在')
    await piyue.announcement.getByText('Selected: 現在').waitFor()
    expect(await caret().count()).toBe(0)
    await piyue.press('Escape')
    await showCaret()
    await piyue.press('ArrowDown', 'Shift+ArrowUp')
    expect((await selected())?.length).toBeGreaterThan(15)
    await piyue.press('Home', 'Control+Shift+ArrowRight')
    expect(await selected()).toBe('現在')
  })

  it('goes on from the end of a paragraph to the line below it, and to that above', async () => {
    await showCaret()
    const height = async () => (await caret().boundingBox())?.y ?? Number.NaN
    await piyue.press('End')
    await piyue.settled()
    const atEnd = await height()
    await piyue.press('ArrowDown')
    await piyue.settled()
    const below = await height()
    expect(below).toBeGreaterThan(atEnd + 10)
    await piyue.press('ArrowUp', 'End', 'ArrowUp')
    await piyue.settled()
    expect(await height()).toBeLessThan(atEnd - 10)
  })

  it('goes by Escape, the selection first; and follows what is selected by other keys', async () => {
    await showCaret()
    await piyue.press('Shift+ArrowRight', 'Escape')
    expect(await selected()).toBe('')
    await caret().waitFor()
    await piyue.press('Escape')
    await caret().waitFor({ state: 'detached' })
    await showCaret()
    await piyue.press('s', 'Shift+ArrowLeft')
    expect(await selected()).toMatch(/^現在，我代表.*[^。]$/u)
  })
})
