import type { LocalizedText } from '../apparatus/localized-text'
import type { Figure, FigureList, Pairing } from './figure'
import { parseQuantity } from './quantity'

/**
 * What the arithmetic says of a growth as stated: the figures give it; they do not, but would before
 * they were rounded; or they cannot.
 */
export const verdicts = ['agrees', 'within-rounding', 'differs'] as const

export type Verdict = (typeof verdicts)[number]

/** A target beside the year before. Amounts are in the target's unit, growth is a fraction of one. */
export interface Comparison {
  readonly target: Figure
  readonly growth: Figure
  /** The figures of the year before, added up. */
  readonly from: readonly Figure[]
  /** The figures that are taken off them. */
  readonly less: readonly Figure[]
  readonly before: number
  readonly stated: number
  readonly computed: number
  /** What growth can have been before the amounts were rounded to the places written. */
  readonly possible: { readonly low: number; readonly high: number }
  /** The target that the growth as stated would give. */
  readonly implied: number
  readonly verdict: Verdict
  /** Why the two may not speak of the same thing. */
  readonly remark?: LocalizedText
}

/**
 * The targets of a document beside the results that they are set against, with the growth that is
 * stated and the growth that follows from the figures.
 *
 * @throws Error if a pairing names a figure that is not in the list
 */
export function compareTargets({ figures, pairings }: FigureList): readonly Comparison[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const figure = (id: string): Figure => {
    const found = byId.get(id)
    if (found === undefined) throw new Error(`There is no figure ${id}`)
    return found
  }
  return pairings.map((pairing) => compare(pairing, figure))
}

function compare(pairing: Pairing, figure: (id: string) => Figure): Comparison {
  const from = pairing.from.map(figure)
  const less = (pairing.less ?? []).map(figure)
  const target = figure(pairing.target)
  const growth = figure(pairing.growth)
  const before = sum(from.map(valueOf)) - sum(less.map(valueOf))
  const slack = sum([...from, ...less].map(halfPlace))
  const possible = {
    low: (target.value - halfPlace(target)) / (before + slack) - 1,
    high: (target.value + halfPlace(target)) / (before - slack) - 1,
  }
  const stated = growth.value
  const computed = target.value / before - 1
  return {
    target,
    growth,
    from,
    less,
    before,
    stated,
    computed,
    possible,
    implied: before * (1 + stated),
    verdict: judge(stated, computed, possible, halfPlace(growth)),
    ...(pairing.remark ? { remark: pairing.remark } : {}),
  }
}

/** `half` is half of one in the last place in which the growth is stated. */
function judge(
  stated: number,
  computed: number,
  { low, high }: Comparison['possible'],
  half: number,
): Verdict {
  if (Math.abs(computed - stated) <= half) return 'agrees'
  return low <= stated + half && high >= stated - half ? 'within-rounding' : 'differs'
}

const valueOf = ({ value }: Figure): number => value

/** How far a number may lie from what it was rounded from: half of one in its last place. */
const halfPlace = ({ text }: Figure): number => (parseQuantity(text)?.precision ?? 0) / 2

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
