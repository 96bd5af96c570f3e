import { scrollTo } from '../support/in-page'
import { renditions, report } from '../unit/support/report'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open()
})

describe('reading', () => {
  it('shows the whole report, in both scripts', async () => {
    expect(await piyue.text()).toBe(report.text)
    await piyue.showScript('Simplified')
    const simplified = renditions.find(({ tag }) => tag === 'zh-Hans')
    expect(await piyue.text()).toBe(
      report.data.blocks.map((block) => simplified?.block(block.id).text).join('\n'),
    )
    expect(await piyue.article.getAttribute('lang')).toBe('zh-Hans')
    expect(await piyue.article.getAttribute('aria-label')).toBe('2019年营口市西市区政府工作报告')
  })

  it.each([0.1, 0.37, 0.72])(
    'keeps the place when the script is switched, at %d of the text',
    async (share) => {
      await piyue.page.evaluate(scrollTo, share)
      const before = await piyue.topCharacter()
      await piyue.showScript('Simplified')
      const after = await piyue.topCharacter()
      expect({ block: after.block, at: after.at }).toEqual({ block: before.block, at: before.at })
      expect(Math.abs(after.below - before.below)).toBeLessThanOrEqual(2)
      await piyue.showScript('Traditional')
      expect(await piyue.topCharacter()).toEqual(before)
    },
  )
})
