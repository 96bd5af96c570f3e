import type { PiyueApi } from '../../core/contract/contract'
import { scrollTo } from '../support/in-page'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

declare global {
  interface Window {
    readonly piyue: PiyueApi
  }
}

let piyue: Piyue

/** Opens the report as it was left beside another form of it. */
const openBeside = async () => {
  const settings = { views: { [firstPages.id]: { beside: 'zh-Hans' } } } as const
  piyue = await Piyue.open({ open: firstPages, settings })
}

async function showBeside(name: string): Promise<void> {
  await piyue.button('Side by side').click()
  await piyue.page.getByRole('menuitemradio', { name, exact: true }).click()
}

/** The boxes of a block in both forms. */
const boxesOf = (id: string) =>
  piyue.page.evaluate((block) => {
    const box = (selector: string) => {
      const { left, top, bottom } = (
        document.querySelector(selector) as Element
      ).getBoundingClientRect()
      return { left, top, bottom }
    }
    return { main: box(`[data-block="${block}"]`), beside: box(`[data-beside="${block}"]`) }
  }, id)

describe('side by side', () => {
  it('shows two forms level with one another, or in turn where there is no room, and does so after a restart', async () => {
    piyue = await Piyue.open()
    await showBeside('Simplified')
    for (const id of ['0', '1.p1', '1.2.p3', '2.4.p2']) {
      // What is far from the window is brought into its form when there is time.
      await piyue.page.locator(`[data-beside="${id}"]`).waitFor({ state: 'attached' })
      const { main, beside } = await boxesOf(id)
      expect(beside.left).toBeGreaterThan(main.left + 200)
      expect(Math.abs(beside.top - main.top)).toBeLessThanOrEqual(1)
    }
    expect(await piyue.page.locator('[data-beside="0"]').getAttribute('lang')).toBe('zh-Hans')
    await piyue.page.setViewportSize({ width: 860, height: 800 })
    const { main, beside } = await boxesOf('1.p1')
    expect(Math.abs(beside.left - main.left)).toBeLessThanOrEqual(1)
    expect(beside.top).toBeGreaterThanOrEqual(main.bottom - 1)
    const next = await boxesOf('1.1')
    expect(next.main.top).toBeGreaterThan(beside.bottom)
    await piyue.page.reload()
    await piyue.page.locator('[data-beside="0"]').waitFor()
  })

  it('keeps the place when it is turned on and off, by key', async () => {
    piyue = await Piyue.open()
    await piyue.page.evaluate(scrollTo, 0.5)
    const before = await piyue.topCharacter()
    await piyue.press('Control+d')
    await piyue.page.locator('[data-beside]').first().waitFor({ state: 'attached' })
    const during = await piyue.topCharacter()
    expect(during.block).toBe(before.block)
    await piyue.press('Control+d')
    await piyue.page.locator('[data-beside]').first().waitFor({ state: 'detached' })
    expect(await piyue.topCharacter()).toEqual(before)
  })

  it('copies, marks and opens from the column in which one is; a mark is shown in both', async () => {
    await openBeside()
    await piyue.highlight('砥礪篤行', 'green')
    await piyue.expectPainted('green-highlight', ['砥礪篤行', '砥砺笃行'])
    await piyue.press('Escape')
    await piyue.click('砺笃')
    expect(await piyue.activeQuote()).toBe('砥礪篤行')
    await piyue.select('错综复杂')
    await piyue.page.getByRole('toolbar').getByRole('button', { name: 'Copy', exact: true }).click()
    await piyue.announcement.getByText('Copied').waitFor()
    expect(piyue.main.clipboard).toBe('错综复杂')
    await piyue.highlight('错综复杂', 'pink')
    await piyue.expectPainted('pink-highlight', ['錯綜複雜', '错综复杂'])
    const seenIn = await piyue.page.evaluate(async (documentId) => {
      const { annotations } = await window.piyue.openWorkspace(documentId)
      return annotations.map((annotation) => annotation.seenIn)
    }, firstPages.id)
    expect(seenIn).toEqual(['zh-Hant', 'zh-Hans'])
  })

  it('shows in the other column what is selected in one, and selects that column only', async () => {
    await openBeside()
    await piyue.drag('错综复杂')
    await piyue.expectPainted('mirrored-selection', ['錯綜複雜'])
    await piyue.page.evaluate(() => {
      const end = (id: string) => document.querySelector(`[data-beside="${id}"]`) as Element
      document.getSelection()?.setBaseAndExtent(end('0.p3'), 0, end('1'), 1)
    })
    await piyue.page.waitForFunction(() =>
      document.getSelection()?.toString().includes('一、2018年工作回顾'),
    )
    const selected = await piyue.page.evaluate(() => document.getSelection()?.toString())
    expect(selected).not.toContain('工作回顧')
    await piyue.button('Highlight blue').click()
    await piyue.expectPainted('blue-highlight', [
      '各位代表：',
      '各位代表：',
      '現在，我代表區政府向大會報告工作，請予審議，並請政協委員和其他列席會議的同志提出意見。',
      '现在，我代表区政府向大会报告工作，请予审议，并请政协委员和其他列席会议的同志提出意见。',
      '一、2018年工作回顧',
      '一、2018年工作回顾',
    ])
  })

  it('shows the damaged form beside the edited one, and is sound for assistive technology', async () => {
    piyue = await Piyue.open()
    await showBeside('As published')
    await piyue.highlight('走出去、請進', 'orange')
    await piyue.expectPainted('orange-highlight', ['走出去、請進', '?!白叱鋈ァ⒄堖M'])
    expect(await piyue.seriousFindings()).toEqual([])
    expect(piyue.complaints).toEqual([])
  })

  it('says over each form which it is, marks what differs or does not, and exchanges the two by the switch', async () => {
    await openBeside()
    await piyue.page.evaluate(scrollTo, 0.5)
    const heads = piyue.page.locator('.beside-heads')
    expect(await heads.innerText()).toMatch(/Traditional\s+Simplified/)
    const top = async () => Math.round((await heads.boundingBox())?.y ?? -1)
    expect(await top()).toBe(52)
    await piyue.page.evaluate(scrollTo, 0)
    await piyue.expectAmongPainted('differing', ['營', '营', '區', '区'])
    await piyue.button('Side by side').click()
    await piyue.page.getByRole('menuitemcheckbox', { name: 'Mark differing characters' }).click()
    await piyue.expectPainted('differing', [])
    await piyue.showScript('Simplified')
    expect(await piyue.page.locator('[data-block="0"]').innerText()).toContain('营口')
    expect(await piyue.page.locator('[data-beside="0"]').innerText()).toContain('營口')
  })
})
