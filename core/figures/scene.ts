import { escapeHtml } from '../text/escape-html'

/** The inks of a plot: the page gives each by its theme, a file its colour on white paper. */
const inks = ['ink', 'soft', 'rule', 'paper', 'accent'] as const

type Ink = (typeof inks)[number]

export type Palette = Readonly<Record<Ink, string>>

/** What a drawing is made of. Lengths are in px of the drawing; `d` is an SVG path. */
export type Shape =
  | {
      readonly kind: 'path'
      readonly d: string
      readonly fill?: Ink
      readonly stroke?: Ink
      readonly width?: number
    }
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly anchor: 'start' | 'middle' | 'end'
      readonly ink: Ink
      readonly size: number
      readonly bold?: boolean
      /** Whether paper keeps lines off the letters. */
      readonly halo?: boolean
    }

/** A drawing that goes to the page, to an SVG file and to a bitmap alike. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** How wide paper lies around letters, both sides together, in px. */
export const haloWidth = 5

/** An element of SVG: its name, its attributes, and its text. */
type SvgElement = readonly [
  tag: 'path' | 'text',
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
]

/** A shape as SVG has it. Colours are attributes, so that it needs no style sheet. */
export function svgOf(shape: Shape, palette: Palette): SvgElement {
  if (shape.kind === 'path') {
    const { d, fill, stroke, width = 1 } = shape
    return [
      'path',
      {
        d,
        fill: fill ? palette[fill] : 'none',
        ...(stroke ? { stroke: palette[stroke], 'stroke-width': width } : {}),
      },
    ]
  }
  const { text, x, y, anchor, ink, size, bold = false, halo = false } = shape
  return [
    'text',
    {
      x,
      y,
      fill: palette[ink],
      'text-anchor': anchor,
      'font-size': size,
      ...(bold ? { 'font-weight': 600 } : {}),
      ...(halo
        ? {
            stroke: palette.paper,
            'stroke-width': haloWidth,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }
        : {}),
    },
    text,
  ]
}

/** The colours of a file: dark ink on white paper, for reading and printing. */
export const filePalette: Palette = {
  ink: '#241f1b',
  soft: '#5c544d',
  rule: '#d8d2ca',
  paper: '#ffffff',
  accent: '#9c2a1c',
}

/**
 * The drawing as an SVG file that stands by itself.
 *
 * @param font a CSS font family
 */
export function svgFile(scene: Scene, title: string, lang: string, font: string): string {
  const { width, height, shapes } = scene
  const elements = shapes.map((shape) => {
    const [tag, attributes, text] = svgOf(shape, filePalette)
    return `  <${tag}${written(attributes)}>${escapeHtml(text ?? '')}</${tag}>`
  })
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': font,
    'xml:lang': lang,
  }
  return [
    `<svg${written(root)}>`,
    `  <title>${escapeHtml(title)}</title>`,
    `  <path d="M0,0H${width}V${height}H0Z" fill="${filePalette.paper}"></path>`,
    ...elements,
    '</svg>',
    '',
  ].join('\n')
}

const written = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('')
