import type { CitationField } from '../../document/citation-data'
import type { WorkType } from '../../document/document'

/** What is said in asking what a document is to be cited as. */
interface CitationDialogMessages
  extends Readonly<
    Record<
      | 'title'
      | 'how'
      | 'type'
      | 'authorHow'
      | 'dateHow'
      | 'wrongDate'
      | 'preview'
      | 'asInFile'
      | 'save'
      | 'later',
      string
    >
  > {
  readonly types: Readonly<Record<WorkType, string>>
  readonly fields: Readonly<Record<CitationField, string>>
  /** Beside a field that means something else for a kind of work. */
  readonly fieldsFor: Readonly<Partial<Record<WorkType, Partial<Record<CitationField, string>>>>>
  readonly edit: (title: string) => string
  /** Takes the day on which the file was made. @param date ISO 8601 */
  readonly takeMade: (date: string) => string
}

/** What is said of what is known of a work, and of where it is known from. */
interface KnownMessages
  extends Readonly<
    Record<
      'title' | 'how' | 'change' | 'made' | 'notPublished' | 'nothing' | 'byReader' | 'byFile',
      string
    >
  > {
  readonly origins: Readonly<Record<'heading' | 'text' | 'file-name', string>>
  /** @param name of the field in the file, in the file's own language */
  readonly field: (name: string) => string
}

/** What is said in asking for what a document is to be cited as. */
export interface CitingMessages {
  /** What a document is cited as is kept. */
  readonly saved: string
  readonly dialog: CitationDialogMessages
  readonly known: KnownMessages
}

export const citingEn: CitingMessages = {
  saved: 'Citation data saved.',
  dialog: {
    title: 'Citation',
    how: 'What is known of this work is used in copies with a source, in references and in exports. What you leave empty is left out. You can change it later, in the library.',
    type: 'Kind of work',
    authorHow: 'Part several with semicolons: 陳獨秀; 胡適',
    dateHow: '2019, 2019-05 or 2019-05-23',
    wrongDate: 'A year, a month or a day: 2019, 2019-05 or 2019-05-23',
    preview: 'By GB/T 7714',
    save: 'Save',
    later: 'Not now',
    types: {
      M: 'Book [M]',
      R: 'Report [R]',
      J: 'Journal article [J]',
      N: 'Newspaper article [N]',
      D: 'Thesis [D]',
      C: 'Conference paper, proceedings [C]',
      S: 'Standard, regulation [S]',
      EB: 'Page of the web [EB/OL]',
      Z: 'Other [Z]',
    },
    fields: {
      title: 'Title',
      author: 'Author or issuing body',
      date: 'Date of publication',
      place: 'Place of publication',
      publisher: 'Publisher',
      container: 'Published in',
      volume: 'Volume',
      issue: 'Issue',
      pages: 'Pages',
      number: 'Number',
      isbn: 'ISBN',
      address: 'Web address',
    },
    fieldsFor: {
      J: { container: 'Journal' },
      N: { container: 'Newspaper', issue: 'Page or edition' },
      D: { place: 'Place', publisher: 'University', date: 'Year' },
      C: { container: 'Proceedings' },
    },
    edit: (title) => `Citation of “${title}”`,
    asInFile: 'As the file says',
    takeMade: (date) => `Take the day on which the file was made: ${date}`,
  },
  known: {
    title: 'This work',
    how: 'What it is cited by, and where that was found.',
    change: 'Change…',
    made: 'File made',
    notPublished: 'not used as the date of publication',
    nothing: 'not known',
    byReader: 'as you said',
    byFile: 'from the file',
    field: (name) => `from the file (${name})`,
    origins: {
      heading: 'from its heading',
      text: 'from its first lines',
      'file-name': 'from the name of the file',
    },
  },
}
