import { textRange } from '../../core/text/range'
import { eventually } from '../support/eventually'
import { annotationOf } from '../unit/support/annotations'
import { report } from '../unit/support/report'
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
