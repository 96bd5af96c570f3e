import type { LocalizedText } from '../apparatus/localized-text'
import type { Figure, FigureList, Pairing, PlotDefinition } from './figure'

/** Why a number of the text is no figure. */
export const exclusionReasons = [
  'date',
  'ordinal',
  'numbering',
  'set-phrase',
  'name',
  'wording',
] as const

type Labels = Readonly<Record<string, LocalizedText>>

/** A figure whose labels are named and not told. */
type FigureRecord = Omit<Figure, 'counted' | 'of'> & { readonly of: string }

/** `figures.json`: every figure of the text, and the words with numerals that are none. */
export interface FiguresFile {
  /** What is counted, and of whom. */
  readonly measures: Labels
  readonly subjects: Labels
  readonly figures: readonly FigureRecord[]
  readonly pairings: readonly Pairing[]
  readonly plots: readonly PlotDefinition[]
  /** Words that hold a numeral and count nothing, wherever they stand. */
  readonly excluded: Readonly<Partial<Record<(typeof exclusionReasons)[number], readonly string[]>>>
}

/**
 * The figures of `figures.json`, each with its labels.
 *
 * @throws Error if a name in it stands for nothing.
 */
export function figuresOf(file: FiguresFile): FigureList {
  const { figures, pairings, plots, measures, subjects } = file
  const labelled = figures.map(
    (figure): Figure => ({
      ...figure,
      counted: labelOf(measures, figure.measure),
      of: labelOf(subjects, figure.of),
    }),
  )
  return { figures: labelled, pairings, plots }
}

function labelOf(from: Labels, name: string): LocalizedText {
  const label = from[name]
  if (label === undefined) throw new Error(`figures.json has no label for ${name}`)
  return label
}
