import type { EmendationKind } from './emendation'

/** What an edition was made with and how much was done, for the page on provenance. */
export interface BuildInfo {
  /** The converter whose tables made the renditions, and its version. */
  readonly converter: { readonly name: string; readonly version: string }
  /** How many times an editor overrules the converter. */
  readonly overrides: number
  readonly emendations: Readonly<Record<EmendationKind, number>>
  readonly sic: number
}
