import type { CodePoints } from '../../core/text/code-points'
import { report } from '../unit/support/report'
import { Piyue } from './support/piyue'

describe('a window that an earlier test has left', () => {
  it.each([
    ['begins anew', {}],
    ['is loaded', { isLoadedAnew: true }],
  ])('has nothing of what its page says to the last heard, when it %s', async (_, how) => {
    const earlier = await Piyue.open()
    const timer = await earlier.page.evaluate((id) => {
      const { piyue } = window
      return Number(setInterval(() => void piyue.saveView(id, { place: 5_000 as CodePoints })))
    }, report.id)
    await earlier.leave()
    const piyue = await Piyue.open(how)
    expect(piyue.page).toBe(earlier.page)
    expect(piyue.main.settings.views).toEqual({})
    expect(await piyue.topCharacter()).toMatchObject({ block: report.placed[0]?.block.id, at: 0 })
    await piyue.page.evaluate(clearInterval, timer)
  })
})
