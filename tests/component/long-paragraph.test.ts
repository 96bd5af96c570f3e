import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

/** One paragraph without a break, as a text has it that lost its breaks. */
const text = `${'天地玄黃'.repeat(999)}某甲跨過某鄉之界${'宇宙洪荒'.repeat(1_500)}`

describe('a paragraph that is as long as a book', () => {
  it('is laid out in parts, and marks run across them in every form', async () => {
    const piyue = await Piyue.open({ opened: new OpenedFile(text) })
    const block = piyue.article.locator('[data-block]')
    const lengths = await block.evaluate((element) =>
      Array.from(element.childNodes, (node) => node.textContent?.length ?? 0),
    )
    expect(lengths).toEqual([4_000, 4_000, text.length - 8_000])
    await piyue.select('某甲跨過某鄉之界')
    await piyue.page.keyboard.press('1')
    await piyue.cards.first().waitFor()
    await piyue.expectPainted('yellow-highlight', ['某甲跨過某鄉之界'])
    await piyue.showScript('Simplified')
    await piyue.expectPainted('yellow-highlight', ['某甲跨过某乡之界'])
    expect(await block.evaluate((element) => element.textContent?.length)).toBe(text.length)
  })
})
