import { textRange } from '../../core/text/range'
import { eventually } from '../support/eventually'
import { annotationOf } from '../unit/support/annotations'
import { report } from '../unit/support/report'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

describe('what is measured of the text', () => {
  it('is measured anew when a column closes and the text moves', async () => {
    const mark = annotationOf(report, textRange(270, 290), { id: 'm1', note: 'a note' })
    const piyue = await Piyue.open({
      annotations: [mark],
      settings: { marginNotesShown: false },
    })
    await piyue.page.locator('.tick').click()
    const gapToText = () =>
      piyue.page.evaluate(() => {
        const tick = document.querySelector('.tick')?.getBoundingClientRect()
        const article = (document.querySelector('article') as Element).getBoundingClientRect()
        return tick && Math.round(tick.left - article.right)
      })
    expect(await gapToText()).toBe(4)
    await piyue.press('Control+Shift+B')
    // What follows the layout follows when the reader is at rest.
    await eventually('the gap is as before', async () => (await gapToText()) === 4)
  })

  it('leaves nothing behind the end of the text when it becomes shorter', async () => {
    const piyue = await Piyue.open()
    for (let i = 0; i < 5; i++) await piyue.press('Control+=')
    await piyue.settled()
    const last = report.text.trimEnd().slice(-6)
    await piyue.select(last)
    // What is selected stays so.
    await piyue.press('Control+0', 'Control+1', 'End')
    await piyue.settled()
    const beyond = await piyue.page.evaluate(() => {
      const main = document.querySelector('main') as Element
      const article = document.querySelector('article') as Element
      return main.scrollHeight - (article as HTMLElement).offsetHeight
    })
    expect(beyond).toBeLessThanOrEqual(1)
  })
})

describe('a line', () => {
  it('is full before a figure too, at whatever width', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    const widest = await piyue.page.evaluate(() => {
      const paragraphs = document.querySelectorAll<HTMLElement>('article p[data-role="body"]')
      const roomIn = (paragraph: HTMLElement): readonly number[] => {
        const content = document.createRange()
        content.selectNodeContents(paragraph)
        const ends = new Map<number, number>()
        for (const { right, bottom } of content.getClientRects()) {
          // What stands in one line ends within a few pixels at its foot.
          const line = Math.round(bottom / 8)
          ends.set(line, Math.max(ends.get(line) ?? 0, right))
        }
        const { right } = paragraph.getBoundingClientRect()
        const inOrder = [...ends].sort(([a], [b]) => a - b)
        return inOrder.slice(0, -1).map(([, end]) => right - end)
      }
      const size = Number.parseFloat(getComputedStyle(paragraphs[0] as Element).fontSize)
      let most = 0
      for (const paragraph of paragraphs) {
        paragraph.style.textAlign = 'start'
        for (let width = 640; width <= 680; width++) {
          paragraph.style.width = `${width}px`
          most = Math.max(most, ...roomIn(paragraph))
        }
      }
      return most / size
    })
    // In characters: no more than a figure with its comma takes along.
    expect(widest).toBeLessThan(5)
  })
})
