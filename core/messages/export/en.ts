import type {
  ExportExtra,
  ExportFormat,
  ExportScope,
  ExportScript,
  TemplateProblem,
} from '../../app/export-request'
import { type Clock, clockOf } from '../phrasing'

/** The headings of a table of notes. */
export type ExportColumn =
  | 'document'
  | 'id'
  | 'section'
  | 'quote'
  | 'note'
  | 'tags'
  | 'style'
  | 'created'
  | 'modified'
  | 'start'
  | 'end'
  | 'link'
  | 'source'
  | 'app'
  | 'exported'

/** What is said in export files and about writing them. */
export interface ExportMessages
  extends Clock,
    Readonly<
      Record<
        | 'button'
        | 'title'
        | 'format'
        | 'script'
        | 'scope'
        | 'template'
        | 'which'
        | 'documents'
        | 'thisDocument'
        | 'noTemplate'
        | 'templatesFolder'
        | 'preview'
        | 'firstPage'
        | 'details'
        | 'include'
        | 'copy'
        | 'writing'
        | 'go'
        | 'cancel'
        | 'working'
        | 'nothing'
        | 'close'
        | 'orphans'
        | 'textNotHere'
        | 'notes'
        | 'openInApp'
        | 'defaultName'
        | 'showInFolder',
        string
      >
    > {
  /** The language that these messages are in. */
  readonly lang: string
  readonly formats: Readonly<Record<ExportFormat, string>>
  /** What an export may hold besides quotes and notes. */
  readonly extras: Readonly<Record<ExportExtra, string>>
  /** @param what the marks and notes, as `marksHere` counts them */
  readonly copied: (what: string | null) => string
  readonly scripts: Readonly<Record<ExportScript, string>>
  readonly scopes: Readonly<Record<ExportScope, string>>
  readonly columns: Readonly<Record<ExportColumn, string>>
  /** The title of a file with the notes on several documents. */
  readonly collection: (documents: number) => string
  /** @param what the marks and notes, as `marksHere` counts them; null where the document has none */
  readonly written: (what: string | null, file: string) => string
  readonly failed: (file: string, problem: string) => string
  /** When a note was made and last changed, as `time` says it; changed is absent where it never was. */
  readonly stamp: (created: string, changed?: string) => string
  /** The line that says what made a file, how and when. */
  readonly provenance: (version: string, scripts: readonly string[], time: string) => string
  /** How many of the marks a preview shows. @param what the marks and notes, as `marksHere` counts them */
  readonly previewed: (shown: number, count: number, what: string) => string
  /** The choices of which notes, each with how many there are. */
  readonly allNotes: (count: number) => string
  readonly shownNotes: (count: number) => string
  /** The choices of which documents, each with how many there are. */
  readonly selectedDocuments: (count: number) => string
  readonly listedDocuments: (count: number) => string
  readonly allDocuments: (count: number) => string
  /** The titles of documents of which nothing is in the file, for it could not be read. */
  readonly notIncluded: (titles: readonly string[]) => string
  /** The same, where there was nothing besides. */
  readonly nothingRead: (titles: readonly string[]) => string
  /** Why a template cannot be used; nothing of a file, for it may be just looked at. */
  readonly templateProblem: (name: string, problem: TemplateProblem) => string
  /** The same, where a file was to be written by it. */
  readonly notWritten: (why: string) => string
}

export const exportEn: ExportMessages = {
  lang: 'en',
  button: 'Export',
  title: 'Export notes',
  format: 'Format',
  script: 'Script of the quotes',
  scope: 'Content',
  scopes: { passages: 'Marked passages', text: 'The whole text' },
  template: 'Template',
  which: 'Which notes',
  allNotes: (count) => `All (${count})`,
  shownNotes: (count) => `Shown by the filter (${count})`,
  documents: 'Documents',
  thisDocument: 'This document',
  selectedDocuments: (count) => (count === 1 ? 'The one selected' : `The ${count} selected`),
  listedDocuments: (count) => (count === 1 ? 'The one listed' : `The ${count} listed`),
  allDocuments: (count) => `All with notes (${count})`,
  notIncluded: (titles) =>
    `Not in the file, for it could not be read: ${titles.map((title) => `“${title}”`).join(', ')}.`,
  nothingRead: (titles) =>
    `Nothing was exported, for this could not be read: ${titles.map((title) => `“${title}”`).join(', ')}.`,
  noTemplate: 'None',
  templatesFolder: 'Open the folder of templates',
  preview: 'Preview',
  firstPage: 'The first page, about as it will look',
  details: 'Details of the file',
  include: 'Include',
  extras: { details: 'Details of the file', links: 'Links', dates: 'Dates' },
  copy: 'Copy',
  copied: (what) => `${what ?? 'The document was'} copied.`,
  writing: 'Writing…',
  go: 'Export…',
  cancel: 'Cancel',
  working: 'Writing the file…',
  close: 'Close',
  nothing: 'There are no notes to export yet. No file was written.',
  orphans: 'Not found in the text',
  textNotHere: 'As they were taken; the text is not in the library',
  notes: 'Notes',
  openInApp: 'Open in Piyue',
  defaultName: 'Notes',
  showInFolder: 'Show in folder',
  formats: {
    markdown: 'Markdown',
    html: 'Web page (HTML)',
    docx: 'Word (DOCX)',
    pdf: 'The text with your marks (PDF)',
    csv: 'Table (CSV)',
    json: 'W3C annotations (JSON)',
    text: 'Plain text',
    ris: 'Reference (RIS: Zotero, EndNote)',
    bibtex: 'Reference (BibLaTeX)',
    csl: 'Reference (CSL-JSON)',
  },
  scripts: {
    hant: 'Traditional',
    hans: 'Simplified',
    tw: 'Taiwan',
    hk: 'Hong Kong',
    written: 'As written',
    source: 'As in the source',
    both: 'Traditional and Simplified',
  },
  collection: (documents) => `Notes on ${documents} documents`,
  columns: {
    document: 'Document',
    id: 'Id',
    section: 'Section',
    quote: 'Quote',
    note: 'Note',
    tags: 'Tags',
    style: 'Style',
    created: 'Created',
    modified: 'Changed',
    start: 'Start',
    end: 'End',
    link: 'Link',
    source: 'Source',
    app: 'App',
    exported: 'Exported',
  },
  written: (what, file) => `${what ?? 'The document was'} written to ${file}.`,
  failed: (file, problem) => `${file} could not be written: ${problem} Your notes are unchanged.`,
  ...clockOf('en-GB'),
  stamp: (created, changed) => (changed === undefined ? created : `${created}, changed ${changed}`),
  provenance: (version, scripts, at) =>
    `Exported by Piyue ${version} · Quotes: ${scripts.join(', ')} · ${at}`,
  previewed: (shown, count, what) =>
    shown === count ? what : `${what}; the first ${shown} are shown`,
  templateProblem: (name, problem) => {
    switch (problem.kind) {
      case 'gone':
        return `The template ${name} is no longer there.`
      case 'too-large':
        return `The template ${name} is too large.`
      case 'unclosed-tag':
        return `The template ${name} is not right: a tag that is opened in line ${problem.line} is not closed.`
      case 'unclosed-section':
        return `The template ${name} is not right: the section “${problem.section}” is not closed where it should be.`
      case 'unopened-section':
        return `The template ${name} is not right: line ${problem.line} closes a section “${problem.section}” that is not open.`
      case 'wrong-signs':
        return `The template ${name} is not right: tags need two signs, one to open and one to close them.`
    }
  },
  notWritten: (why) => `${why} No file was written.`,
}
