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

describe('what goes wrong in the page', () => {
  it('is a fault of the test, whatever it is called and wherever it comes up', async () => {
    const piyue = await Piyue.open()
    await piyue.page.evaluate(() => {
      window.piyue.onEvent(() => {
        throw new Error('closed by the navigation')
      })
      void Promise.reject(new Error('nobody waits'))
    })
    piyue.main.tell({ kind: 'job', job: null })
    const named = (name: string) => expect.stringContaining(name)
    expect(await piyue.faults()).toEqual([
      named('nobody waits'),
      named('closed by the navigation'),
      named('nobody waits'),
    ])
    expect(await piyue.faults()).toEqual([])
  })
})
