/**
 * What is done with an annotation of a file:
 * - `new`: it is added
 * - `moved`: it is added, at another place than it says, where its words stand now
 * - `orphan`: it is added to those whose words are not found
 * - `changed`: it replaces an earlier version of itself
 * - `same`: it is here already
 * - `older`: it is here already in a later version, which stays
 * - `refused`: it cannot be read
 */
export const importDecisions = [
  'new',
  'moved',
  'orphan',
  'changed',
  'same',
  'older',
  'refused',
] as const

export type ImportDecision = (typeof importDecisions)[number]

/** Why; each belongs to the decision it stands beside. */
export type DecisionReason =
  // new
  /** Its document is not in the library: it is kept for that, and is there when it is opened. */
  | 'absent-document'
  // moved
  | 'quote'
  | 'approximate'
  // orphan
  | 'not-found'
  | 'ambiguous'
  | 'not-searched'
  /** It belongs to a document that the library cannot have. */
  | 'other-document'
  | 'quotes-nothing'
  // same: under another id
  | 'same-words'
  // refused
  | 'not-an-annotation'
  | 'says-nothing'
  | 'quote-too-long'
  | 'duplicate-id'
  /** The document that it belongs to, or the notes on that, cannot be read. */
  | 'document-unreadable'

/** What of an annotation that was taken could not be taken with it. */
export type LeftOut =
  /** The note was longer than any may be: its beginning was taken. */
  | 'note-shortened'
  | 'tag-shortened'
  /** Tags without a visible character, or more than are kept. */
  | 'tags-dropped'
  /** A body that is no text: a picture, a sound, a link to something elsewhere. */
  | 'body'
  /** Words are marked that its own selector narrows down in a way that is not understood. */
  | 'narrower-passage'
  /** A further passage of the same annotation could not be read. */
  | 'further-passage'

/** One annotation of a file, and what becomes of it. */
export interface ImportedItem {
  /** Its place in the file, from 0. */
  readonly index: number
  /** The document that it goes to. */
  readonly documentId: string
  readonly decision: ImportDecision
  readonly reason: DecisionReason | null
  readonly leftOut: readonly LeftOut[]
  /** The first words of the quote and of the note, to know it by. */
  readonly quote: string
  readonly note: string
}

/**
 * What is done with a correction of a reading that a file has:
 * - `new`: the characters are read so
 * - `same`: they are read so already
 * - `kept`: the reader reads them otherwise, and that stays
 * - `lost`: they do not stand in this text, or the text is not here
 */
export const correctionDecisions = ['new', 'same', 'kept', 'lost'] as const

export type CorrectionDecision = (typeof correctionDecisions)[number]

/** One correction of a file, and what becomes of it. */
export interface ImportedCorrection {
  readonly documentId: string
  /** Empty where neither the library nor the file tells it. */
  readonly title: string
  readonly decision: CorrectionDecision
  readonly character: string
  /** What conversion wrote for it, and what is read instead. */
  readonly found: string
  readonly reading: string
  /** What the reader reads, where that stays. */
  readonly own: string | null
  /** Whether it is meant wherever conversion wrote the character so. */
  readonly isEverywhere: boolean
}

/** How many corrections of a file fare how. */
export type CorrectionCounts = Readonly<Record<CorrectionDecision, number>>

/** How many annotations of a file fare how. */
export type ImportCounts = Readonly<Record<ImportDecision, number>>

/** A document that annotations of a file go to, and how many of them fare how there. */
export interface ImportDestination {
  readonly documentId: string
  readonly title: string
  /** Where the library does not have it, and the notes are kept until it has. */
  readonly isAbsent?: true
  readonly counts: ImportCounts
}

/** Where a file of annotations comes from, as far as its shape tells. */
export type ImportOrigin = 'piyue' | 'w3c' | 'readium' | 'hypothesis'

/** Why a file as a whole is not taken. */
export type FileRefusal =
  | 'missing'
  | 'no-permission'
  | 'not-a-file'
  | 'unreadable'
  | 'too-large'
  /** A ZIP archive that holds no annotations. */
  | 'archive'
  | 'pdf'
  | 'not-text'
  | 'not-json'
  | 'too-complex'
  | 'foreign'
  | 'newer'
  | 'too-many'
  | 'empty'

/** How many annotations a preview lists; the counts are of all. */
export const mostListed = 1_000

/** What an import would do, before it does it. */
export type ImportPreview =
  | {
      readonly kind: 'preview'
      /** Names this preview when it is confirmed. */
      readonly token: string
      readonly file: string
      readonly origin: ImportOrigin
      /** Of all documents together. */
      readonly counts: ImportCounts
      /** The documents that the annotations go to; none where that is the open one alone. */
      readonly documents: readonly ImportDestination[]
      readonly items: readonly ImportedItem[]
      /** What becomes of the corrections of readings that are in it. */
      readonly corrections: readonly ImportedCorrection[]
    }
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: FileRefusal }
  | { readonly kind: 'cancelled' }

/** How an import went. */
export type ImportOutcome =
  | {
      readonly kind: 'imported'
      readonly file: string
      /** Of all documents together. */
      readonly counts: ImportCounts
      /** The documents that they went to; none where that is the open one alone. */
      readonly documents: readonly ImportDestination[]
      /** Absent where the file has none. */
      readonly corrections?: CorrectionCounts
      /** The titles of documents into which it could not be written whole: read-only, unreadable, or the disk is full. */
      readonly notTaken: readonly string[]
    }
  /** Everything in the file is here already, or refused. */
  | { readonly kind: 'nothing-new'; readonly file: string; readonly counts: ImportCounts }
  /** Nothing of the file was taken whole: its documents are read-only, unreadable, or the disk is full. */
  | { readonly kind: 'read-only'; readonly file: string }
  | { readonly kind: 'refused'; readonly file: string; readonly refusal: FileRefusal }
  /** The preview is no longer held: another was made since. */
  | { readonly kind: 'gone' }
