import type { Annotation } from '../annotation/annotation'
import type { ChangeSet, Gesture } from '../annotation/change-set'
import type { Command } from '../annotation/command'
import type { DeferredSpan, Portion } from '../annotation/deferred-annotations'
import type { Draft, DraftTarget } from '../annotation/draft'
import type { ActionId } from '../app/actions'
import type { ContextTarget, WindowPoint } from '../app/context-target'
import type { AbsentDocument, ListedDocument } from '../app/document-entry'
import type { ErrorReport } from '../app/error-report'
import type { ExportPreview, ExportRequest, TemplateProblem } from '../app/export-request'
import type { Generation } from '../app/generation'
import type { ImportOutcome, ImportPreview } from '../app/import-report'
import type { Job } from '../app/job'
import type { Platform } from '../app/keymap'
import type { DocumentFindings } from '../app/library-findings'
import type { PrintOutcome, PrintRequest } from '../app/print-request'
import type { Settings, SettingsPatch, UiLanguage, ViewState } from '../app/settings'
import type { StoreNotice } from '../app/store-notice'
import type { DiskProblem, StoreStatus } from '../app/store-status'
import type { CitationData, KnownCitation } from '../document/citation-data'
import type { Encoding } from '../formats/encodings'
import type { EncodingLook } from '../formats/look'
import type { FileNotice, Publication } from '../publication/publication'
import type { Proposal } from '../repair/proposal'
import type { EditionCommand } from '../repair/reader-edition'
import type { FormAnswer, FormRequest } from '../script/blocks-to-make'
import type { CharacterReading } from '../script/character-reading'
import type { ConvertedTag } from '../script/conversion-forms'
import type { PlacedCorrection } from '../script/correction'
import type { TextRange } from '../text/range'
import type { SavedFile, SaveOutcome } from './saved-file'

/**
 * The contract between the main process and the page: what the page can ask for, what it gets, and
 * what it is told unasked. `schemas.ts` says what main checks of each argument before anything is done
 * with it; the preload is made from `channels.ts`.
 */

/** What the window is to show: a document and, where a link asked for it, one of its annotations. */
export interface Showing {
  readonly documentId: string
  readonly annotationId: string | null
}

/** What the page needs to know of the app before it shows a document. */
export interface AppOpening {
  readonly version: string
  readonly platform: Platform
  /** The language of menus and messages where the reader has not chosen one. */
  readonly systemLanguage: UiLanguage
  readonly settings: Settings
  /** What the reader must be told of the app's own files. */
  readonly notices: readonly StoreNotice[]
  readonly showing: Showing
  /** The document that is shown where that one cannot be opened. */
  readonly bundledId: string
}

/** Gestures that can be undone and redone next, for menus and buttons. */
export interface HistoryView {
  readonly undo: Gesture | null
  readonly redo: Gesture | null
}

/** A document with what belongs to the reader in it, as it stands when it is asked for. */
export interface WorkspaceOpening {
  readonly publication: Publication
  /** All of them, or of very many those nearest to where the reader is. */
  readonly annotations: readonly Annotation[]
  /** Which annotations are told of only when `moreAnnotations` asks for them. */
  readonly deferred: DeferredSpan
  readonly history: HistoryView
  readonly drafts: readonly Draft[]
  /** The number of the last change that `annotations` holds; the next event has the next number. */
  readonly revision: number
  readonly store: StoreStatus
  readonly notices: readonly StoreNotice[]
}

/** How a change went. Done includes held in memory: the store's status says whether it is on disk. */
export type ChangeOutcome =
  | {
      readonly done: true
      /** What was done; or what was taken back, or done again. */
      readonly gesture: Gesture
      /** The annotations that it changed. */
      readonly changed: readonly string[]
    }
  | {
      readonly done: false
      readonly reason: 'read-only' | 'gone' | 'nothing-to-do' | 'outside-text' | 'too-long'
    }

/** The documents that something is done with, in their order: one at least. */
export type DocumentIds = readonly [string, ...string[]]

interface NothingExported {
  readonly kind: 'nothing-to-export'
  /** As of an export, where there are any. */
  readonly unreadable?: readonly string[]
}

/** How an export went. */
export type ExportOutcome =
  | {
      readonly kind: 'written'
      readonly file: string
      /** How many annotations it holds. */
      readonly count: number
      /** How many of them have a note. */
      readonly notes: number
      /** The titles of documents of which nothing is in the file, for it could not be read. */
      readonly unreadable: readonly string[]
    }
  | { readonly kind: 'cancelled' }
  | NothingExported
  | {
      readonly kind: 'failed'
      readonly file: string
      readonly problem: DiskProblem
      readonly code: string
    }

/** How copying the notes went. */
export type CopyOutcome =
  | {
      readonly kind: 'copied'
      readonly count: number
      readonly notes: number
      /** As of an export. */
      readonly unreadable: readonly string[]
    }
  | NothingExported
  | { readonly kind: 'template'; readonly name: string; readonly problem: TemplateProblem }

/** How writing the edition to a file went. */
export type EditionOutcome =
  | Exclude<ExportOutcome, { readonly kind: 'written' | 'nothing-to-export' }>
  | { readonly kind: 'written'; readonly file: string }

/** How going back to a backup went. */
export type RestoreOutcome =
  | { readonly kind: 'restored' }
  | { readonly kind: 'same' }
  | { readonly kind: 'read-only' }
  /** `reason`: how its file is damaged, or the system's code. */
  | { readonly kind: 'failed'; readonly reason: string }

/** What the page can call. Calls that mean a document name it: the window may change to another. */
export interface Calls {
  /** Asked by each page that begins. What main has to tell waits from then on until it listens. */
  start(): Promise<AppOpening>
  /** Says that the page listens: events that waited are told, and others from now on. */
  listen(): Promise<void>
  /**
   * Opens a document that the window is to show; or tells anew how an open one stands. Answered when the
   * reader's notes on it are read. Refused, by rejecting, for a document that is not in the library. What the
   * window shows stays open until `enterWorkspace`.
   */
  openWorkspace(documentId: string): Promise<WorkspaceOpening>
  /**
   * Says that the window shows a document now, which was opened for that, and that nothing more comes of the one
   * before: that one is closed once all its changes are on disk. Notes that come along from the former words
   * of the document's file are told as changes.
   */
  enterWorkspace(documentId: string): Promise<void>
  /**
   * What is shown of a document that is open, or being opened, without waiting for the notes on it. What else
   * is asked of such a document, changes and drafts too, is done in its order once they are read.
   */
  publicationOf(documentId: string): Promise<Publication>
  /**
   * Some of the annotations that main has put off telling of; null where they were put off before the document
   * was last opened: then it is to be opened anew.
   *
   * @param from the number of the first
   */
  moreAnnotations(documentId: string, from: number): Promise<Portion | null>
  /**
   * Changes the notes.
   *
   * @param digest of the text that is shown: where its words were exchanged meanwhile, the command's places are
   *   taken to where their characters are by then
   */
  change(documentId: string, command: Command, digest: string): Promise<ChangeOutcome>
  /**
   * Repairs the document's words, or gives repairs back; `edited` tells that they changed. Or corrects its
   * forms; `corrected` tells how. Both are told before the answer.
   *
   * @param digest as in `change`
   */
  edit(documentId: string, command: EditionCommand, digest: string): Promise<ChangeOutcome>
  /**
   * Blocks of a form that is still being made, as conversion makes them: without corrections. Those that were
   * asked for before are there at once.
   */
  formBlocks(documentId: string, request: FormRequest): Promise<FormAnswer>
  /**
   * Why conversion wrote some characters as it did in a form, and what else they could be; nothing of what
   * conversion did not write.
   */
  explainReadings(
    documentId: string,
    tag: ConvertedTag,
    range: TextRange,
  ): Promise<readonly CharacterReading[]>
  undo(documentId: string): Promise<ChangeOutcome>
  redo(documentId: string): Promise<ChangeOutcome>
  saveSettings(patch: SettingsPatch): Promise<void>
  saveView(documentId: string, patch: Partial<ViewState>): Promise<void>
  saveDraft(documentId: string, draft: Draft): Promise<void>
  dropDraft(documentId: string, target: DraftTarget): Promise<void>
  /** Asks where the file is to go, and writes the notes on the documents there, one after the other. */
  exportNotes(documentIds: DocumentIds, request: ExportRequest): Promise<ExportOutcome>
  /** Copies what the file would hold; where it is laid out, the notes, as text and as HTML. */
  copyNotes(documentIds: DocumentIds, request: ExportRequest): Promise<CopyOutcome>
  /** Asks where the edition is to go, and writes it there as TEI. */
  exportEdition(documentId: string): Promise<EditionOutcome>
  /** Has the system print a document, which asks the reader how. */
  print(documentId: string, request: PrintRequest): Promise<PrintOutcome>
  previewExport(documentIds: DocumentIds, request: ExportRequest): Promise<ExportPreview>
  /** The names of the reader's templates for export. */
  exportTemplates(): Promise<readonly string[]>
  /** Asks for a file and shows what importing it would do. */
  previewImport(documentId: string): Promise<ImportPreview>
  /** Imports what the preview of that token showed. */
  confirmImport(token: string): Promise<ImportOutcome>
  /** Has a job stopped; one that is over already is none. */
  cancelJob(id: string): Promise<void>
  listBackups(documentId: string): Promise<readonly Generation[]>
  restoreBackup(documentId: string, name: string): Promise<RestoreOutcome>
  copyText(text: string): Promise<void>
  /** Puts a passage on the clipboard, as text and as HTML: the program that it is pasted in chooses. */
  copyPassage(text: string, html: string): Promise<void>
  /** Puts a picture on the clipboard. @param png its bytes */
  copyImage(png: Uint8Array): Promise<void>
  /** Asks where a file that the page made is to go, and writes it there. */
  saveFile(file: SavedFile): Promise<SaveOutcome>
  /** Opens a web or mail address outside, after asking; says whether the reader agreed. */
  openLink(url: string): Promise<boolean>
  showInFolder(what: 'export' | 'data' | 'templates'): Promise<void>
  /** An error of the page's, to be logged. */
  reportError(report: ErrorReport): Promise<void>
  /** Opens a menu of the system's at a point; what is chosen comes as an action. */
  showContextMenu(target: ContextTarget, at: WindowPoint): Promise<void>
  /** Has the window fill the screen, or leave it again. */
  toggleFullScreen(): Promise<void>
  /** Opens a document that was dropped on the window: by its absolute path, which the page never sees. */
  openDropped(file: string): Promise<void>
  /** Asks for a file and opens it as a document: the window is told to show it. */
  openDocument(): Promise<void>
  /** The documents of the library that were not removed, in no order. */
  listDocuments(): Promise<readonly ListedDocument[]>
  /** The documents that the library does not have, and keeps notes for. */
  listAbsent(): Promise<readonly AbsentDocument[]>
  /** Takes a document out of the list; its text and its notes are kept. The bundled report stays. */
  removeDocument(documentId: string): Promise<void>
  /** Puts a document that was removed back. */
  restoreDocument(documentId: string): Promise<void>
  /** Looks for words in every document and in all notes; of a question that another overtook, nothing. */
  searchDocuments(query: string): Promise<readonly DocumentFindings[]>
  /** What a document is cited as; null of the bundled report, whose edition says it. */
  citationOf(documentId: string): Promise<KnownCitation | null>
  /**
   * Keeps what the reader has a document cited as, which can be taken back in it; null where they leave it open,
   * and are not asked again.
   */
  saveCitation(documentId: string, citation: CitationData | null): Promise<ChangeOutcome>
  /** All that the reader was told of how a document's file was read, and is not told again. */
  passNotices(documentId: string, passed: readonly FileNotice[]): Promise<void>
  /** What a document's file is in an encoding, or in the one that was found; null where there is no choice. */
  lookAtEncoding(documentId: string, encoding: Encoding | null): Promise<EncodingLook | null>
  /** Reads a document's file in another encoding; the window is told to show what comes out. */
  readInEncoding(documentId: string, encoding: Encoding): Promise<void>
}

/** What the page is told unasked. */
export type AppEvent =
  /** The annotations of a document changed, by whatever hand. Revisions follow one another by one. */
  | {
      readonly kind: 'changed'
      readonly documentId: string
      readonly revision: number
      /** The whole change, or of a vast one the first part. */
      readonly set: ChangeSet
      /** The number after that of the last annotation that was put off, those of this change among them. */
      readonly deferred: number
      readonly history: HistoryView
    }
  /**
   * The words of a document changed, and its notes went along, or what it is cited as did: it is to be opened
   * anew.
   */
  | { readonly kind: 'edited'; readonly documentId: string }
  /** A document was looked through for damage after it was opened; this is what seems damaged. */
  | {
      readonly kind: 'proposed'
      readonly documentId: string
      readonly proposals: readonly Proposal[]
    }
  /** The reader reads characters of a document's forms otherwise; these are all corrections there are. */
  | {
      readonly kind: 'corrected'
      readonly documentId: string
      readonly corrections: readonly PlacedCorrection[]
      readonly history: HistoryView
    }
  /** Notes that were being written on the former words of a document's file came along. */
  | { readonly kind: 'drafts'; readonly documentId: string; readonly drafts: readonly Draft[] }
  | { readonly kind: 'store'; readonly documentId: string; readonly status: StoreStatus }
  | { readonly kind: 'notice'; readonly notice: StoreNotice }
  | { readonly kind: 'error'; readonly report: ErrorReport }
  | { readonly kind: 'action'; readonly action: ActionId }
  /** The window is to show a document: a link was followed, or a file opened. */
  | { readonly kind: 'show'; readonly showing: Showing }
  /** What main is busy with for longer than a reader waits without asking; null once it is over. */
  | { readonly kind: 'job'; readonly job: Job | null }
  /** A file was imported at the command line while the window was open. */
  | { readonly kind: 'imported'; readonly outcome: ImportOutcome }

/** The one object through which the page reaches the outside: `window.piyue`. */
export interface PiyueApi extends Omit<Calls, 'openDropped'> {
  /** Opens a file that was dropped on the window; one that the page made itself has no path. */
  readonly openDropped: (file: object) => Promise<void>
  /** Calls back for each event; gives what stops it. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
}
