import type { AnnotationCounts } from '../annotation/counts'
import type { CitationData } from '../document/citation-data'
import type { Encoding } from '../formats/encodings'
import type { DocumentFacts } from '../formats/facts'
import type { DocumentFormat, LeftOutKind, UnreadableReason } from '../formats/read-document'
import type { FileNotice } from '../publication/publication'
import type { ScriptTag } from '../text/script-tag'

/** What the library keeps of a document besides its text. */
export interface DocumentEntry {
  readonly id: string
  readonly title: string
  readonly author: string | null
  /** The same in its other forms, as the document showed it when it was open last. */
  readonly described?: Readonly<Partial<Record<ScriptTag, ShownWork>>>
  /** What its file says of it, and where; absent where that was not looked for yet. */
  readonly facts?: DocumentFacts
  /** What it was opened from; null for the report that comes with the app. */
  readonly format: DocumentFormat | null
  /** The encoding that its text was read in; null where the format says it itself. */
  readonly encoding: string | null
  /** The encoding that the reader chose instead of the one found; absent where they chose none. */
  readonly chosenEncoding?: Encoding
  /** The work that it is, as the reader has it cited; null where they were asked and left it open. */
  readonly citation?: CitationData | null
  /** What the reader was told of how the file was read; absent where they were told nothing. */
  readonly told?: readonly FileNotice[]
  /** How many times bytes were no character of the encoding; absent where none were. */
  readonly misfits?: number
  /** ISO 8601, milliseconds, UTC; null for the report that comes with the app. */
  readonly addedAt: string | null
  /** Absolute path of the file it was opened from; the library keeps a copy of its own. */
  readonly file: string | null
  /** What the file had and the document has not, and how often. */
  readonly leftOut: Readonly<Partial<Record<LeftOutKind, number>>>
  /** The forms that it can be shown in, its own first. */
  readonly forms: readonly ScriptTag[]
  /** How long its text is, in code points. */
  readonly length: number
  /** When the reader took it out of the library's list; it and its notes are kept. ISO 8601, ms, UTC. */
  readonly removedAt: string | null
  /** The document that holds the newer words of its file, and took its notes along. */
  readonly replacedBy: string | null
  /** The file as it was when it was read, or when the reader chose to stay with what was read then. */
  readonly seen: SeenFile | null
}

/** What a document is called, and who wrote it, in one form. */
export type ShownWork = Pick<DocumentEntry, 'title' | 'author'>

/** What a file was like: by size and time it is known that it did not change, by its digest that it did. */
export interface SeenFile {
  /** Bytes. */
  readonly size: number
  /** When it was last written, in milliseconds since 1970, UTC. */
  readonly modified: number
  /** SHA-256 of its bytes, as 64 hex digits. */
  readonly digest: string
}

/** A document of the library, as its list shows it. */
export interface ListedDocument
  extends Pick<DocumentEntry, 'id' | 'title' | 'author' | 'format' | 'addedAt' | 'forms'> {
  /** The form that it is read in, and that it is told of in: title, author and heading. */
  readonly form: ScriptTag
  /** Whether it comes with the app, and cannot be taken out. */
  readonly isBundled: boolean
  /** When it was last shown; null where it never was. ISO 8601, ms, UTC. */
  readonly readAt: string | null
  /** How much of it lies before the place where reading stopped, from 0 to 1; 1 where its end was in view. */
  readonly progress: number
  /** The heading under which reading stopped, as it was shown; null where there is none. */
  readonly heading: string | null
  /** What the reader has on it; null where that cannot be read. */
  readonly counts: AnnotationCounts | null
}

/** A document that the library does not have, or lists no more, with the notes that are kept for it. */
export interface AbsentDocument {
  readonly id: string
  /** Whether it was taken out of the list, and can be put back. */
  readonly isRemoved: boolean
  /** As the list called it, or the file that its notes came with; empty where that did not say. */
  readonly title: string
  /** How many annotations there are. */
  readonly count: number
  /** The first of them, in the order of its text. */
  readonly annotations: readonly { readonly quote: string; readonly note: string }[]
}

/** The endings of the files that open as documents, without a dot, by what they are. */
export const documentEndings: readonly string[] = [
  'md',
  'markdown',
  'txt',
  'text',
  'html',
  'htm',
  'xhtml',
  'docx',
  'epub',
]

/** Why a file could not be opened as a document. */
export type OpenRefusal =
  | UnreadableReason
  | 'missing'
  | 'not-a-file'
  | 'no-permission'
  /** The system could not read it, for whatever reason. */
  | 'unreadable'
  /** It was read, and there is no room for the library's copy; or that cannot be written. */
  | 'disk-full'
  | 'not-kept'
