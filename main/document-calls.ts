import type { Calls } from '../core/contract/contract'
import { codePoints } from '../core/text/code-points'
import type { CurrentDocument } from './current-document'
import type { Library } from './library/library'
import type { ShownDocument } from './shown-document'
import type { SettingsStore } from './store/settings-store'
import type { Workspace } from './workspace'

/** What the calls in an open document are carried out with. */
export interface DocumentCallContext {
  readonly settings: Pick<SettingsStore, 'read' | 'patchView'>
  /**
   * The open workspace of a document, once its notes are read. @throws Error if that document is not open
   */
  readonly workspace: (documentId: string) => Promise<Workspace>
  /** A document that is open, or being opened, as it is shown. @throws Error if it is neither */
  readonly shown: (documentId: string) => Promise<ShownDocument>
  readonly library: Pick<Library, 'explain'>
  readonly current: Pick<CurrentDocument, 'open' | 'enter'>
  /** Told of what went wrong in what nobody waits for. */
  readonly report: (error: unknown) => void
}

/** What the page asks of a document that is open, or about to be. */
export type DocumentCalls = Pick<
  Calls,
  | 'change'
  | 'dropDraft'
  | 'edit'
  | 'enterWorkspace'
  | 'explainReadings'
  | 'formBlocks'
  | 'listBackups'
  | 'moreAnnotations'
  | 'openWorkspace'
  | 'publicationOf'
  | 'redo'
  | 'restoreBackup'
  | 'saveDraft'
  | 'saveView'
  | 'undo'
>

/** What main does for the calls in an open document: with its text, and with the reader's notes on it. */
export function documentCalls(context: DocumentCallContext): DocumentCalls {
  const { settings, workspace, shown, library, current, report } = context
  return {
    openWorkspace: async (documentId) => {
      const opened = await current.open(documentId)
      // The page does not wait for what is found, and is told of it.
      opened.lookForDamage().catch(report)
      return opened.opening(codePoints(settings.read().views[documentId]?.place ?? 0))
    },
    enterWorkspace: (documentId) => current.enter(documentId),
    publicationOf: async (documentId) => (await shown(documentId)).open.publication,
    moreAnnotations: async (documentId, from) =>
      (await workspace(documentId)).moreAnnotations(from),
    change: async (documentId, command, digest) =>
      (await workspace(documentId)).change(command, digest),
    edit: async (documentId, command, digest) =>
      (await workspace(documentId)).edit(command, digest),
    undo: async (documentId) => (await workspace(documentId)).undo(),
    redo: async (documentId) => (await workspace(documentId)).redo(),
    formBlocks: async (documentId, request) => (await shown(documentId)).formBlocks(request),
    explainReadings: async (documentId, tag, range) =>
      library.explain((await shown(documentId)).open.document, range, tag),
    saveView: async (documentId, patch) => settings.patchView(documentId, patch),
    saveDraft: async (documentId, draft) => (await workspace(documentId)).saveDraft(draft),
    dropDraft: async (documentId, target) => (await workspace(documentId)).dropDraft(target),
    listBackups: async (documentId) => (await workspace(documentId)).generations(),
    restoreBackup: async (documentId, name) => (await workspace(documentId)).restore(name),
  }
}
