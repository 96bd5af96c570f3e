import { randomUUID } from 'node:crypto'
import type { AnnotationMap, Change, ChangeSet } from '../core/annotation/change-set'
import type { Command } from '../core/annotation/command'
import { DeferredAnnotations, type Portion } from '../core/annotation/deferred-annotations'
import type { Draft, DraftTarget } from '../core/annotation/draft'
import { execute } from '../core/annotation/execute'
import type { Generation } from '../core/app/generation'
import type { StoreNotice } from '../core/app/store-notice'
import type { DiskTrouble, StoreStatus } from '../core/app/store-status'
import type {
  AppEvent,
  ChangeOutcome,
  HistoryView,
  RestoreOutcome,
  WorkspaceOpening,
} from '../core/contract/contract'
import type { OpenDocument } from '../core/publication/open-document'
import { type EditionCommand, invertEdition } from '../core/repair/reader-edition'
import type { PlacedCorrection } from '../core/script/correction'
import type { CodePoints } from '../core/text/code-points'
import { outcomeOf, restoreOutcomeOf, stepOutcomeOf } from './change-outcome'
import type { FileSystem } from './disk/file-system'
import { Mutex } from './disk/mutex'
import { nodeFileSystem } from './disk/node-file-system'
import { DocumentEdition, type WorkspaceEditing } from './document-edition'
import type { Imported } from './exchange/import'
import { stepOf } from './library/edition-store'
import type { ShownDocument } from './shown-document'
import { ShownTexts } from './shown-texts'
import { AnnotationStore, StoreReadOnly } from './store/annotation-store'
import { DraftStore } from './store/draft-store'

interface WorkspaceOptions {
  readonly shown: ShownDocument
  /** Absolute path of the folder that holds the reader's notes on this document. */
  readonly folder: string
  /** The disk that the folder is on. */
  readonly files?: FileSystem
  /** How the document's words can be repaired; not at all where it is left out. */
  readonly editing?: WorkspaceEditing | undefined
  /** Told of everything that happens in the workspace, in the order in which it happens. */
  readonly tell: (event: AppEvent) => void
}

type Direction = 'undo' | 'redo'

/** A gesture that is done in memory. */
interface Made {
  /** What it changed of the notes, once that is on disk or known not to be. */
  readonly saved: Promise<ChangeSet | undefined>
}

/**
 * An open document with what belongs to the reader in it: the notes with their undo, and drafts. It is
 * the one owner of both: it turns commands into change sets, has them kept, and tells what changed.
 */
export class Workspace {
  /** The document as it is shown. */
  readonly shown: ShownDocument
  /** What the reader makes of the document itself; nothing where its words are fixed. */
  readonly #edition: DocumentEdition | undefined
  readonly #store: AnnotationStore
  /** Edits one after the other, and gestures of any kind; the former are waited for first. */
  readonly #edits = new Mutex()
  readonly #turns = new Mutex()
  #isClosed = false
  readonly #texts: ShownTexts
  readonly #drafts: DraftStore
  readonly #notices: readonly StoreNotice[]
  readonly #tell: (event: AppEvent) => void
  readonly #deferred = new DeferredAnnotations()

  /** @throws the system's error if the notes are there and cannot be read. */
  static async open(options: WorkspaceOptions): Promise<Workspace> {
    const { shown, folder, files = nodeFileSystem, tell } = options
    const documentId = shown.open.id
    let workspace: Workspace | undefined
    const found: StoreNotice[] = []
    const onNotice = (notice: StoreNotice) => {
      // What is found while opening belongs to the opening; what comes later is told at once.
      if (workspace === undefined) found.push(notice)
      else tell({ kind: 'notice', notice })
    }
    // First, for it may fail: an open store holds its journal.
    const drafts = await DraftStore.open({ folder, files, onNotice })
    const { store, notices } = await AnnotationStore.open({
      folder,
      files,
      onStatus: (status) =>
        tell({ kind: 'store', documentId, status: workspace?.status ?? status }),
      onNotice,
      onChange: (set, revision) => {
        if (workspace !== undefined) workspace.#changed(set, revision)
      },
    })
    workspace = new Workspace(options, store, drafts, [...notices, ...found])
    await workspace.#adoptSteps()
    return workspace
  }

  private constructor(
    { shown, editing, tell }: WorkspaceOptions,
    store: AnnotationStore,
    drafts: DraftStore,
    notices: readonly StoreNotice[],
  ) {
    this.shown = shown
    this.#store = store
    this.#texts = new ShownTexts(shown.open.document, editing?.store.edition)
    this.#drafts = drafts
    this.#notices = notices
    this.#tell = tell
    const documentId = this.id
    const change = {
      onExchanged: () => tell({ kind: 'edited', documentId }),
      onCorrected: (corrections: readonly PlacedCorrection[]) =>
        tell({ kind: 'corrected', documentId, corrections, history: this.history }),
      onStatus: () => tell({ kind: 'store', documentId, status: this.status }),
    }
    this.#edition =
      editing &&
      new DocumentEdition({ editing, shown, texts: this.#texts, store, drafts, ...change })
  }

  get open(): OpenDocument {
    return this.shown.open
  }

  get id(): string {
    return this.open.id
  }

  get annotations(): AnnotationMap {
    return this.#store.annotations
  }

  /** How the notes stand, and what the reader makes of the document. */
  get status(): StoreStatus {
    return this.#edition?.unsaved ?? this.#store.status
  }

  /** What keeps anything that belongs to the reader from the disk, drafts too: it is in memory alone. */
  get unsaved(): DiskTrouble | undefined {
    const { status } = this
    return status.state === 'unsaved' ? status : this.#drafts.unsaved
  }

  /** What can be undone and redone next. */
  get history(): HistoryView {
    return { undo: this.#next('undo')?.gesture ?? null, redo: this.#next('redo')?.gesture ?? null }
  }

  /** Everything as it stands now, for a page that shows it. @param place where the reader is in the text */
  opening(place: CodePoints): WorkspaceOpening {
    const { drafts } = this
    return {
      publication: this.open.publication,
      annotations: this.#deferred.begin(this.annotations, place, annotationsOf(drafts)),
      deferred: this.#deferred.span,
      history: this.history,
      drafts,
      revision: this.#store.revision,
      store: this.status,
      notices: this.#notices,
    }
  }

  /** Some of the annotations that the page was not told of yet, as {@link DeferredAnnotations.portion} has them. */
  moreAnnotations(from: number): Portion | null {
    return this.#deferred.portion(this.annotations, this.#store.revision, from)
  }

  /**
   * Puts steps of the edition that came after all gestures among these: the app ended between the two, or an
   * earlier version kept them apart.
   */
  async #adoptSteps(): Promise<void> {
    if (this.#edition === undefined || this.status.state === 'read-only') return
    const last = this.#next('undo')?.at ?? ''
    const later = this.#edition.store.done.filter(({ at }) => at > last)
    await Promise.all(
      later.map(({ gesture, at }) => this.#store.commit({ gesture, at, changes: [] })),
    )
  }

  /**
   * Looks for damage in the document's words, where that was not done before, and tells what seems damaged. The
   * text is there to be read meanwhile.
   */
  async lookForDamage(): Promise<void> {
    const edition = this.#edition
    const found = await edition?.lookForDamage()
    if (edition === undefined || found === undefined) return
    await this.#turns.run(async () => {
      this.#tell({ kind: 'proposed', documentId: this.id, proposals: edition.propose(found) })
    })
  }

  /** @param digest of the text that the command's places are in: the one that was shown when it was given */
  change(command: Command, digest = this.open.document.digest): Promise<ChangeOutcome> {
    return outcomeOf(() =>
      this.#turn(async () => {
        const set = execute(this.#texts.command(command, digest), {
          annotations: this.annotations,
          document: this.open.document,
          now: new Date().toISOString(),
          newId: randomUUID,
        })
        if (set.changes.length === 0) return undefined
        return { saved: this.#store.commit({ ...set, at: this.#nextTime() }) }
      }),
    )
  }

  /** Takes in what an import brings, notes and readings of characters, as one gesture. */
  import({
    changes,
    requests,
    digest = this.open.document.digest,
  }: Imported): Promise<ChangeOutcome> {
    return outcomeOf(() =>
      this.#turn(async () => {
        const edition = this.#edition
        const change = edition?.correctionsFor(requests, digest)
        const set = { gesture: 'import', at: this.#nextTime(), changes } as const
        if (edition === undefined || change === undefined) {
          return changes.length > 0 ? { saved: this.#store.commit(set) } : undefined
        }
        // Notes that do not fit by now are refused before anything is kept.
        const made = changes.length > 0 ? await this.#store.commit(set) : undefined
        const step = { gesture: set.gesture, at: set.at, change }
        return this.#edit(edition, change, {
          edition: () => edition.store.record(step),
          annotations: async () => made ?? this.#store.commit(set),
        })
      }),
    )
  }

  /**
   * Repairs the document's words, or gives repairs back: the notes stay on their characters. Or corrects its
   * forms, or has it cited otherwise, which touches neither words nor notes. The new text is made before the
   * edit's turn, so that no note waits to be saved meanwhile, and by edit, so that none is made in vain.
   *
   * @param digest as in `change`
   */
  edit(command: EditionCommand, digest = this.open.document.digest): Promise<ChangeOutcome> {
    return outcomeOf(() =>
      this.#edits.run(async () => {
        const edition = this.#edition
        if (edition === undefined) return undefined
        const making = await edition.making(edition.changeFor(command, digest))
        return this.#turn(async () => {
          const change = edition.changeFor(command, digest)
          if (change === undefined) return undefined
          const step = stepOf(change, this.#nextTime())
          const { gesture, at } = step
          const keeping = {
            edition: () => edition.store.record(step),
            annotations: (changes: readonly Change[]) =>
              this.#store.commit({ gesture, at, changes }),
          }
          return this.#edit(edition, change, keeping, making)
        })
      }),
    )
  }

  undo(): Promise<ChangeOutcome> {
    return stepOutcomeOf(() => this.#turn(() => this.#step('undo')))
  }

  redo(): Promise<ChangeOutcome> {
    return stepOutcomeOf(() => this.#turn(() => this.#step('redo')))
  }

  /** Takes back what was done last, or does it again; what changed the edition changes it back or again. */
  async #step(direction: Direction): Promise<Made | undefined> {
    const isBack = direction === 'undo'
    const edition = this.#edition
    const set = this.#next(direction)
    if (set === undefined) return undefined
    const step = edition?.store.stepOf(set, direction)
    if (edition === undefined || step === undefined) return { saved: this.#store[direction]() }
    return this.#edit(edition, isBack ? invertEdition(step.change) : step.change, {
      edition: () => edition.store[direction](step),
      // Another program's changes may have taken it off the line meanwhile.
      annotations: async () =>
        this.#next(direction) === set ? this.#store[direction]() : undefined,
    })
  }

  async #edit(edition: DocumentEdition, ...change: Parameters<DocumentEdition['change']>) {
    const { status } = this
    if (status.state === 'read-only') throw new StoreReadOnly(status.file)
    return { saved: Promise.resolve(await edition.change(...change)) }
  }

  /** The earlier states that are kept, newest first. @throws the system's error. */
  generations(): Promise<readonly Generation[]> {
    return this.#store.generations()
  }

  /** Goes back to a backup, as one gesture that can be undone. */
  restore(name: string): Promise<RestoreOutcome> {
    return restoreOutcomeOf(() =>
      this.#turn(async () => ({ saved: Promise.resolve(await this.#store.restore({ name })) })),
    )
  }

  /** Keeps a note being written: on disk less than a second later. */
  saveDraft(draft: Draft): void {
    this.#drafts.put(draft)
  }

  /** Lets go of a draft that was saved or given up. */
  dropDraft(target: DraftTarget): void {
    this.#drafts.remove(target)
  }

  /** The notes being written. */
  get drafts(): readonly Draft[] {
    return this.#drafts.read()
  }

  /**
   * Takes in notes that were being written on the former words: with their mark, where it is here; else they stand
   * on the whole document, as the page shows what belongs to other words.
   */
  takeDrafts(drafts: readonly Draft[]): void {
    if (drafts.length === 0) return
    this.#drafts.take(drafts)
    this.#tell({ kind: 'drafts', documentId: this.id, drafts })
  }

  /** Tries to save what waits, and looks whether another program changed the notes; gives what is `unsaved` then. */
  async check(): Promise<DiskTrouble | undefined> {
    const { state } = await this.#store.check()
    // A disk that does not answer is waited for once.
    if (state !== 'unsaved') await this.#drafts.flush()
    return this.unsaved
  }

  /** Saves what can be saved and lets go of the files, once what was begun is done; nothing is done after this. */
  close(): Promise<void> {
    return this.#edits.run(() =>
      this.#turns.run(async () => {
        this.#isClosed = true
        this.shown.stop()
        await Promise.allSettled([this.#store.close(), this.#drafts.close()])
      }),
    )
  }

  /**
   * Does a gesture when those before it are done, so that all that it goes by stays as it is until then. The
   * next one begins when this one is done in memory; its own outcome waits for the disk.
   */
  async #turn(gesture: () => Promise<Made | undefined>): Promise<ChangeSet | undefined> {
    const made = await this.#turns.run(async () => {
      if (this.#isClosed) throw new Error(`${this.id} is not open`)
      return gesture()
    })
    return made?.saved
  }

  /** What is taken back, or done again, next. */
  #next(direction: Direction): ChangeSet | undefined {
    const { done, undone } = this.#store.history
    return (direction === 'undo' ? done : undone).at(-1)
  }

  /** When a gesture is done: later than the one before it, whatever the clock says, for its time names it. */
  #nextTime(): string {
    const last = this.#next('undo')?.at ?? ''
    const now = new Date().toISOString()
    return now > last ? now : new Date(Date.parse(last) + 1).toISOString()
  }

  #changed(set: ChangeSet, revision: number): void {
    if (this.#edition?.isExchanging) return
    const { id: documentId, history } = this
    const atOnce = this.#deferred.of(set)
    const deferred = this.#deferred.span.to
    this.#tell({ kind: 'changed', documentId, revision, set: atOnce, deferred, history })
  }
}

/** The annotations that drafts go on with: a page that does not find them takes them for gone. */
const annotationsOf = (drafts: readonly Draft[]): readonly string[] =>
  drafts.flatMap(({ target }) => (target.kind === 'annotation' ? [target.id] : []))
