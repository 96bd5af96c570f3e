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

  it('is laid out near the window alone where it is longer still, and read, marked and found throughout', async () => {
    const sentences = Array.from({ length: 9_000 }, (_, i) => `第${i}句說天地玄黃。`)
    const whole = sentences.join('')
    const piyue = await Piyue.open({ opened: new OpenedFile(`題目\n${whole}\n末段。`) })
    const block = piyue.article.locator('p[data-block]').first()
    expect(await block.evaluate((element) => element.textContent)).toBe(whole)
    const stretches = await block.evaluate((element) =>
      Array.from(element.children, (stretch) => ({
        ends: stretch.textContent?.endsWith('。'),
        isLaidOut: stretch.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }),
      })),
    )
    expect(stretches.length).toBeGreaterThan(30)
    expect(stretches.filter(({ ends }) => !ends)).toEqual([])
    expect(stretches.filter(({ isLaidOut }) => isLaidOut).length).toBeLessThan(5)
    // Over the end of the first stretch.
    const end = await block.evaluate((element) => element.children[0]?.textContent ?? '')
    const words = whole.slice(end.length - 4, end.length + 4)
    await piyue.select(words)
    await piyue.page.keyboard.press('1')
    await piyue.cards.first().waitFor()
    await piyue.expectPainted('yellow-highlight', [words])
    await piyue.press('Control+f')
    await piyue.page.getByRole('searchbox').first().fill('第8765句')
    await piyue.expectPainted('found-current', ['第8765句'])
    await piyue.page.waitForFunction(() => {
      const [range] = CSS.highlights.get('found-current') ?? []
      const live = document.createRange()
      if (range === undefined) return false
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      const { top } = live.getBoundingClientRect()
      return top > 0 && top < innerHeight
    })
    await piyue.showScript('Simplified')
    await piyue.expectPainted('found-current', ['第8765句'])
  })
})
