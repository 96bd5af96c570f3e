import type { BuildInfo } from './build-info'
import { apparatusSchema, buildInfoSchema } from './edition-schema'
import type { Apparatus, ApparatusData } from './emendation'

/**
 * Reads `apparatus.json` and gives every emendation its reason.
 *
 * @throws ZodError if the data is not what the format says; Error if a reason is missing.
 */
export function loadApparatus(json: unknown): Apparatus {
  const { reasons, emendations, sic }: ApparatusData = apparatusSchema.parse(json)
  return {
    emendations: emendations.map((emendation) => {
      const why = reasons[emendation.why]
      if (why === undefined) throw new Error(`${emendation.id} lacks its reason`)
      return { ...emendation, why }
    }),
    sic,
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
