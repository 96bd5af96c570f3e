import type {
  FileRefusal,
  ImportCounts,
  ImportOrigin,
  Verdict,
  VerdictReason,
} from '../../exchange/import/verdict'

/** What is said about taking in notes from a file. */
export interface ImportMessages
  extends Readonly<
    Record<
      'title' | 'choose' | 'go' | 'cancel' | 'close' | 'nothingNew' | 'readOnly' | 'gone',
      string
    >
  > {
  readonly origins: Readonly<Record<ImportOrigin, string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly reasons: Readonly<Record<VerdictReason, string>>
  readonly refusals: (file: string, refusal: FileRefusal) => string
  /** The counts in one line, without what is none. */
  readonly summary: (counts: ImportCounts) => string
  readonly imported: (file: string, counts: ImportCounts) => string
  /** How many annotations are listed, of how many. */
  readonly listed: (shown: number, count: number) => string
  /** Said on the command line while the window is open. */
  readonly notTaken: (file: string) => string
}

const verdicts: Readonly<Record<Verdict, string>> = {
  new: 'new',
  moved: 'at another place',
  orphan: 'not found in the text',
  changed: 'newer than yours',
  same: 'here already',
  older: 'older than yours, left out',
  refused: 'cannot be read',
}

const refusals: Readonly<Record<FileRefusal, string>> = {
  missing: 'there is no such file.',
  'no-permission': 'Piyue may not read it.',
  'not-a-file': 'it is not a file.',
  unreadable: 'the system could not read it.',
  'too-large': 'it is larger than 64 MB.',
  'not-text': 'it is not text in UTF-8.',
  'not-json': 'it is not whole JSON.',
  'too-complex': 'it is nested too deeply or has too many parts.',
  foreign: 'it holds no annotations that Piyue knows.',
  newer: 'a newer Piyue wrote it. Update Piyue to read it.',
  'too-many': 'it holds more than 20,000 annotations.',
  empty: 'it holds no annotations.',
}

const summary = (counts: ImportCounts) =>
  (Object.keys(verdicts) as Verdict[])
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict]} ${verdicts[verdict]}`)
    .join(', ')

export const importEn: ImportMessages = {
  title: 'Import notes',
  choose: 'Choose a file of annotations',
  go: 'Import',
  cancel: 'Cancel',
  close: 'Close',
  nothingNew: 'There is nothing in this file to import. Nothing was changed.',
  readOnly: 'Not imported: your notes are open for reading only.',
  gone: 'Not imported: choose the file again.',
  origins: {
    piyue: 'Notes from Piyue',
    w3c: 'W3C annotations',
    readium: 'Readium annotations (Thorium)',
    hypothesis: 'Hypothesis annotations',
  },
  verdicts,
  reasons: {
    quote: 'Its words stand elsewhere in this text.',
    approximate: 'Words much like these stand here.',
    'not-found': 'Its words do not stand in this text.',
    ambiguous: 'Its words stand in more than one place.',
    'not-searched': 'Too many notes were not found at once; this one was not searched for.',
    'other-document': 'it belongs to another document',
    'same-words': 'The same note is here on the same words.',
    'not-an-annotation': 'It is not an annotation.',
    'no-quote': 'It quotes no words.',
    'too-long': 'It is too long.',
    'duplicate-id': 'Its id stands in the file before.',
    invalid: 'It does not fit the format.',
  },
  refusals: (file, refusal) =>
    `${file} was not imported: ${refusals[refusal]} Your notes are unchanged.`,
  summary,
  imported: (file, counts) => `Imported ${file}: ${summary(counts)}.`,
  listed: (shown, count) =>
    shown === count ? `${count} in all` : `The first ${shown} of ${count}`,
  notTaken: (file) => `The open window has not taken in ${file}. Import it there.`,
}
