import type { UiLanguage } from '../../core/app/settings'
import type { Figure } from '../../core/figures/figure'
import type { FiguresMessages } from '../../core/messages/figures/en'

/** Numbers in the words of one language. */
export interface Numbers {
  /** A figure's value in full: 11,800,000,000. */
  readonly full: (figure: Figure) => string
  /** A value of a figure's unit, short: 11.8 billion yuan. */
  readonly short: (value: number, like: Figure) => string
  /** A figure, short, with what the words around it say. */
  readonly bounded: (figure: Figure) => string
  /** A value at a line of a plot, without its unit: 10 billion. */
  readonly tick: (value: number, like: Figure) => string
  readonly percent: (fraction: number) => string
}

/** Units that stand behind a number in English; the others are what is counted. */
const named = new Set(['yuan', 'us-dollar', 'square-metre', 'metre', 'tonne', 'kilowatt-hour'])

export function numbersIn(language: UiLanguage, messages: FiguresMessages): Numbers {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 6 })
  const compact = new Intl.NumberFormat(language, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 2,
  })
  const percentage = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  const growth = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const inUnit = (value: number, like: Figure, format: Intl.NumberFormat): string => {
    if (like.unit === 'percent') return percentage.format(value)
    const number = format.format(value)
    if (like.unit === 'none') return number
    if (language === 'en')
      return named.has(like.unit) ? `${number} ${messages.units[like.unit]}` : number
    return `${number}${messages.units[like.unit]}`
  }
  return {
    full: ({ unit, number, upper, value, valueUpper, bound }) => {
      const [low, high] = unit === 'percent' ? [number, upper] : [value, valueUpper]
      const said = plain.format(low)
      return messages.bounded(
        high === undefined ? said : messages.upTo(said, plain.format(high)),
        bound,
      )
    },
    short: (value, like) => inUnit(value, like, compact),
    bounded: (figure) => messages.bounded(inUnit(figure.value, figure, compact), figure.bound),
    tick: (value, like) =>
      like.unit === 'percent' ? percentage.format(value) : compact.format(value),
    percent: (fraction) => growth.format(fraction),
  }
}
