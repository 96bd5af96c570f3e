/** The six colours of the pencil case, in the order in which they are offered. */
export const colors = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'] as const

/** The ways of marking words: a wash of colour, a line, a wavy line. */
export const paintKinds = ['highlight', 'underline', 'squiggly'] as const

/** The kinds of marks: those that are painted on words, and the bookmark, which marks a place. */
export const markKinds = [...paintKinds, 'bookmark'] as const

export type Color = (typeof colors)[number]
export type MarkKind = (typeof markKinds)[number]

export interface MarkStyle {
  readonly color: Color
  readonly kind: MarkKind
}

/** Whether a mark is a bookmark: its note is its name, and it stands in the margin, not on words. */
export const isBookmark = ({ style }: { readonly style: MarkStyle }): boolean =>
  style.kind === 'bookmark'

/** A style after another is wished for: a bookmark takes the colour only, and nothing else becomes one. */
export function restyled(before: MarkStyle, wished: MarkStyle): MarkStyle {
  const isSame = (before.kind === 'bookmark') === (wished.kind === 'bookmark')
  return isSame ? wished : { ...wished, kind: before.kind }
}

export const sameStyle = (a: MarkStyle, b: MarkStyle): boolean =>
  a.color === b.color && a.kind === b.kind

/** One name for each style, as the painter registers those of words: `yellow-highlight`. */
export const styleName = (style: MarkStyle): string => `${style.color}-${style.kind}`
