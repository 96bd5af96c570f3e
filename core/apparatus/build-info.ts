import type { Basis, Certainty, EmendationKind } from './emendation'
import type { ExplanationKind } from './explanation'

/** What an edition was made with and how much was done, for the page on provenance. */
export interface BuildInfo {
  /** The converter whose tables made the renditions, and its version. */
  readonly converter: { readonly name: string; readonly version: string }
  /** How many times an editor overrules the converter. */
  readonly overrides: number
  /** How many places were emended, by kind and by what the readings rest on. */
  readonly emendations: Readonly<Record<EmendationKind, Readonly<Record<Basis, number>>>>
  readonly sic: Readonly<Record<Certainty, number>>
  readonly kept: number
  readonly explanations: Readonly<Record<ExplanationKind, number>>
}
