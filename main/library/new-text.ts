import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { AnnotationMap } from '../../core/annotation/change-set'
import type { ImportOutcome } from '../../core/app/import-report'
import { takeAlong } from '../../core/exchange/import/take-along'
import type { Messages } from '../../core/messages/en'
import { confirm } from '../window/dialogs'
import type { Workspace } from '../workspace'
import type { Library } from './library'

interface NewTextOptions {
  readonly library: Library
  readonly messages: () => Messages
  readonly window: () => BrowserWindow | undefined
  /** The notes on a document; null where they cannot be read. */
  readonly notesOn: (documentId: string) => Promise<AnnotationMap | null>
  /** Opens a file in the window, in place of a document whose notes are to be taken along. */
  readonly open: (file: string, replacedId: string) => Promise<void>
}

/**
 * What becomes of a document when its file has other words than when it was read. Those words are a
 * document of their own; the reader is asked, and the notes on the former ones go along or stay.
 */
export class NewText {
  readonly #options: NewTextOptions
  /** Documents whose notes are to be taken along, by the document that holds the newer words. */
  readonly #formers = new Map<string, string>()

  constructor(options: NewTextOptions) {
    this.#options = options
  }

  /** Asks, where a document's file has changed, whether to read it as it is now. */
  async offer(documentId: string): Promise<void> {
    const { library, messages, window, open } = this.#options
    const file = library.fileOf(documentId)
    if (file === undefined || !(await library.hasNewText(documentId))) return
    const { title, detail, yes, no } = messages().library.newText
    const message = title(path.basename(file))
    const agreed = await confirm(window(), { type: 'question', message, detail, yes, no })
    if (!agreed) return library.passOver(documentId)
    await open(file, documentId)
  }

  /** Asks whether the notes on a file's former words are to be taken along, where there are any. */
  async offerNotes(formerId: string, file: string): Promise<boolean> {
    const { messages, window, notesOn } = this.#options
    const notes = await notesOn(formerId)
    if (notes === null || notes.size === 0) return notes !== null
    const { title, detail, yes, no } = messages().library.formerNotes
    const message = title(path.basename(file), notes.size)
    return confirm(window(), { type: 'question', message, detail, yes, no })
  }

  /** Has the notes on a document taken along when the one that replaces it is opened. */
  willReplace(formerId: string, documentId: string): void {
    this.#formers.set(documentId, formerId)
  }

  /**
   * Takes the notes on the former words along, when the page has let go of them, and the former document
   * out of the list. Gives what came along, where anything did.
   */
  async takeNotesAlong(workspace: Workspace): Promise<ImportOutcome | undefined> {
    const { library, notesOn } = this.#options
    const formerId = this.#formers.get(workspace.id)
    const notes = formerId === undefined ? null : await notesOn(formerId)
    if (formerId === undefined || notes === null) return undefined
    this.#formers.delete(workspace.id)
    const { document } = workspace.open
    const { counts, changes } = takeAlong(notes.values(), workspace.annotations, document)
    const file = library.fileOf(workspace.id) ?? document.title
    if (changes.length > 0) {
      const at = new Date().toISOString()
      const outcome = await workspace.take({ gesture: 'import', at, changes })
      if (!outcome.done) return { kind: 'read-only', file }
    }
    await library.replace(formerId, workspace.id)
    if (changes.length === 0) return undefined
    return { kind: 'imported', file, counts, documents: [], notTaken: [] }
  }
}
