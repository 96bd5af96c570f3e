import { readMarkdown } from '../../core/formats/markdown'
import * as inPage from '../support/in-page'
import { rows } from '../support/rows'
import { firstPages } from './support/first-pages'
import { OpenedFile } from './support/opened-document'
import { Piyue } from './support/piyue'

/** The edges of what stands in the bar at the top, from left to right, in CSS px. */
const partsOf = (piyue: Piyue) =>
  piyue.page
    .locator('.header .segments, .header .header-side > button, .header .script-switch > button')
    .evaluateAll((parts) =>
      parts
        .map((part) => part.getBoundingClientRect())
        .map(({ left, right }) => ({ left, right }))
        .sort((a, b) => a.left - b.left),
    )

describe('the bar at the top', () => {
  it('names the document in the form that is shown, where no heading of its text does', async () => {
    const text = '---\ntitle: 歷史與記憶\nauthor: 張愛國\n---\n\n這裡的風景很美，讀書會從此開始。\n'
    const piyue = await Piyue.open({ opened: new OpenedFile(text, 'zh-Hant', readMarkdown) })
    const named = piyue.page.getByRole('banner').getByText('歷史與記憶')
    await named.waitFor()
    await piyue.page.getByRole('radio', { name: 'Simplified' }).click()
    await piyue.page.getByRole('banner').getByText('历史与记忆').waitFor()
    await piyue.page.getByRole('article', { name: '历史与记忆' }).waitFor()
    expect(await piyue.page.title()).toBe('历史与记忆 — Piyue')
    await piyue.select('从此开始')
    await piyue.button('Copy as…').click()
    const cited = piyue.page.getByRole('menuitem', { name: 'Simplified, with source' })
    await cited.click()
    await piyue.page.getByRole('button', { name: 'Not now' }).click()
    await piyue.announcement.getByText('Copied: Simplified, with source.').waitFor()
    expect(piyue.main.clipboard).toContain('张爱国：《历史与记忆》')
  })

  it.each(rows(['en', 'zh-Hant', 'zh-Hans'] as const))(
    'fits into every width permitted: %s',
    async (language) => {
      const piyue = await Piyue.open({ open: firstPages, language })
      for (const width of [1180, 1000, 900, 800, 760, 700, 640]) {
        await piyue.page.setViewportSize({ width, height: 700 })
        const parts = await partsOf(piyue)
        expect(parts.length).toBeGreaterThanOrEqual(10)
        const overlapping = parts.filter(({ left }, i) => left < (parts[i - 1]?.right ?? 0))
        expect({ width, overlapping }).toEqual({ width, overlapping: [] })
        expect(parts.at(-1)?.right).toBeLessThanOrEqual(width)
      }
    },
  )

  it('has menus of one size, and keeps the switch of scripts in place, whichever form is shown', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    const sizes = await piyue.page
      .locator('[role="menu"]')
      .evaluateAll((menus) => menus.map((menu) => getComputedStyle(menu).fontSize))
    expect(sizes.length).toBeGreaterThan(2)
    expect(new Set(sizes)).toEqual(new Set(['14px']))
    const place = async () => (await piyue.page.locator('.segments').boundingBox())?.x
    const before = await place()
    for (const form of ['Taiwan', 'Hong Kong', 'As published', 'Edited']) {
      await piyue.showForm(form)
      expect({ form, x: await place() }).toEqual({ form, x: before })
    }
    await piyue.showScript('Simplified')
    expect(await place()).toBe(before)
  })

  it('says what has come beside the text, and that it has gone', async () => {
    const piyue = await Piyue.open({ open: firstPages })
    await piyue.press('Control+d')
    await piyue.announcement.getByText('Side by side with: Simplified.').waitFor()
    await piyue.press('Control+d')
    await piyue.announcement.getByText('Side by side closed.').waitFor()
  })
})

describe('the contents', () => {
  it('follow the reading, but not while the pointer is in them', async () => {
    const piyue = await Piyue.open()
    const current = piyue.page.locator('.contents [aria-current]')
    const isSeen = () =>
      current.evaluate((entry) => {
        const frame = (entry.closest('.contents') as Element).getBoundingClientRect()
        const box = entry.getBoundingClientRect()
        return box.top >= frame.top && box.bottom <= frame.bottom
      })
    await piyue.page.setViewportSize({ width: 1400, height: 600 })
    await piyue.page.mouse.move(700, 300)
    const end = { name: /三、/u }
    const read = (share: number) => piyue.page.evaluate(inPage.scrollTo, share)
    await read(1)
    await piyue.page.getByRole('link', end).and(current).waitFor()
    expect(await isSeen()).toBe(true)
    await piyue.page.mouse.move(100, 300)
    await read(0)
    await piyue.page
      .getByRole('link', { name: /政府工作報告/u })
      .and(current)
      .waitFor()
    expect(await isSeen()).toBe(false)
  })
})
