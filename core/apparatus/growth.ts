import { sum } from './sum'

/** An amount as it is written. What it was rounded from lies within `half` of it on either side. */
export interface WrittenAmount {
  readonly value: number
  /** Half of one in the last place that is written. */
  readonly half: number
}

/**
 * What the arithmetic says of a growth as stated: the amounts give it; they do not, but would before
 * they were rounded; or they cannot.
 */
export const verdicts = ['agrees', 'within-rounding', 'differs'] as const

export type Verdict = (typeof verdicts)[number]

/** What follows from two amounts and a growth as stated. Growth is a fraction of one. */
export interface Growth {
  readonly before: number
  readonly after: number
  readonly stated: number
  readonly computed: number
  /** What growth can have been before the amounts were rounded to the places written. */
  readonly possible: { readonly low: number; readonly high: number }
  /** The amount to which the growth as stated would lead. */
  readonly implied: number
  readonly verdict: Verdict
}

/** What a growth is reckoned from. */
interface GrowthTerms {
  /** The amounts before, added up. */
  readonly from: readonly WrittenAmount[]
  /** The amounts that are taken off them. */
  readonly less: readonly WrittenAmount[]
  readonly after: WrittenAmount
  /** A fraction of one. */
  readonly stated: WrittenAmount
}

/** Sets the growth that is stated beside the one that follows from the amounts. */
export function reckonGrowth({ from, less, after, stated }: GrowthTerms): Growth {
  const before = sum(from.map(valueOf)) - sum(less.map(valueOf))
  const slack = sum([...from, ...less].map(({ half }) => half))
  const computed = after.value / before - 1
  const possible = {
    low: (after.value - after.half) / (before + slack) - 1,
    high: (after.value + after.half) / (before - slack) - 1,
  }
  return {
    before,
    after: after.value,
    stated: stated.value,
    computed,
    possible,
    implied: before * (1 + stated.value),
    verdict: judge(stated, computed, possible),
  }
}

function judge(
  { value: stated, half }: WrittenAmount,
  computed: number,
  { low, high }: Growth['possible'],
): Verdict {
  if (Math.abs(computed - stated) <= half) return 'agrees'
  return low <= stated + half && high >= stated - half ? 'within-rounding' : 'differs'
}

const valueOf = ({ value }: WrittenAmount): number => value
