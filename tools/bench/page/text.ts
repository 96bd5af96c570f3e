/** What a peer is given to show: plain data, for it crosses into the page. */

/** A block of the text in two forms of equal length. */
export interface BenchBlock {
  readonly tag: string
  readonly hant: string
  readonly hans: string
}

/** A stretch of one block, in UTF-16 units, and the name of the layer that it is painted in. */
export interface BenchMark {
  readonly block: number
  readonly start: number
  readonly end: number
  readonly layer: string
}

/** The place of the text in the window, in CSS px. */
export interface BenchFrame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
