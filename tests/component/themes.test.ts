import { styleName } from '../../core/annotation/style'
import { defaultSettings, themes } from '../../core/app/settings'
import { textRange } from '../../core/text/range'
import { allStyles } from '../support/all-styles'
import { rows } from '../support/rows'
import { annotationOf } from '../unit/support/annotations'
import { report } from '../unit/support/report'
import { firstPages } from './support/first-pages'
import { type Pixel, pixelsIn } from './support/pixels'
import { Piyue } from './support/piyue'

/** Colours that lie over one another, the lowest first, as the style sheets name them. */
type Ground = readonly string[]

const paper = 'var(--paper)'
const marks = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple']

/** What words of the text and of the interface may stand on. */
const grounds: readonly Ground[] = [
  [paper],
  ['var(--paper-raised)'],
  ['var(--paper-sunk)'],
  [paper, 'var(--accent-wash)'],
]

/** What words of the text alone may stand on: what is selected or found, and marks. */
const textGrounds: readonly Ground[] = [
  ...grounds,
  [paper, 'var(--selection)'],
  [paper, 'color-mix(in oklch, var(--ink) 16%, transparent)'],
  ...marks.map((color) => [paper, `var(--${color})`]),
]

/** The contrast (WCAG 2) of pairs of grounds and of what is drawn on them, in the theme that is shown. */
function contrasts(pairs: readonly (readonly [Ground, string])[]): number[] {
  const probe = document.body.appendChild(document.createElement('i'))
  const drawing = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const luminance = (colors: readonly string[]) => {
    for (const color of colors) {
      probe.style.color = color
      if (drawing === null) throw new Error('Nothing can be drawn here')
      drawing.fillStyle = getComputedStyle(probe).color
      drawing.fillRect(0, 0, 1, 1)
    }
    const [r = 0, g = 0, b = 0] = [...(drawing?.getImageData(0, 0, 1, 1).data ?? [])].map(
      (channel) => {
        const share = channel / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      },
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const found = pairs.map(([ground, ink]) => {
    const [darker = 0, lighter = 0] = [luminance(ground), luminance([...ground, ink])].sort(
      (one, other) => one - other,
    )
    return (lighter + 0.05) / (darker + 0.05)
  })
  probe.remove()
  return found
}

const tooWeak = async (
  piyue: Piyue,
  pairs: readonly (readonly [Ground, string])[],
  least: number,
) => {
  const found = await piyue.page.evaluate(contrasts, pairs)
  return pairs.flatMap(([ground, ink], i) =>
    (found[i] ?? 0) < least ? [`${ink} on ${ground.join(' + ')}: ${found[i]?.toFixed(2)}`] : [],
  )
}

describe.each(rows(themes))('the theme %s', (theme) => {
  const settings = { ...defaultSettings, theme }

  it('has words that can be read on every ground and mark, and lines that can be seen', async () => {
    const piyue = await Piyue.open({ open: firstPages, settings })
    const ink = textGrounds.flatMap((ground) =>
      ['var(--ink)', 'var(--ink-soft)'].map((color) => [ground, color] as const),
    )
    const tools = grounds.flatMap((ground) => [
      [ground, 'var(--accent)'] as const,
      ...(ground.length === 1 ? [[ground, 'var(--ink-faint)'] as const] : []),
    ])
    const buttons = [
      [['var(--accent)'], 'var(--accent-ink)'],
      [['var(--ink)'], paper],
    ] as const
    const lines = marks.map((color) => [[paper], `var(--${color}-line)`] as const)
    const washes = marks.map((color) => [[paper], `var(--${color})`] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await piyue.emulateMedia({ colorScheme })
      expect(await tooWeak(piyue, [...ink, ...tools, ...buttons], 4.5)).toEqual([])
      expect(await tooWeak(piyue, lines, 3)).toEqual([])
      // A wash is told from its paper.
      expect(await tooWeak(piyue, washes, 1.1)).toEqual([])
    }
  })

  it('is there from the first paint on, and nothing in it is too weak to read, with every mark', async () => {
    const annotations = allStyles.map((style, i) =>
      annotationOf(report, textRange(60 + i * 12, 70 + i * 12), { id: styleName(style), style }),
    )
    const piyue = await Piyue.open({ open: firstPages, settings, annotations })
    expect(await piyue.page.locator('html').getAttribute('data-theme')).toBe(theme)
    expect(await piyue.seriousFindings({ rules: 'of colour' })).toEqual([])
    await piyue.button('Appearance').click()
    const look = { rules: 'of colour', part: 'beside the text' } as const
    expect(await piyue.seriousFindings(look)).toEqual([])
  })

  it('draws what empties a field in its ink, and not in the engine’s blue', async () => {
    const piyue = await Piyue.open({ open: firstPages, settings })
    await piyue.press('Control+l')
    const field = piyue.page.getByRole('region', { name: 'Library' }).getByRole('searchbox')
    await field.fill('穩')
    const box = await field.boundingBox()
    if (box === null) throw new Error('The field is not shown')
    const clip = { x: box.x + box.width - 20, y: box.y, width: 20, height: box.height }
    const pixels = await pixelsIn(piyue.page, clip)
    const isBlue = ([red, , blue]: Pixel) => blue - red > 40
    expect(pixels.filter(isBlue)).toEqual([])
    const [ground = 0] = pixels[0] ?? []
    const isInk = ([red]: Pixel) => Math.abs(red - ground) > 80
    expect(pixels.filter(isInk).length).toBeGreaterThan(8)
    await piyue.page.mouse.click(box.x + box.width - 7, box.y + box.height / 2)
    expect(await field.inputValue()).toBe('')
  })
})
