import { eventually } from '../support/eventually'
import { scrollTo } from '../support/in-page'
import { rows } from '../support/rows'
import { renditions, report } from '../unit/support/report'
import { pixelsIn } from './support/pixels'
import { Piyue } from './support/piyue'

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open()
})

describe('reading', () => {
  it('shows the whole report, in both scripts', async () => {
    expect(await piyue.text()).toBe(report.text)
    await piyue.showScript('Simplified')
    const form = renditions.find(({ tag }) => tag === 'zh-Hans')
    const simplified = report.data.blocks.map(({ id }) => form?.block(id).text).join('\n')
    // What is far from the window follows when there is nothing better to do.
    await eventually('all of it is Simplified', async () => (await piyue.text()) === simplified)
    await piyue.page.locator('article[lang="zh-Hans"]').waitFor()
    expect(await piyue.article.getAttribute('aria-label')).toBe('2019年营口市西市区政府工作报告')
  })

  it('breaks the title between its words only, whatever the width', async () => {
    for (let i = 0; i < 4; i++) await piyue.press('Control+=')
    for (const width of [640, 760, 900]) {
      await piyue.page.setViewportSize({ width, height: 700 })
      await piyue.settled()
      const isWhole = await piyue.page.evaluate(() => {
        const title = document.querySelector('[data-block="0"]') as Element
        const name = title.querySelector('.phrase') as Element
        // An element that breaks has a box for each line.
        const isOnOneLine = new Set([...name.getClientRects()].map(({ top }) => top)).size === 1
        const { right } = title.getBoundingClientRect()
        const isWithin = [...title.querySelectorAll('.phrase')].every(
          (phrase) => phrase.getBoundingClientRect().right <= right,
        )
        return name.textContent === '2019年營口市西市區' && isOnOneLine && isWithin
      })
      expect({ width, isWhole }).toEqual({ width, isWhole: true })
    }
  })

  it('has Ctrl+A and “Select all” take the text, and nothing of the interface', async () => {
    const selected = () =>
      piyue.page.evaluate(() => document.getSelection()?.toString().replaceAll(/\s/gu, ''))
    const whole = report.text.replaceAll(/\s/gu, '')
    await piyue.page.getByRole('link', { name: '一、2018年工作回顧' }).focus()
    await piyue.press('Control+a')
    expect(await selected()).toBe(whole)
    await piyue.page.evaluate(() => document.getSelection()?.removeAllRanges())
    // What the menu's role asks the engine for.
    await piyue.page.evaluate(() => document.execCommand('selectAll'))
    expect(await selected()).toBe(whole)
    await piyue.press('Control+f')
    await piyue.page.keyboard.type('經濟')
    await piyue.press('Control+a', 'Delete')
    expect(await piyue.page.getByRole('searchbox').inputValue()).toBe('')
  })

  it.each(rows([0.1, 0.37, 0.72]))(
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

describe('the first start', () => {
  it('shows a reader whose interface is in Simplified Chinese the report so, and keeps to what they choose then', async () => {
    piyue = await Piyue.open({ language: 'zh-Hans' })
    expect(await piyue.article.getAttribute('lang')).toBe('zh-Hans')
    await piyue.press('Control+t')
    await piyue.page.locator('article[lang="zh-Hant"]').waitFor()
    await piyue.reload()
    expect(await piyue.article.getAttribute('lang')).toBe('zh-Hant')
  })
})

describe('the numbers of paragraphs', () => {
  const opacityOf = (block: string) =>
    piyue.article
      .locator(`[data-block="${block}"]`)
      .evaluate((element) => getComputedStyle(element, '::before').opacity)

  it('are shown beside that under the pointer, or beside all; no selection and no copy holds them', async () => {
    const paragraph = piyue.article.locator('[data-block="1.1.p1"]')
    expect(await paragraph.getAttribute('data-paragraph')).toBe('1')
    expect(await opacityOf('1.1.p1')).toBe('0')
    await paragraph.hover()
    // Which scrolling may have brought under it: then it is told when nothing is scrolled any more.
    await piyue.article.locator('[data-block="1.1.p1"].pointed').waitFor()
    expect(await opacityOf('1.1.p1')).toBe('1')
    await piyue.chooseMenu('show-numbers')
    await piyue.announcement.getByText('Paragraph numbers shown.').waitFor()
    expect(await opacityOf('1.2.p1')).toBe('1')
    expect(await piyue.text()).toBe(report.text)
    expect(piyue.main.settings.numbersShown).toBe(true)
  })

  it('are seen whole in the margin, in lines and columns, in a narrow window too', async () => {
    /** How much ink there is before the first line of a block, or under its first column. */
    const ink = async (width: number) => {
      await piyue.page.setViewportSize({ width, height: 900 })
      await piyue.bringIntoView('1.1.p1')
      await piyue.settled()
      const box = await piyue.article.locator('[data-block="1.1.p1"]').boundingBox()
      if (box === null) throw new Error('There is no such block')
      const isVertical = (await piyue.page.locator('[data-setting="vertical"]').count()) > 0
      const clip = isVertical
        ? { x: box.x + box.width - 32, y: box.y + box.height, width: 32, height: 24 }
        : { x: Math.max(0, box.x - 24), y: box.y, width: 34, height: 30 }
      const pixels = await pixelsIn(piyue.page, clip)
      return pixels.filter(([red]) => red < 240).length
    }
    await piyue.press('Control+b')
    const none = [await ink(1400)]
    await piyue.chooseMenu('show-numbers')
    const shown = [await ink(1400), await ink(700)]
    await piyue.chooseMenu('show-numbers')
    none.push(await ink(700))
    await piyue.chooseMenu('show-numbers')
    await piyue.press('Control+Shift+t')
    expect(none).toEqual([0, 0])
    for (const count of [...shown, await ink(1400)]) expect(count).toBeGreaterThan(8)
  })
})

describe('the contents', () => {
  it('mark the section whose heading is at the top, though a line of the one before is above it', async () => {
    const heading = piyue.article.locator('[data-block="1.4"]')
    await heading.evaluate((element) => {
      element.scrollIntoView({ block: 'start' })
      document.querySelector('main')?.scrollBy(0, -40)
    })
    await piyue.page
      .locator('nav a[aria-current="true"]')
      .getByText((await heading.textContent()) ?? '')
      .waitFor()
  })
})
