import { type Growth, reckonGrowth, type WrittenAmount } from '../apparatus/growth'
import type { LocalizedText } from '../apparatus/localized-text'
import type { Figure, FigureList, Pairing } from './figure'
import { parseQuantity } from './quantity'

/** A target beside the year before. Amounts are in the target's unit. */
export interface Comparison extends Growth {
  readonly target: Figure
  readonly growth: Figure
  /** The figures of the year before, added up. */
  readonly from: readonly Figure[]
  /** The figures that are taken off them. */
  readonly less: readonly Figure[]
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
  return {
    ...reckonGrowth({
      from: from.map(asWritten),
      less: less.map(asWritten),
      after: asWritten(target),
      stated: asWritten(growth),
    }),
    target,
    growth,
    from,
    less,
    ...(pairing.remark ? { remark: pairing.remark } : {}),
  }
}

const asWritten = ({ text, value }: Figure): WrittenAmount => ({
  value,
  half: (parseQuantity(text)?.precision ?? 0) / 2,
})
