import { randomUUID } from 'node:crypto'
import { OutsideText } from '../core/anchor/quote'
import { type AnnotationMap, type ChangeSet, idOf } from '../core/annotation/change-set'
import type { Command } from '../core/annotation/command'
import type { Draft, DraftTarget } from '../core/annotation/draft'
import { execute, UnknownAnnotation } from '../core/annotation/execute'
import type { Generation } from '../core/app/generation'
import type { StoreNotice } from '../core/app/store-notice'
import type { StoreStatus } from '../core/app/store-status'
import type {
  AppEvent,
  ChangeOutcome,
  HistoryView,
  RestoreOutcome,
  WorkspaceOpening,
} from '../core/contract/contract'
import { OpenDocument } from '../core/publication/open-document'
import type { Publication } from '../core/publication/publication'
import { AnnotationStore, StoreReadOnly } from './store/annotation-store'
import { DraftStore } from './store/draft-store'
import { StoreUnreadable } from './store/durable/reading'

interface WorkspaceOptions {
  readonly publication: Publication
  /** Absolute path of the folder that holds the reader's notes on this document. */
  readonly folder: string
  /** Told of everything that happens in the workspace, in the order in which it happens. */
  readonly tell: (event: AppEvent) => void
}

/**
 * An open document with what belongs to the reader in it: the notes with their undo, and drafts. It is
 * the one owner of both: it turns commands into change sets, has them kept, and tells what changed.
 */
export class Workspace {
  readonly open: OpenDocument
  readonly #store: AnnotationStore
  readonly #drafts: DraftStore
  readonly #notices: readonly StoreNotice[]
  readonly #tell: (event: AppEvent) => void

  /** @throws the system's error if the notes are there and cannot be read. */
  static async open({ publication, folder, tell }: WorkspaceOptions): Promise<Workspace> {
    const documentId = publication.document.id
    let workspace: Workspace | undefined
    const found: StoreNotice[] = []
    const onNotice = (notice: StoreNotice) => {
      // What is found while opening belongs to the opening; what comes later is told at once.
      if (workspace === undefined) found.push(notice)
      else tell({ kind: 'notice', notice })
    }
    const [{ store, notices }, drafts] = await Promise.all([
      AnnotationStore.open({
        folder,
        onStatus: (status) => tell({ kind: 'store', documentId, status }),
        onNotice,
        onChange: (set, revision) => {
          if (workspace !== undefined) workspace.#changed(set, revision)
        },
      }),
      DraftStore.open({ folder, onNotice }),
    ])
    workspace = new Workspace(publication, store, drafts, [...notices, ...found], tell)
    return workspace
  }

  private constructor(
    publication: Publication,
    store: AnnotationStore,
    drafts: DraftStore,
    notices: readonly StoreNotice[],
    tell: (event: AppEvent) => void,
  ) {
    this.open = new OpenDocument(publication)
    this.#store = store
    this.#drafts = drafts
    this.#notices = notices
    this.#tell = tell
  }

  get id(): string {
    return this.open.id
  }

  get annotations(): AnnotationMap {
    return this.#store.annotations
  }

  get status(): StoreStatus {
    return this.#store.status
  }

  /** What can be undone and redone next. */
  get history(): HistoryView {
    const { done, undone } = this.#store.history
    return { undo: done.at(-1)?.gesture ?? null, redo: undone.at(-1)?.gesture ?? null }
  }

  /** Everything as it stands now, for a page that shows it. */
  get opening(): WorkspaceOpening {
    return {
      publication: this.open.publication,
      annotations: [...this.annotations.values()],
      history: this.history,
      drafts: this.#drafts.read(),
      revision: this.#store.revision,
      store: this.status,
      notices: this.#notices,
    }
  }

  change(command: Command): Promise<ChangeOutcome> {
    return this.#attempt(() => {
      const set = execute(command, {
        annotations: this.annotations,
        document: this.open.document,
        now: new Date().toISOString(),
        newId: randomUUID,
      })
      return set.changes.length === 0 ? Promise.resolve(undefined) : this.#store.commit(set)
    })
  }

  /** Makes a change set that was put together elsewhere, as by an import. */
  take(set: ChangeSet): Promise<ChangeOutcome> {
    return this.#attempt(() => this.#store.commit(set))
  }

  undo(): Promise<ChangeOutcome> {
    return this.#attempt(() => this.#store.undo())
  }

  redo(): Promise<ChangeOutcome> {
    return this.#attempt(() => this.#store.redo())
  }

  /** The earlier states that are kept, newest first. @throws the system's error. */
  generations(): Promise<readonly Generation[]> {
    return this.#store.generations()
  }

  /** Goes back to a backup, as one gesture that can be undone. */
  async restore(name: string): Promise<RestoreOutcome> {
    try {
      const set = await this.#store.restore({ name })
      if (set === undefined) return { kind: 'same' }
      return { kind: 'restored' }
    } catch (error) {
      if (error instanceof StoreReadOnly) return { kind: 'read-only' }
      if (error instanceof StoreUnreadable) return { kind: 'failed', code: error.reason }
      throw error
    }
  }

  /** Keeps a note being written: on disk less than a second later. */
  saveDraft(draft: Draft): void {
    this.#drafts.put(draft)
  }

  /** Lets go of a draft that was saved or given up. */
  dropDraft(target: DraftTarget): void {
    this.#drafts.remove(target)
  }

  /** Tries to save what waits, and looks whether another program changed the notes. */
  check(): Promise<StoreStatus> {
    return this.#store.check()
  }

  /** Saves what can be saved and lets go of the files; the workspace is not to be used after this. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#store.close(), this.#drafts.close()])
  }

  /** Carries out a change; says why where it was refused, and lets anything unforeseen through. */
  async #attempt(change: () => Promise<ChangeSet | undefined>): Promise<ChangeOutcome> {
    try {
      const set = await change()
      if (set === undefined) return { done: false, reason: 'nothing-to-do' }
      return { done: true, changed: set.changes.map(idOf) }
    } catch (error) {
      if (error instanceof StoreReadOnly) return { done: false, reason: 'read-only' }
      if (error instanceof UnknownAnnotation) return { done: false, reason: 'gone' }
      if (error instanceof OutsideText) return { done: false, reason: 'outside-text' }
      throw error
    }
  }

  #changed(set: ChangeSet, revision: number): void {
    const { id: documentId, history } = this
    this.#tell({ kind: 'changed', documentId, revision, set, history })
  }
}
