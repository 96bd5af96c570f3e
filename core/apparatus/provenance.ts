import type { LocalizedText } from './localized-text'

/** What an edition says of itself in prose, a paragraph an item, for the page on provenance. */
export interface Provenance {
  /** What the source is. */
  readonly source: readonly LocalizedText[]
  /** How the source was damaged. */
  readonly damage: readonly LocalizedText[]
  /** How it was edited. */
  readonly editing: readonly LocalizedText[]
  /** How its other forms were made. */
  readonly forms: readonly LocalizedText[]
}
