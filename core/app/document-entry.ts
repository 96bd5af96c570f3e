import type { DocumentFormat, LeftOutKind, UnreadableReason } from '../formats/read-document'
import type { ScriptTag } from '../text/script-tag'

/** A document of the library, as its list shows it. */
export interface DocumentEntry {
  readonly id: string
  readonly title: string
  readonly author: string | null
  /** What it was opened from; null for the report that comes with the app. */
  readonly format: DocumentFormat | null
  /** The encoding that its text was read in; null where the format says it itself. */
  readonly encoding: string | null
  /** ISO 8601, milliseconds, UTC; null for the report that comes with the app. */
  readonly addedAt: string | null
  /** When it was last shown. */
  readonly readAt: string | null
  /** Absolute path of the file it was opened from; the library keeps a copy of its own. */
  readonly file: string | null
  /** What the file had and the document has not, and how often. */
  readonly leftOut: Readonly<Partial<Record<LeftOutKind, number>>>
  /** The forms that it can be shown in, its own first. */
  readonly forms: readonly ScriptTag[]
}

/** Why a file could not be opened as a document. */
export type OpenRefusal = UnreadableReason | 'missing' | 'not-a-file' | 'no-permission'
