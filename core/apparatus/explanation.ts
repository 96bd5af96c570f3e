import type { TextRange } from '../text/range'
import { type Growth, reckonGrowth, type WrittenAmount } from './growth'
import type { LocalizedText } from './localized-text'
import type { Reference } from './reference'

/**
 * What an explanatory note of the edition explains. They are called explanations, for a note in this
 * app is the reader's own.
 */
export const explanationKinds = ['term', 'name', 'figures'] as const

export type ExplanationKind = (typeof explanationKinds)[number]

/** A figure where it stands in the text. */
export interface FigureInText {
  /** Code points in the canonical text. */
  readonly canonical: TextRange
  /** As written: digits and a decimal point. */
  readonly text: string
}

/** Two amounts of the text that a stated growth should lead from one to the other. */
export interface Comparison {
  /** The amount before; those behind the first are taken from it. */
  readonly before: readonly [FigureInText, ...FigureInText[]]
  readonly after: FigureInText
  /** In per cent. */
  readonly stated: FigureInText
}

/** Something that a reader from elsewhere may not know, or that does not follow, explained. */
export type Explanation = {
  readonly id: string
  /** Where the words stand, in text order; code points in the canonical text. */
  readonly places: readonly [TextRange, ...TextRange[]]
  readonly words: string
  readonly says: LocalizedText
  /** What it rests on; empty where it is the editor's word, or the text's own. */
  readonly sources: readonly Reference[]
} & (
  | { readonly kind: 'term' | 'name' }
  | { readonly kind: 'figures'; readonly comparison: Comparison }
)

/** Reckons from the figures of the text; nothing of it is written down anywhere. */
export function growthOf({ before, after, stated }: Comparison): Growth {
  const [whole, ...parts] = before
  return reckonGrowth({
    from: [asWritten(whole)],
    less: parts.map((part) => asWritten(part)),
    after: asWritten(after),
    stated: asWritten(stated, -2),
  })
}

/** By way of decimal notation, so that 6.5 per cent are 0.065 to the last digit. */
function asWritten({ text }: FigureInText, exponent = 0): WrittenAmount {
  const decimals = text.split('.')[1]?.length ?? 0
  return { value: Number(`${text}e${exponent}`), half: Number(`5e${exponent - decimals - 1}`) }
}
