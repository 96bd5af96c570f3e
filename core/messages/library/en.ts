import type { LibraryOrder } from '../../app/document-list'
import type { DocumentFormat } from '../../formats/read-document'
import { plural } from '../phrasing'

/** A question to be answered with yes or no. */
type Question<Of extends unknown[]> = Readonly<Record<'detail' | 'yes' | 'no', string>> & {
  readonly title: (...of: Of) => string
}

/** What is said of documents that the reader opens. */
export interface LibraryMessages
  extends Readonly<
    Record<
      | 'title'
      | 'documents'
      | 'open'
      | 'close'
      | 'find'
      | 'sort'
      | 'none'
      | 'bundled'
      | 'neverRead'
      | 'isOpen'
      | 'notesUnreadable'
      | 'undoRemoval'
      | 'dropHere'
      /** Documents that are not here, and for which notes are kept. */
      | 'absent'
      | 'absentHow'
      | 'openItsFile'
      /** What was found in the documents' texts and notes. */
      | 'found'
      | 'searching'
      | 'foundNowhere'
      | 'inNote'
      /** In the system's dialog: its title, and what the files are called. */
      | 'choose'
      | 'files'
      | 'allFiles'
      /** The menu of documents that were shown of late. */
      | 'recent',
      string
    >
  > {
  readonly orders: Readonly<Record<LibraryOrder, string>>
  /** How often something was found in a document. */
  readonly foundIn: (inText: number, inNotes: number) => string
  readonly foundInAll: (documents: number) => string
  /** How many places of a text are not listed. */
  readonly moreIn: (count: number) => string
  readonly lastRead: (day: string) => string
  readonly added: (day: string) => string
  /** How far reading has come. @param percent a whole number */
  readonly progress: (percent: number) => string
  readonly counts: (marks: number, notes: number) => string
  /** How many notes are kept for a document that is not here. */
  readonly keptNotes: (count: number) => string
  readonly remove: (title: string) => string
  readonly removed: (title: string) => string
  readonly restored: (title: string) => string
  /** Picks a document out, to do something with several. */
  readonly select: (title: string) => string
  /** @param selected how many documents are picked out; all that are listed, where none are */
  readonly exportNotes: (selected: number) => string
  /** A document's file has other words by now. */
  readonly newText: Question<[file: string]>
  /** A file that was opened before has other words now, and there are notes on the former ones. */
  readonly formerNotes: Question<[file: string, marks: number]>
  /** How many documents are shown. */
  readonly shown: (count: number) => string
  readonly formats: Readonly<Record<DocumentFormat, string>>
  /** What a document's text is; `encoding` is null where the format says itself in which it is. */
  readonly source: (file: string, format: string, encoding: string | null) => string
  readonly unchanged: string
  /** Why a document has but one form. */
  readonly notChinese: string
  /** What is converted from what, where a document is written in both scripts. */
  readonly bothScripts: string
  readonly forms: (converter: string) => string
}

export const libraryEn: LibraryMessages = {
  title: 'Library',
  documents: 'Documents',
  open: 'Open file',
  close: 'Close the library',
  find: 'Find titles, texts and notes',
  sort: 'Sort by',
  none: 'No document of that title or author.',
  bundled: 'comes with Piyue',
  neverRead: 'not read yet',
  isOpen: 'open now',
  notesUnreadable: 'the notes cannot be read',
  undoRemoval: 'Put back',
  dropHere:
    'Open a Markdown, text or HTML file, a Word document or an e-book (EPUB), or drop one on the window. The library keeps a copy.',
  absent: 'Notes on documents that are not here',
  absentHow:
    'They came with a file of notes, or their document was removed, or you undid their coming along to its new text. They are kept until it is opened or put back: then they stand in its text.',
  openItsFile: 'Open its file…',
  keptNotes: (count) => plural(count, 'note', 'notes'),
  choose: 'Open a document',
  files: 'Documents',
  allFiles: 'All files',
  recent: 'Open recent',
  newText: {
    title: (file) => `“${file}” has changed since it was opened. Read it as it is now?`,
    detail:
      'Your marks and notes are taken along to where their words stand now. Those whose words are not found are kept, and listed.',
    yes: 'Read the new text',
    no: 'Stay with the former text',
  },
  formerNotes: {
    title: (file, marks) =>
      `“${file}” has changed since you marked it. Take ${marks === 1 ? 'your mark' : `your ${marks} marks`} along?`,
    detail:
      'Marks and notes are taken to where their words stand now; those whose words are not found are kept, and listed. If not, the former text stays in the library, with its notes.',
    yes: 'Take them along',
    no: 'Keep both texts',
  },
  found: 'Found in the texts and notes',
  searching: 'Searching…',
  foundNowhere: 'Found in no text and no note.',
  inNote: 'note',
  foundIn: (inText, inNotes) =>
    [
      ...(inText > 0 ? [plural(inText, 'place', 'places')] : []),
      ...(inNotes > 0 ? [plural(inNotes, 'note', 'notes')] : []),
    ].join(', '),
  foundInAll: (documents) => `Found in ${plural(documents, 'document', 'documents')}.`,
  moreIn: (count) => `${count} more in the text`,
  orders: { read: 'Last read', title: 'Title', added: 'Added' },
  lastRead: (day) => `read ${day}`,
  added: (day) => `added ${day}`,
  progress: (percent) => `${percent}% read`,
  counts: (marks, notes) =>
    marks === 0
      ? 'no marks'
      : `${plural(marks, 'mark', 'marks')}, ${plural(notes, 'note', 'notes')}`,
  remove: (title) => `Remove “${title}” from the library`,
  removed: (title) => `“${title}” was removed. Its notes are kept, and come back with it.`,
  restored: (title) => `“${title}” is in the library again.`,
  select: (title) => `Select “${title}”`,
  exportNotes: (selected) =>
    selected === 0
      ? 'Export notes…'
      : `Export notes of ${plural(selected, 'document', 'documents')}…`,
  shown: (count) => plural(count, 'document', 'documents'),
  formats: {
    markdown: 'Markdown',
    text: 'plain text',
    html: 'web page',
    docx: 'Word document',
    epub: 'e-book (EPUB)',
  },
  source: (file, format, encoding) =>
    encoding === null
      ? `Opened from the file “${file}” (${format}). The library keeps a copy of it.`
      : `Opened from the file “${file}” (${format}, read as ${encoding}). The library keeps a copy of it.`,
  unchanged: 'The text is as the file has it; nothing was changed.',
  notChinese:
    'The text was found not to be in Chinese: there is no other script to show it in, and it stands as its file has it.',
  bothScripts:
    'Some paragraphs are in Traditional characters, others in Simplified. “Both scripts” shows each as the file has it; in every other form each was converted from the script that it is written in.',
  forms: (converter) =>
    `The other forms were made by ${converter}, whole paragraphs at a time, and were not reviewed by anyone. Where one character stands for several, a converted form can be wrong.`,
}
