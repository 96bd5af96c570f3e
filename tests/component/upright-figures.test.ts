import { styleName } from '../../core/annotation/style'
import { readMarkdown } from '../../core/formats/markdown'
import { textRange } from '../../core/text/range'
import { allStyles } from '../support/all-styles'
import { annotationOf } from '../unit/support/annotations'
import { madeDocument } from '../unit/support/made-document'
import { OpenedFile } from './support/opened-document'
import { type Pixel, pixelsIn } from './support/pixels'
import { Piyue } from './support/piyue'

describe('what stands upright in columns', () => {
  it('has waves and double lines in one piece past figures, upright or on their side', async () => {
    const text = '章程\n本年2019年12月末\n本年2019年12月末\n本年2019年12月末\n'
    const { document } = madeDocument(text)
    const names = ['blue-squiggly', 'green-squiggly', 'pink-underline']
    const annotations = allStyles
      .filter((style) => names.includes(styleName(style)))
      .map((style, i) => {
        const range = textRange(3 + 12 * i, 14 + 12 * i)
        return annotationOf(document, range, { id: styleName(style), style })
      })
    const piyue = await Piyue.open({
      opened: new OpenedFile(text),
      annotations,
      settings: { views: { [document.id]: { vertical: true } } },
    })
    const boxes = await piyue.page.locator('.upright[data-layers]').evaluateAll((figures) =>
      figures.map((figure) => {
        const { left, top } = figure.getBoundingClientRect()
        return { left: Math.round(left), top: Math.round(top) }
      }),
    )
    expect(boxes).toHaveLength(3)
    for (const { left, top } of boxes) {
      const clip = { x: left, y: top - 50, width: 40, height: 84 }
      const pixels = await pixelsIn(piyue.page, clip)
      // Where the line stands in a stretch of the column, in px from its left; what is of a colour is the line.
      const lineIn = (from: number, height: number) => {
        const isLine = (pixel: Pixel) => Math.max(...pixel) - Math.min(...pixel) > 70
        const stretch = pixels.slice((from + 50) * 40, (from + 50 + height) * 40)
        const at = stretch.flatMap((one, i) => (isLine(one) ? [i % 40] : []))
        return (Math.min(...at) + Math.max(...at)) / 2
      }
      const beside = lineIn(20, 14)
      expect(Math.abs(lineIn(2, 14) - beside)).toBeLessThanOrEqual(1.5)
      expect(Math.abs(lineIn(-50, 28) - beside)).toBeLessThanOrEqual(1.5)
    }
  })

  it('stands the numbers of lists upright', async () => {
    const list = '條文：\n\n9. 甲\n10. 乙\n'
    const opened = new OpenedFile(list, 'zh-Hant', readMarkdown)
    const piyue = await Piyue.open({ opened })
    await piyue.press('Control+Shift+T')
    const markers = await piyue.page.locator('article li').evaluateAll((items) =>
      items.map((item) => {
        const { textCombineUpright, textOrientation } = getComputedStyle(item, '::marker') as never
        return { textCombineUpright, textOrientation, type: getComputedStyle(item).listStyleType }
      }),
    )
    const upright = {
      textCombineUpright: 'all',
      textOrientation: 'mixed',
      type: 'upright-decimal',
    }
    expect(markers).toEqual([upright, upright])
  })
})
