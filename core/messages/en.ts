import type { Gesture } from '../annotation/change-set'
import type { Color, MarkKind } from '../annotation/style'
import type { UiLanguage } from '../app/settings'
import type { StoreNotice } from '../app/store-notice'
import type { DiskProblem } from '../app/store-status'
import type { ScriptTag } from '../text/script-tag'
import { type ActionsMessages, actionsEn } from './actions/en'
import { type AppearanceMessages, appearanceEn } from './appearance/en'
import { type BackupMessages, backupsEn } from './backups/en'
import { type CitationMessages, citationEn } from './citation/en'
import { type CitingMessages, citingEn } from './citing/en'
import { type CommandLineMessages, commandLineEn } from './command-line/en'
import { type CopyMessages, copyEn } from './copy/en'
import { type CorrectionMessages, correctionEn } from './correction/en'
import { type DesktopMessages, desktopEn } from './desktop/en'
import { type EditionMessages, editionEn } from './edition/en'
import { type ExportMessages, exportEn } from './export/en'
import { type FiguresMessages, figuresEn } from './figures/en'
import { type FileMessages, fileEn } from './file/en'
import { type FindMessages, findEn } from './find/en'
import { type ImportMessages, importEn } from './import/en'
import { type LibraryMessages, libraryEn } from './library/en'
import { type NotesMessages, notesEn } from './notes/en'
import { sayNotice } from './notices/en'
import { plural } from './phrasing'
import { type PrintMessages, printEn } from './print/en'
import { type ReadingMessages, readingEn } from './reading/en'
import { type RepairMessages, repairEn } from './repair/en'
import { type WaysMessages, waysEn } from './ways/en'

/** Everything that the app says. Each language fills it; a missing line is a type error. */
export interface Messages extends ActionsMessages {
  readonly appName: string
  readonly languageNames: Readonly<Record<UiLanguage, string>>
  readonly scripts: Readonly<Record<ScriptTag, string>>
  readonly colors: Readonly<Record<Color, string>>
  readonly kinds: Readonly<Record<MarkKind, string>>
  /** A style in words: the colour's name, the reader's own or ours, and the kind. */
  readonly styleName: (color: string, kind: MarkKind) => string
  readonly gestures: Readonly<Record<Gesture, string>>
  readonly undo: string
  readonly redo: string
  readonly undoOf: (gesture: string) => string
  readonly redoOf: (gesture: string) => string

  readonly regions: Readonly<Record<'contents' | 'notes' | 'announcements' | 'annotate', string>>
  readonly scriptSwitch: Readonly<
    Record<'label' | 'traditional' | 'simplified' | 'form' | 'notChinese', string>
  >
  readonly forms: Readonly<Record<'zh-Hant' | 'zh-Hant-TW' | 'zh-Hant-HK' | 'source', string>>
  /** The form of a reader's own document that shows its file's words without repairs. */
  readonly asInFile: string
  readonly appearance: AppearanceMessages
  /** How many marks there are, or a part of the text bears, and how many of them have a note. */
  readonly marksHere: (marks: number, notes: number) => string

  readonly mark: Readonly<
    Record<'highlightIn' | 'underline' | 'squiggly' | 'addNote' | 'copy' | 'kind' | 'color', string>
  >
  readonly highlightButton: (color: string) => string
  readonly note: Readonly<
    Record<
      | 'label'
      | 'placeholder'
      | 'save'
      | 'cancel'
      | 'edit'
      | 'add'
      | 'delete'
      | 'goTo'
      | 'newNote'
      | 'draft'
      | 'orphans'
      | 'orphanWhy'
      | 'reading'
      | 'empty'
      | 'emptyHow'
      | 'markdownHint',
      string
    >
  > & {
    /** That a note has more characters than can be saved. */
    readonly tooLong: (length: number, most: number) => string
  }
  /** The notes column, its filters and dialogs, and the ends of marks. */
  readonly notes: NotesMessages
  /** Which of the marks on one spot is open: 2 of 3. */
  readonly oneOf: (index: number, count: number) => string
  /** That what was typed into a field is longer than what is kept of it. */
  readonly fieldTooLong: (length: number, most: number) => string
  readonly said: Readonly<Record<'noteSaved' | 'copied', string>> & {
    /** Which mark was deleted: the beginning of its words. */
    readonly deleted: (quote: string) => string
    readonly marked: (style: string) => string
    readonly restyled: (style: string) => string
    readonly undone: (gesture: string) => string
    readonly redone: (gesture: string) => string
    readonly shown: (script: string) => string
  }
  /** Why a change was not made. */
  readonly refused: Readonly<
    Record<'read-only' | 'gone' | 'nothing-to-do' | 'outside-text' | 'too-long', string>
  >

  readonly figures: FiguresMessages
  readonly ways: WaysMessages
  readonly reading: ReadingMessages
  readonly citation: CitationMessages
  readonly citing: CitingMessages
  readonly find: FindMessages
  readonly commandLine: CommandLineMessages
  readonly copy: CopyMessages
  readonly desktop: DesktopMessages
  readonly library: LibraryMessages
  readonly file: FileMessages
  readonly repair: RepairMessages
  readonly edition: EditionMessages
  readonly correction: CorrectionMessages
  readonly export: ExportMessages
  readonly backups: BackupMessages
  readonly import: ImportMessages
  readonly print: PrintMessages
  readonly problems: Readonly<Record<DiskProblem, string>>
  readonly store: {
    readonly unsaved: (file: string, problem: string, code: string) => string
    readonly readOnly: (file: string, version: number) => string
    readonly notice: (notice: StoreNotice) => string
    readonly dismiss: string
    readonly showFolder: string
    readonly quitTitle: string
    readonly quitDetail: string
    readonly quitStay: string
    readonly quitAnyway: string
  }
  readonly link: Readonly<Record<'title' | 'open' | 'cancel', string>>
  /** What is said of something unforeseen. */
  readonly unforeseen: Readonly<Record<'happened' | 'copyDetails', string>>
}

export const en: Messages = {
  appName: 'Piyue',
  languageNames: { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' },
  ...actionsEn,
  scripts: {
    'zh-Hant': 'Traditional',
    'zh-Hans': 'Simplified',
    'zh-Hant-TW': 'Traditional (Taiwan)',
    'zh-Hant-HK': 'Traditional (Hong Kong)',
    zh: 'Both scripts',
    source: 'As published',
  },
  asInFile: 'As in the file',
  colors: {
    yellow: 'yellow',
    green: 'green',
    blue: 'blue',
    pink: 'pink',
    orange: 'orange',
    purple: 'purple',
  },
  kinds: {
    highlight: 'highlight',
    underline: 'underline',
    squiggly: 'wavy underline',
    bookmark: 'bookmark',
  },
  styleName: (color, kind) => `${color} ${en.kinds[kind]}`,
  gestures: {
    highlight: 'highlight',
    bookmark: 'bookmark',
    restyle: 'change of style',
    note: 'note',
    tags: 'change of tags',
    reattach: 'placing a note again',
    're-range': 'change of a mark’s ends',
    delete: 'deletion',
    import: 'import',
    restore: 'going back to a backup',
    repair: 'repair',
    correct: 'correction of a character',
    cite: 'change of citation data',
  },
  undo: 'Undo',
  redo: 'Redo',
  undoOf: (gesture) => `Undo ${gesture}`,
  redoOf: (gesture) => `Redo ${gesture}`,
  regions: {
    contents: 'Contents',
    notes: 'Notes',
    announcements: 'Announcements',
    annotate: 'Annotate',
  },
  scriptSwitch: {
    label: 'Script',
    traditional: 'Traditional',
    simplified: 'Simplified',
    form: 'Text form',
    notChinese: 'Not in Chinese',
  },
  forms: {
    'zh-Hant': 'Edited',
    'zh-Hant-TW': 'Taiwan',
    'zh-Hant-HK': 'Hong Kong',
    source: 'As published',
  },
  appearance: appearanceEn,
  marksHere: (marks, notes) =>
    notes === 0
      ? plural(marks, 'mark', 'marks')
      : `${plural(marks, 'mark', 'marks')}, ${plural(notes, 'note', 'notes')}`,
  mark: {
    highlightIn: 'Highlight',
    underline: 'Underline',
    squiggly: 'Wavy underline',
    addNote: 'Add note',
    copy: 'Copy',
    kind: 'Kind of mark',
    color: 'Colour',
  },
  highlightButton: (color) => `Highlight ${color}`,
  note: {
    label: 'Note',
    placeholder: 'Write what you think of it…',
    save: 'Save',
    cancel: 'Cancel',
    edit: 'Edit note',
    add: 'Add note',
    delete: 'Delete',
    goTo: 'Go to passage',
    newNote: 'New note',
    draft: 'Draft kept',
    orphans: 'Not found in the text',
    orphanWhy: 'These words do not stand in this text, or in more than one place. Nothing is lost.',
    reading: 'Reading your notes…',
    empty: 'Nothing marked yet',
    emptyHow: 'Select words in the text to highlight them or to write a note.',
    markdownHint: 'Markdown works here.',
    tooLong: (length: number, most: number) =>
      `This note has ${length.toLocaleString('en')} characters; ${most.toLocaleString('en')} can be saved. All of it is kept as a draft until you shorten it.`,
  },
  notes: notesEn,
  oneOf: (index, count) => `${index} of ${count}`,
  fieldTooLong: (length, most) =>
    `${length.toLocaleString('en')} characters; ${most.toLocaleString('en')} can be kept. Shorten it.`,
  said: {
    noteSaved: 'Note saved.',
    deleted: (quote) => `Deleted: “${quote}”. Undo brings it back.`,
    copied: 'Copied.',
    marked: (style) => `Marked: ${style}.`,
    restyled: (style) => `Now ${style}.`,
    undone: (gesture) => `Undone: ${gesture}.`,
    redone: (gesture) => `Redone: ${gesture}.`,
    shown: (script) => `${script}.`,
  },
  refused: {
    'read-only': 'Not changed: your notes are open for reading only.',
    gone: 'Not changed: that mark is no longer there.',
    'nothing-to-do': 'There is nothing to change.',
    'outside-text': 'Not marked: the passage is not in this text.',
    'too-long':
      'Not marked: a mark can be on 100,000 characters at most. Select less, or write a note on the whole document.',
  },
  figures: figuresEn,
  citation: citationEn,
  citing: citingEn,
  reading: readingEn,
  ways: waysEn,
  find: findEn,
  commandLine: commandLineEn,
  copy: copyEn,
  desktop: desktopEn,
  library: libraryEn,
  file: fileEn,
  repair: repairEn,
  edition: editionEn,
  correction: correctionEn,
  export: exportEn,
  backups: backupsEn,
  import: importEn,
  print: printEn,
  problems: {
    full: 'the disk is full.',
    'read-only': 'the disk is read-only.',
    'no-permission': 'Piyue may not write there.',
    'folder-missing': 'the folder is gone.',
    'changed-outside': 'another program changed the file.',
    slow: 'the disk is slow to answer.',
    other: 'the disk refused it.',
  },
  store: {
    unsaved: (file, problem, code) =>
      `Your last changes are not on disk yet: ${problem} They are kept in memory and tried again. Leave Piyue open. (${file}, ${code})`,
    readOnly: (file, version) =>
      `A newer Piyue wrote your notes (format ${version}). They are open for reading only and the file is left as it is: ${file}. Update Piyue to go on writing.`,
    notice: (notice) => sayNotice(notice, en.problems),
    dismiss: 'Close this message',
    showFolder: 'Show folder',
    quitTitle: 'Some of your notes are not on disk yet.',
    quitDetail: 'If you quit now, your last changes are lost. Piyue keeps trying while it is open.',
    quitStay: 'Stay',
    quitAnyway: 'Quit and lose them',
  },
  link: {
    title: 'Open this link outside Piyue?',
    open: 'Open',
    cancel: 'Cancel',
  },
  unforeseen: {
    happened:
      'Something went wrong in Piyue. Your saved notes are not affected. If it happens again, the details help to mend it; they hold nothing you wrote.',
    copyDetails: 'Copy details',
  },
}
