import { defaultSettings } from '../../core/app/settings'
import { eventually } from '../support/eventually'
import { scrollTo } from '../support/in-page'
import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

let piyue: Piyue

const green = markOn('砥礪篤行', { style: { color: 'green', kind: 'highlight' } })

const panel = () => piyue.page.getByRole('group', { name: 'Appearance' })

/** The style of a paragraph of the text, as the engine has it. */
const styleOfParagraph = () =>
  piyue.page.locator('[data-block="1.1.p1"]').evaluate((element) => {
    const style = getComputedStyle(element)
    const { width } = element.getBoundingClientRect()
    return {
      // The first stands for what is missing in all others.
      face: style.fontFamily.split(', ')[1],
      size: style.fontSize,
      lineHeight: style.lineHeight,
      indent: style.textIndent,
      spacing: style.marginBlockStart,
      alignment: style.textAlign,
      width: Math.round(width),
    }
  })

const asDesigned = {
  face: '"Noto Serif TC"',
  size: '18px',
  lineHeight: '34.2px',
  indent: '36px',
  alignment: 'justify',
}

/** How far down in the window a character of a block stands, in CSS px. */
function topOfCharacter({ block, at }: { block: string | undefined; at: number }): number {
  const element = document.querySelector(`[data-block="${block}"]`) as Element
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = at
  for (let node = walker.nextNode() as Text; ; node = walker.nextNode() as Text) {
    if (left < node.length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.setEnd(node, left + 1)
      return range.getBoundingClientRect().top
    }
    left -= node.length
  }
}

describe('the typography', () => {
  it('is as it was designed until the reader changes it, shows each change, and goes back', async () => {
    piyue = await Piyue.open({ open: firstPages })
    expect(await styleOfParagraph()).toMatchObject(asDesigned)
    await piyue.press('Control+,')
    await panel()
      .getByRole('combobox', { name: 'Typeface' })
      .selectOption({ label: 'Hei (sans serif)' })
    await panel().getByRole('slider', { name: 'Line height' }).fill('2.2')
    await panel().getByRole('slider', { name: 'Characters in a line' }).fill('24')
    await panel()
      .getByRole('combobox', { name: 'First line' })
      .selectOption({ label: 'Not indented' })
    await panel().getByRole('switch', { name: 'Lines of one length' }).click()
    await panel().getByRole('button', { name: 'Larger' }).click()
    expect(await styleOfParagraph()).toMatchObject({
      face: '"Noto Sans TC"',
      size: '20px',
      lineHeight: '44px',
      indent: '0px',
      alignment: 'start',
      width: 24 * 20 + 24,
    })
    expect(piyue.main.settings.typography.measure).toBe(24)
    await panel().getByRole('button', { name: 'As designed' }).click()
    expect(await styleOfParagraph()).toMatchObject(asDesigned)
    expect(piyue.main.settings.typography).toEqual(defaultSettings.typography)
    expect(await piyue.seriousFindings()).toEqual([])
  })

  it('stretches no line before a quotation of figures', async () => {
    piyue = await Piyue.open()
    const widest = await piyue.page.evaluate((words) => {
      const block = [...document.querySelectorAll('[data-block]')].find(({ textContent }) =>
        textContent.includes(words),
      )
      if (block === undefined) throw new Error('There is no such block')
      block.scrollIntoView()
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      const boxes: DOMRect[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (let i = 0; i < (node.nodeValue ?? '').length; i++) {
          const range = document.createRange()
          range.setStart(node, i)
          range.setEnd(node, i + 1)
          boxes.push(range.getBoundingClientRect())
        }
      }
      const steps = boxes.slice(1).map((box, i) => {
        const before = boxes[i] as DOMRect
        return box.top < before.bottom ? box.left - before.left : 0
      })
      return Math.max(...steps)
    }, '民心網、“12345”')
    expect(widest).toBeLessThan(18 * 1.2)
  })

  it('sets paragraphs apart, and the columns of two forms', async () => {
    piyue = await Piyue.open({ open: firstPages })
    await piyue.press('Control+b', 'Control+d')
    await piyue.button('Appearance').click()
    await panel().getByRole('slider', { name: 'Between paragraphs' }).fill('2')
    await panel().getByRole('slider', { name: 'Between columns' }).fill('6')
    const gap = await piyue.page.evaluate(() => {
      const box = (selector: string) =>
        (document.querySelector(selector) as Element).getBoundingClientRect()
      return Math.round(box('[data-beside="1.1.p1"]').left - box('[data-block="1.1.p1"]').right)
    })
    // Blocks reach 12 px beyond their columns on both sides.
    expect(gap).toBe(6 * 18 - 24)
    expect((await styleOfParagraph()).spacing).toBe('36px')
  })

  it('is there from the start, and keeps the reader’s place when it changes', async () => {
    const typography = { ...defaultSettings.typography, typeface: 'hei', lineHeight: 1.4 } as const
    piyue = await Piyue.open({ open: firstPages, settings: { ...defaultSettings, typography } })
    const look = await piyue.page.locator('html').evaluate((root) => ({
      typeface: root.dataset['typeface'],
      lineHeight: root.style.getPropertyValue('--line-height'),
    }))
    expect(look).toEqual({ typeface: 'hei', lineHeight: '1.4' })
    await piyue.page.evaluate(scrollTo, 0.5)
    await eventually('the place is kept', () => piyue.placeKept > 0)
    const first = await piyue.topCharacter()
    const top = () => piyue.page.evaluate(topOfCharacter, first)
    const before = await top()
    await piyue.button('Appearance').click()
    // Higher lines: of lower ones another would come into view before that which is held.
    await piyue.page.getByRole('slider', { name: 'Line height' }).fill('2.4')
    await piyue.settled()
    expect(Math.abs((await top()) - before)).toBeLessThan(1)
  })

  it('lets the columns grow with the text, at half the rate', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [green] })
    const sizeOf = (selector: string) =>
      piyue.page
        .locator(selector)
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    const before = [await sizeOf('.contents a'), await sizeOf('.quote-text')]
    for (let i = 0; i < 5; i++) await piyue.press('Control+=')
    await piyue.page.waitForFunction(
      () => getComputedStyle(document.querySelector('article') as Element).fontSize === '32px',
    )
    const after = [await sizeOf('.contents a'), await sizeOf('.quote-text')]
    for (const [i, size] of after.entries()) {
      expect(size / (before[i] ?? 0)).toBeCloseTo((1 + 32 / 18) / 2, 1)
    }
  })

  it('can leave the patterns of highlights away, but not where hues cannot be told apart', async () => {
    piyue = await Piyue.open({ open: firstPages, annotations: [green] })
    const line = () =>
      piyue.page
        .locator('[data-block="1.p1"]')
        .evaluate(
          (block) => getComputedStyle(block, '::highlight(green-highlight)').textDecorationLine,
        )
    expect(await line()).toBe('underline')
    await piyue.button('Appearance').click()
    await panel().getByRole('switch', { name: 'Patterns under highlights' }).click()
    expect(await line()).toBe('none')
    await panel().getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'High contrast' })
    expect(await line()).toBe('underline')
    await panel().getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Paper' })
    await piyue.emulateMedia({ forcedColors: 'active' })
    expect(await line()).toBe('underline')
  })
})
