/** The six colours of the pencil case, in the order in which they are offered. */
export const colors = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'] as const

/** The ways of marking: a wash of colour, a line, a wavy line. */
export const markKinds = ['highlight', 'underline', 'squiggly'] as const

export type Color = (typeof colors)[number]
export type MarkKind = (typeof markKinds)[number]

export interface MarkStyle {
  readonly color: Color
  readonly kind: MarkKind
}

export const sameStyle = (a: MarkStyle, b: MarkStyle): boolean =>
  a.color === b.color && a.kind === b.kind

/** One name for each style, as the painter registers it: `yellow-highlight`. */
export const styleName = (style: MarkStyle): string => `${style.color}-${style.kind}`

export const allStyles: readonly MarkStyle[] = colors.flatMap((color) =>
  markKinds.map((kind) => ({ color, kind })),
)
