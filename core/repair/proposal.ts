import type { TextRange } from '../text/range'

/**
 * The kinds of damage that are looked for:
 * - `decoding`: text whose bytes were read in the wrong encoding
 * - `punctuation`: half-width marks between Chinese characters
 * - `spacing`: spaces between Chinese characters
 * - `reading`: a reading in brackets that a web page put behind a character, 網(wǎng)站
 * - `line-break`: a paragraph broken into lines
 * - `width`: full-width digits and letters
 */
export const repairKinds = [
  'decoding',
  'punctuation',
  'spacing',
  'reading',
  'line-break',
  'width',
] as const

export type RepairKind = (typeof repairKinds)[number]

/** What shows that a text was read in the wrong encoding: its bytes, which are text in another. */
export interface DecodingProof {
  /** In which encoding the bytes were read, and in which they should have been. */
  readonly readAs: string
  readonly written: string
  /** Upper-case hexadecimal. */
  readonly bytes: string
}

/** A place that seems damaged, and what it should probably be. Nothing is changed until it is taken. */
export interface Proposal {
  /** Follows from kind and place: the same place of the same text has the same id. */
  readonly id: string
  readonly kind: RepairKind
  /** Code points of the document as it was read; never empty. */
  readonly range: TextRange
  readonly found: string
  /** Empty where nothing should stand. */
  readonly reading: string
  readonly proof?: DecodingProof
}

/** A proposal that has no name yet. */
export type Finding = Omit<Proposal, 'id' | 'found'>

/** Goes up whenever other places are proposed, or otherwise: what was found before is then looked for again. */
export const proposalsVersion = 4
