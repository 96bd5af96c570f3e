import type { BuildInfo } from './build-info'
import { apparatusSchema, buildInfoSchema } from './edition-schema'
import type { Apparatus, ApparatusData } from './emendation'

/**
 * Reads `apparatus.json` and gives every emendation and every kept place its reason.
 *
 * @throws ZodError if the data is not what the format says; Error if a reason is missing.
 */
export function loadApparatus(json: unknown): Apparatus {
  const { reasons, ...data }: ApparatusData = apparatusSchema.parse(json)
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

/**
 * Reads `build-info.json`.
 *
 * @throws ZodError if the data is not what the format says.
 */
export function loadBuildInfo(json: unknown): BuildInfo {
  return buildInfoSchema.parse(json)
}
