import type {
  CorrectionCounts,
  CorrectionDecision,
  DecisionReason,
  FileRefusal,
  ImportCounts,
  ImportDecision,
  ImportDestination,
  ImportedCorrection,
  ImportOrigin,
  LeftOut,
} from '../../app/import-report'

/** What is said about taking in notes from a file. */
export interface ImportMessages
  extends Readonly<
    Record<
      | 'title'
      | 'choose'
      | 'files'
      | 'go'
      | 'cancel'
      | 'working'
      | 'close'
      | 'nothingNew'
      | 'readOnly'
      | 'gone',
      string
    >
  > {
  readonly origins: Readonly<Record<ImportOrigin, string>>
  readonly decisions: Readonly<Record<ImportDecision, string>>
  readonly reasons: Readonly<Record<DecisionReason, string>>
  readonly leftOut: Readonly<Record<LeftOut, string>>
  readonly refusals: (file: string, refusal: FileRefusal) => string
  /** The counts in one line, without what is none. */
  readonly summary: (counts: ImportCounts) => string
  /** @param documents where they went, where that is not the open document alone */
  readonly imported: (
    file: string,
    counts: ImportCounts,
    documents?: readonly ImportDestination[],
    corrections?: CorrectionCounts,
  ) => string
  /** The heading over the corrections of readings in a file. */
  readonly corrections: string
  readonly correctionDecisions: Readonly<Record<CorrectionDecision, string>>
  /** A correction in words: the character, what conversion wrote and what is read. */
  readonly correction: (correction: ImportedCorrection) => string
  /** The titles of documents into which nothing could be written. */
  readonly notTakenInto: (titles: readonly string[]) => string
  /** That annotations of the file belong to other documents than the one that is read, and go there. */
  readonly sorted: string
  /** Beside the title of the document that is read. */
  readonly isOpen: string
  /** Beside the title of one that is not in the library. */
  readonly isAbsent: string
  /** In place of a title that the file does not tell. */
  readonly untitled: string
  /** How many annotations are listed, of how many. */
  readonly listed: (shown: number, count: number) => string
  /** Said on the command line while the window is open. */
  readonly notTaken: (file: string) => string
}

const decisions: Readonly<Record<ImportDecision, string>> = {
  new: 'new',
  moved: 'at another place',
  orphan: 'not found in the text',
  changed: 'newer than yours',
  same: 'here already',
  older: 'older than yours, left out',
  refused: 'cannot be read',
}

const correctionWords: Readonly<Record<CorrectionDecision, string>> = {
  new: 'new',
  same: 'here already',
  kept: 'yours stays',
  lost: 'not in this text',
}

const correctionSummary = (counts: CorrectionCounts): string =>
  (Object.keys(correctionWords) as CorrectionDecision[])
    .filter((decision) => counts[decision] > 0)
    .map((decision) => `${counts[decision]} ${correctionWords[decision]}`)
    .join(', ')

const refusals: Readonly<Record<FileRefusal, string>> = {
  missing: 'there is no such file.',
  'no-permission': 'Piyue may not read it.',
  'not-a-file': 'it is not a file.',
  unreadable: 'the system could not read it.',
  'too-large': 'it is larger than 64 MB.',
  archive: 'it is an archive (ZIP) in which there is no one file of annotations.',
  pdf: 'it is a PDF. Piyue takes notes from files of annotations only.',
  'not-text': 'it is not text in UTF-8 or UTF-16.',
  'not-json': 'it is no file of annotations (those are JSON), or its end is missing.',
  'too-complex': 'it is nested too deeply or has too many parts.',
  foreign: 'it holds no annotations that Piyue knows.',
  newer: 'a newer Piyue wrote it. Update Piyue to read it.',
  'too-many': 'it holds more than 20,000 annotations.',
  empty: 'it holds no annotations.',
}

const summary = (counts: ImportCounts) =>
  (Object.keys(decisions) as ImportDecision[])
    .filter((decision) => counts[decision] > 0)
    .map((decision) => `${counts[decision]} ${decisions[decision]}`)
    .join(', ')

const isAbsent = 'not in the library; kept until its file is opened'
const untitled = 'A document whose title is not known'

const named = ({ title, isAbsent: absent }: ImportDestination): string =>
  `${title === '' ? untitled : `“${title}”`}${absent ? ` (${isAbsent})` : ''}`

export const importEn: ImportMessages = {
  title: 'Import notes',
  choose: 'Choose a file of annotations',
  files: 'Annotations',
  go: 'Import',
  cancel: 'Cancel',
  working: 'Reading the file…',
  close: 'Close',
  nothingNew: 'There is nothing in this file to import. Nothing was changed.',
  readOnly:
    'Not imported: Piyue could not open or write your notes. Once that is put right, try again.',
  gone: 'Not imported: choose the file again.',
  origins: {
    piyue: 'Notes from Piyue',
    w3c: 'W3C annotations',
    readium: 'Readium annotations (Thorium)',
    hypothesis: 'Hypothesis annotations',
  },
  decisions,
  reasons: {
    'absent-document':
      'Its document is not in the library; it is kept for it, and is there when its file is opened.',
    quote: 'Its words stand elsewhere in this text.',
    approximate: 'Words much like these stand here.',
    'not-found': 'Its words do not stand in this text.',
    ambiguous: 'Its words stand in more than one place.',
    'not-searched': 'Too many notes were not found at once; this one was not searched for.',
    'other-document':
      'It belongs to a document that is not in the library; it is kept here, without a place.',
    'quotes-nothing': 'It quotes no words; what it says is kept.',
    'same-words': 'The same note is here on the same words.',
    'not-an-annotation': 'It is not an annotation.',
    'says-nothing': 'It quotes no words and says nothing.',
    'quote-too-long': 'It marks more than 100,000 characters.',
    'duplicate-id': 'Its id stands in the file before.',
    'document-unreadable':
      'Its document, or the notes on that, cannot be read; nothing is changed there.',
  },
  leftOut: {
    'note-shortened': 'Its note was longer than 200,000 characters; the beginning is kept.',
    'tag-shortened': 'A tag was longer than 200 characters; its beginning is kept.',
    'tags-dropped': 'Tags were left out: empty ones, or more than 200.',
    body: 'A part of it that is not text was left out.',
    'narrower-passage': 'It means only a part of these words; which part cannot be told.',
    'further-passage': 'It marks a further passage that cannot be read.',
  },
  refusals: (file, refusal) =>
    `${file} was not imported: ${refusals[refusal]} Your notes are unchanged.`,
  summary,
  imported: (file, counts, documents = [], corrections) =>
    [
      `Imported ${file}: ${summary(counts)}.`,
      ...documents.map((document) => `${named(document)}: ${summary(document.counts)}.`),
      ...(corrections ? [`Corrected characters: ${correctionSummary(corrections)}.`] : []),
    ].join(' '),
  corrections: 'Corrected characters',
  correctionDecisions: correctionWords,
  correction: ({ character, found, reading, own, isEverywhere }) =>
    [
      `${character}: ${found} → ${reading}`,
      ...(isEverywhere ? ['everywhere'] : []),
      ...(own === null ? [] : [`you read ${own}`]),
    ].join(', '),
  notTakenInto: (titles) =>
    `Not imported, or not whole, for Piyue could not open or write the notes: ${titles.map((title) => `“${title}”`).join(', ')}. Once that is put right, import the file again.`,
  sorted: 'The notes go to the documents that they belong to:',
  isOpen: 'open now',
  isAbsent,
  untitled,
  listed: (shown, count) =>
    shown === count ? `${count} in all` : `The first ${shown} of ${count}`,
  notTaken: (file) => `The open window has not taken in ${file}. Import it there.`,
}
