/** What the text is set in: 明體／宋體, 黑體, 楷體, 仿宋, or whatever the system takes for Chinese. */
export const typefaces = ['ming', 'hei', 'kai', 'fangsong', 'system'] as const
export type Typeface = (typeof typefaces)[number]

/** First lines set in by so many characters. */
export const indents = [0, 1, 2] as const

/** How the text is set, besides the size of its letters. Lengths in characters of the text. */
export interface Typography {
  readonly typeface: Typeface
  /** From line to line. */
  readonly lineHeight: number
  /** The most characters in a line. */
  readonly measure: number
  /** Between paragraphs, besides the height of a line. */
  readonly paragraphSpacing: number
  readonly indent: (typeof indents)[number]
  /** Whether lines are filled to their end. */
  readonly justified: boolean
  /** Between two forms side by side. */
  readonly columnGap: number
}

/** What of it the reader chooses along a scale. */
export type TypographicScale = 'lineHeight' | 'measure' | 'paragraphSpacing' | 'columnGap'

/** The scales: where each begins, where it ends, and its steps. */
export const typographicScales: Readonly<
  Record<TypographicScale, { readonly min: number; readonly max: number; readonly step: number }>
> = {
  lineHeight: { min: 1.4, max: 2.6, step: 0.1 },
  measure: { min: 20, max: 60, step: 2 },
  paragraphSpacing: { min: 0, max: 2, step: 0.25 },
  columnGap: { min: 1, max: 6, step: 0.5 },
}

/** As designed. */
export const defaultTypography: Typography = {
  typeface: 'ming',
  lineHeight: 1.9,
  measure: 38,
  paragraphSpacing: 0.5,
  indent: 2,
  justified: true,
  columnGap: 3,
}
