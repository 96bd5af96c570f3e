import type { ActionId } from '../../core/app/actions'
import { textRange } from '../../core/text/range'
import { annotationOf } from '../unit/support/annotations'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'

const pages = [
  'keyboard-map',
  'colors-and-tags',
  'backups',
  'remarks',
  'provenance',
  'export',
  'print',
  'commands',
] as const satisfies readonly ActionId[]

const marks = Array.from({ length: 40 }, (_, i) =>
  annotationOf(report, textRange(100 + 10 * i, 105 + 10 * i), {
    id: `m${i}`,
    tags: [`tag ${i}`],
    note: 'a note',
  }),
)

const backups = Array.from({ length: 30 }, (_, i) => ({
  name: `g${i}`,
  writtenAt: `2026-11-${String((i % 28) + 1).padStart(2, '0')}T12:00:00.000Z`,
  annotations: marks.slice(0, i + 1),
  count: i + 1,
}))

describe('a dialog in a small window', () => {
  it.each(pages)('%s has one bar to scroll by, and the way out is in view', async (action) => {
    const piyue = await Piyue.open({
      annotations: marks,
      backups,
      viewport: { width: 700, height: 560 },
    })
    await piyue.chooseMenu(action)
    const dialog = piyue.page.getByRole('dialog')
    await dialog.waitFor()
    await piyue.settled()
    const nested = await dialog.evaluate((element) => {
      const scrolls = (one: Element) =>
        one.scrollHeight > one.clientHeight + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(one).overflowY)
      return (
        [...element.querySelectorAll('*')]
          // A licence is a text to look into, not a part of the page that names it.
          .filter((one) => scrolls(one) && one.localName !== 'pre')
          .filter((one) => {
            for (let at = one.parentElement; at !== null; at = at.parentElement)
              if (element.contains(at) && scrolls(at)) return true
            return false
          })
          .map(({ localName, className }) => `${localName}.${className}`)
          .slice(0, 3)
      )
    })
    expect(nested).toEqual([])
    const box = await dialog.boundingBox()
    expect(box && box.y >= 0 && box.y + box.height <= 560).toBe(true)
    await piyue.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
