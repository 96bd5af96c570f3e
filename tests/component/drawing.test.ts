import * as inPage from '../support/in-page'
import { rows } from '../support/rows'
import { markOn } from '../support/seed'
import { report } from './support/bundled-report'
import { Piyue } from './support/piyue'

interface Point {
  readonly x: number
  readonly y: number
}

/** Draws a selection from some words to a point of the window, in so many steps, and gives what is selected. */
async function drawn(piyue: Piyue, words: string, to: (from: Point) => Point, steps: number) {
  const { page } = piyue
  const { start } = await page.evaluate(inPage.edgesOf, words)
  const { x, y } = to(start)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(x, y, { steps })
  await page.mouse.up()
  await piyue.settled()
  return page.evaluate(() => document.getSelection()?.toString() ?? '')
}

describe('a selection that is drawn beyond the text', () => {
  it.each(rows([1, 8]))('ends where its line does, in %d steps', async (steps) => {
    const piyue = await Piyue.open({ open: report })
    const selected = await drawn(piyue, '經濟運行', ({ y }) => ({ x: 1390, y }), steps)
    expect(selected).toMatch(/^經濟運行/u)
    expect(selected.length).toBeLessThan(60)
  })

  it('goes back to where its line begins, over the contents', async () => {
    const piyue = await Piyue.open({ open: report })
    const selected = await drawn(piyue, '經濟運行', ({ y }) => ({ x: 20, y }), 6)
    expect(selected.length).toBeLessThan(60)
  })

  it('ends where its line does in columns, too', async () => {
    const settings = { views: { [report.document.id]: { vertical: true } } }
    const piyue = await Piyue.open({ open: report, settings })
    const selected = await drawn(piyue, '砥礪篤行', ({ x }) => ({ x, y: 899 }), 6)
    expect(selected).toMatch(/^砥礪篤行/u)
    expect(selected.length).toBeLessThan(60)
    const before = await drawn(piyue, '砥礪篤行', ({ x }) => ({ x, y: 5 }), 6)
    expect(before.length).toBeLessThan(60)
  })

  it('stays where it left the text, over notes that lie upon it', async () => {
    const piyue = await Piyue.open({ open: report, annotations: [markOn('砥礪篤行')] })
    await piyue.page.setViewportSize({ width: 700, height: 900 })
    await piyue.page.getByRole('button', { name: 'Notes', exact: true }).first().click()
    await piyue.notes.waitFor()
    const selected = await drawn(piyue, '各位代表', ({ y }) => ({ x: 690, y: y + 40 }), 12)
    await piyue.page.setViewportSize({ width: 1400, height: 900 })
    expect(selected.length).toBeLessThan(100)
  })

  it('ends where it is let go over the end of a mark', async () => {
    const piyue = await Piyue.open({ open: report, annotations: [markOn('經濟運行')] })
    await piyue.click('經濟運行')
    const handle = piyue.page.getByRole('slider', { name: 'End of the mark' })
    const box = await handle.boundingBox()
    if (box === null) throw new Error('The handle is not shown')
    const over = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    expect((await drawn(piyue, '砥礪篤行', () => over, 8)).length).toBeLessThan(400)
  })
})
