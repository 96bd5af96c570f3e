import type { Apparatus, ApparatusData } from './emendation'

/**
 * Gives every emendation and every kept place of `apparatus.json` its reason.
 *
 * @throws Error if a reason is missing.
 */
export function apparatusOf({ reasons, ...data }: ApparatusData): Apparatus {
  const withReason = <T extends { readonly id: string; readonly why: string }>(item: T) => {
    const why = reasons[item.why]
    if (why === undefined) throw new Error(`${item.id} lacks its reason`)
    return { ...item, why }
  }
  return {
    ...data,
    emendations: data.emendations.map(withReason),
    kept: data.kept.map(withReason),
  }
}
