import type { BuildInfo } from '../apparatus/build-info'
import type { Apparatus } from '../apparatus/emendation'
import type { Provenance } from '../apparatus/provenance'
import type { KnownCitation } from '../document/citation-data'
import type { DocumentData } from '../document/document'
import type { FigureList } from '../figures/figure'
import type { DocumentFacts } from '../formats/facts'
import type { LeftOutKind } from '../formats/read-document'
import type { PlacedCorrection } from '../script/correction'
import type { RenditionData } from '../script/rendition'

/** What a reader is told once of how a file was read: bytes that fit nothing, places that seem damaged, what is missing. */
export const fileNotices = ['misfits', 'damage', 'left-out'] as const

export type FileNotice = (typeof fileNotices)[number]

/** How a file was read as a document. */
export interface FileReading {
  /** The encoding that its text was read in; null where the format says it itself. */
  readonly encoding: string | null
  /** How many times bytes were no character of that encoding, and U+FFFD stands for them. */
  readonly misfits: number
  /** What the file has and the document has not, and how often. */
  readonly leftOut: Readonly<Partial<Record<LeftOutKind, number>>>
  /** What of it the reader was told, and is not told again. */
  readonly passed: readonly FileNotice[]
  /** Whether the reader was asked what it is to be cited as. */
  readonly isAskedForCitation: boolean
  /** What it says of itself, and where. */
  readonly facts: DocumentFacts
  readonly known: KnownCitation
}

/** A document with everything its edition offers, as data that can be sent between processes. */
export interface Publication {
  readonly document: DocumentData
  /** The forms as they were made, without the reader's corrections. */
  readonly renditions: readonly RenditionData[]
  /** What the reader reads otherwise in them. */
  readonly corrections?: readonly PlacedCorrection[]
  readonly apparatus: Apparatus
  readonly provenance: Provenance
  readonly build: BuildInfo
  /** How its file was read, of a document that the reader opened. */
  readonly file?: FileReading
  /** The figures of the text, where someone has listed them. */
  readonly figures?: FigureList
}
