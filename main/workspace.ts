import { randomUUID } from 'node:crypto'
import { carryAnnotations } from '../core/annotation/carry'
import type { AnnotationMap, Change, ChangeSet } from '../core/annotation/change-set'
import type { Command } from '../core/annotation/command'
import { DeferredAnnotations, type Portion } from '../core/annotation/deferred-annotations'
import type { Draft, DraftTarget } from '../core/annotation/draft'
import { execute } from '../core/annotation/execute'
import type { Generation } from '../core/app/generation'
import type { StoreNotice } from '../core/app/store-notice'
import type { StoreStatus } from '../core/app/store-status'
import { openProposals } from '../core/apparatus/reader-emendations'
import type {
  AppEvent,
  ChangeOutcome,
  HistoryView,
  RestoreOutcome,
  WorkspaceOpening,
} from '../core/contract/contract'
import type { CanonicalDocument } from '../core/document/document'
import { OpenDocument } from '../core/publication/open-document'
import type { Publication } from '../core/publication/publication'
import type { Proposal } from '../core/repair/proposal'
import {
  type CitationChange,
  type CorrectionChange,
  type CorrectionRequest,
  carryOver,
  changedEdition,
  changeFor,
  type EditionCommand,
  invertEdition,
  isCitation,
  isCorrection,
  placedCorrections,
  type ReaderEdition,
  type RepairChange,
} from '../core/repair/reader-edition'
import type { CodePoints } from '../core/text/code-points'
import { outcomeOf, restoreOutcomeOf } from './change-outcome'
import type { Imported } from './exchange/import'
import { type Direction, JoinedHistory } from './joined-history'
import { type Editing, type EditionStep, stepOf } from './library/edition-store'
import type { ShownDocument } from './shown-document'
import { AnnotationStore, StoreReadOnly } from './store/annotation-store'
import { DraftStore } from './store/draft-store'

interface WorkspaceOptions {
  readonly shown: ShownDocument
  /** Absolute path of the folder that holds the reader's notes on this document. */
  readonly folder: string
  /** How the document's words can be repaired; not at all where it is left out. */
  readonly editing?: WorkspaceEditing | undefined
  /** Told of everything that happens in the workspace, in the order in which it happens. */
  readonly tell: (event: AppEvent) => void
}

/** How a workspace repairs the words of its document. */
interface WorkspaceEditing extends Editing {
  /** Everything that is shown of the document with other repairs, given what is shown of it now. */
  readonly publicationWith: (edition: ReaderEdition, former: Publication) => Promise<Publication>
  /** Told of the document when its words, or its forms, are others. */
  readonly onEdited: (open: OpenDocument) => Promise<void>
}

/**
 * An open document with what belongs to the reader in it: the notes with their undo, and drafts. It is
 * the one owner of both: it turns commands into change sets, has them kept, and tells what changed.
 */
export class Workspace {
  /** The document as it is shown. */
  readonly shown: ShownDocument
  readonly #editing: WorkspaceEditing | undefined
  /** What seems damaged in the document's words as they were read, once that was looked for. */
  #proposals: readonly Proposal[] | undefined
  /** What changes while the words are exchanged is told by that alone. */
  #isEditing = false
  readonly #store: AnnotationStore
  readonly #history: JoinedHistory
  readonly #drafts: DraftStore
  readonly #notices: readonly StoreNotice[]
  readonly #tell: (event: AppEvent) => void
  readonly #deferred = new DeferredAnnotations()

  /** @throws the system's error if the notes are there and cannot be read. */
  static async open(options: WorkspaceOptions): Promise<Workspace> {
    const { shown, folder, tell } = options
    const documentId = shown.open.id
    let workspace: Workspace | undefined
    const found: StoreNotice[] = []
    const onNotice = (notice: StoreNotice) => {
      // What is found while opening belongs to the opening; what comes later is told at once.
      if (workspace === undefined) found.push(notice)
      else tell({ kind: 'notice', notice })
    }
    // First, for it may fail: an open store holds its journal.
    const drafts = await DraftStore.open({ folder, onNotice })
    const { store, notices } = await AnnotationStore.open({
      folder,
      onStatus: (status) => tell({ kind: 'store', documentId, status }),
      onNotice,
      onChange: (set, revision) => {
        if (workspace !== undefined) workspace.#changed(set, revision)
      },
    })
    workspace = new Workspace(options, store, drafts, [...notices, ...found])
    return workspace
  }

  private constructor(
    { shown, editing, tell }: WorkspaceOptions,
    store: AnnotationStore,
    drafts: DraftStore,
    notices: readonly StoreNotice[],
  ) {
    this.shown = shown
    this.#editing = editing
    this.#proposals = editing?.proposals
    this.#store = store
    this.#history = new JoinedHistory(store, editing?.store)
    this.#drafts = drafts
    this.#notices = notices
    this.#tell = tell
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

  get status(): StoreStatus {
    return this.#store.status
  }

  /** What can be undone and redone next. */
  get history(): HistoryView {
    return this.#history.view
  }

  /** Everything as it stands now, for a page that shows it. @param place where the reader is in the text */
  opening(place: CodePoints): WorkspaceOpening {
    const drafts = this.#drafts.read()
    return {
      publication: this.open.publication,
      annotations: this.#deferred.begin(this.annotations, place, annotationsOf(drafts)),
      deferred: this.#deferred.count,
      history: this.history,
      drafts,
      revision: this.#store.revision,
      store: this.status,
      notices: this.#notices,
    }
  }

  /** Some of the annotations that the page was not told of yet. @param from how many it was told of since */
  moreAnnotations(from: number): Portion {
    return this.#deferred.portion(this.annotations, this.#store.revision, from)
  }

  /**
   * Looks for damage in the document's words, where that was not done before, and tells what seems damaged. The
   * text is there to be read meanwhile.
   */
  async lookForDamage(): Promise<void> {
    if (this.#editing === undefined || this.#proposals !== undefined) return
    this.#proposals = await this.#editing.lookForDamage()
    this.#propose(this.open)
    const { proposals = [] } = this.open.publication.apparatus
    this.#tell({ kind: 'proposed', documentId: this.id, proposals })
  }

  /** Remarks in a document what seems damaged, if it was made before that was known. */
  #propose(open: OpenDocument): void {
    if (this.#proposals === undefined || this.#editing === undefined) return
    if (open.publication.apparatus.proposals !== undefined) return
    open.propose(openProposals(this.#proposals, this.#editing.store.edition))
  }

  #show(open: OpenDocument): void {
    this.#propose(open)
    this.shown.show(open)
  }

  change(command: Command): Promise<ChangeOutcome> {
    return outcomeOf(() => {
      const set = execute(command, {
        annotations: this.annotations,
        document: this.open.document,
        now: new Date().toISOString(),
        newId: randomUUID,
      })
      return set.changes.length === 0 ? Promise.resolve(undefined) : this.#commit(set)
    })
  }

  /** Takes in what an import brings, notes and readings of characters, as one gesture. */
  import({ changes, requests }: Imported): Promise<ChangeOutcome> {
    return outcomeOf(async () => {
      const at = new Date().toISOString()
      const editing = this.#editing
      const change = editing && correctionsIn(requests, editing, this.open.document)
      const set =
        changes.length > 0 ? await this.#commit({ gesture: 'import', at, changes }) : undefined
      if (editing === undefined || change === undefined) return set
      const step = { gesture: 'import', at, change } as const
      const corrected = await this.#correct(editing, step, () => editing.store.record(step))
      return set ?? corrected
    })
  }

  /**
   * Repairs the document's words, or gives repairs back: the notes stay on their characters. Or corrects its
   * forms, or has it cited otherwise, which touches neither words nor notes.
   */
  edit(command: EditionCommand): Promise<ChangeOutcome> {
    return outcomeOf(async () => {
      const editing = this.#editing
      if (editing === undefined) return undefined
      const { store } = editing
      const proposals = this.#proposals ?? []
      const { edition } = store
      const change = changeFor(command, { edition, proposals, document: this.open.document })
      if (change === undefined) return undefined
      const at = new Date().toISOString()
      const step = stepOf(change, at)
      if (isCorrection(change)) return this.#correct(editing, step, () => store.record(step))
      return this.#exchange(editing, change, async (carried) => {
        await store.record(step)
        const set = { gesture: step.gesture, at, changes: carried() }
        return isCitation(change) ? set : this.#store.commit(set)
      })
    })
  }

  undo(): Promise<ChangeOutcome> {
    return outcomeOf(() => this.#step('undo'))
  }

  redo(): Promise<ChangeOutcome> {
    return outcomeOf(() => this.#step('redo'))
  }

  /** Takes back what is next, or does it again; notes go along with a repair that they went along with. */
  #step(direction: Direction): Promise<ChangeSet | undefined> {
    const isBack = direction === 'undo'
    const editing = this.#editing
    const step = this.#history.next(direction)
    if (editing === undefined || step === undefined || !('change' in step)) {
      return this.#store[direction]()
    }
    const isPaired = this.#history.isPaired(step, direction)
    if (isCorrection(step.change)) return this.#stepOfForms(editing, step, direction, isPaired)
    const change = isBack ? invertEdition(step.change) : step.change
    return this.#exchange(editing, change, async () => {
      await editing.store[direction]()
      const set = isPaired ? await this.#store[direction]() : undefined
      return set ?? { gesture: step.gesture, at: step.at, changes: [] }
    })
  }

  /** @param isPaired whether notes came with the corrections, by the same import */
  async #stepOfForms(
    editing: WorkspaceEditing,
    step: EditionStep,
    direction: Direction,
    isPaired: boolean,
  ): Promise<ChangeSet> {
    const set = isPaired ? await this.#store[direction]() : undefined
    const corrected = await this.#correct(editing, step, () => editing.store[direction]())
    return set ?? corrected
  }

  /** Reads characters of the forms otherwise. @param keep keeps the step that does, or takes back, so */
  async #correct(
    { store, onEdited }: WorkspaceEditing,
    { gesture, at }: EditionStep,
    keep: () => Promise<void>,
  ): Promise<ChangeSet> {
    const { id: documentId, status } = this
    if (status.state === 'read-only') throw new StoreReadOnly(status.file)
    await keep()
    const corrections = placedCorrections(store.edition)
    this.open.correct(corrections)
    await onEdited(this.open)
    this.#tell({ kind: 'corrected', documentId, corrections, history: this.history })
    return { gesture, at, changes: [] }
  }

  /**
   * Exchanges the document for the one with other repairs, or that is cited otherwise.
   *
   * @param keep keeps the change of the edition, and those of the notes that go along as they stand by then
   */
  async #exchange(
    { store, publicationWith, onEdited }: WorkspaceEditing,
    change: RepairChange | CitationChange,
    keep: (carried: () => readonly Change[]) => Promise<ChangeSet>,
  ): Promise<ChangeSet> {
    const { status } = this
    if (status.state === 'read-only') throw new StoreReadOnly(status.file)
    const former = this.open
    const before = store.edition
    const after = changedEdition(before, change)
    const next = new OpenDocument(await publicationWith(after, former.publication))
    const carry = carryOver(before, after)
    this.#isEditing = true
    try {
      const hasMoved = !isCitation(change)
      const set = await keep(() =>
        hasMoved ? carryAnnotations(this.annotations, former.document, next.document, carry) : [],
      )
      this.#show(next)
      if (hasMoved) this.#drafts.carry(carry, former.document.digest, next.document.digest)
      await onEdited(next)
      return set
    } finally {
      this.#isEditing = false
      this.#tell({ kind: 'edited', documentId: this.id })
    }
  }

  /** The earlier states that are kept, newest first. @throws the system's error. */
  generations(): Promise<readonly Generation[]> {
    return this.#store.generations()
  }

  /** Goes back to a backup, as one gesture that can be undone. */
  restore(name: string): Promise<RestoreOutcome> {
    return restoreOutcomeOf(async () => {
      const set = await this.#store.restore({ name })
      if (set !== undefined) await this.#history.forgetUndone()
      return set
    })
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
    this.shown.stop()
    await Promise.allSettled([this.#store.close(), this.#drafts.close()])
  }

  /** Makes a change: what was taken back before it is gone. */
  async #commit(set: ChangeSet): Promise<ChangeSet> {
    const made = await this.#store.commit(set)
    await this.#history.forgetUndone()
    return made
  }

  #changed(set: ChangeSet, revision: number): void {
    if (this.#isEditing) return
    const { id: documentId, history } = this
    const told = this.#deferred.of(set)
    const deferred = this.#deferred.count
    this.#tell({ kind: 'changed', documentId, revision, set: told, deferred, history })
  }
}

/** What readings of characters come to; nothing where all are read so. */
function correctionsIn(
  requests: readonly CorrectionRequest[],
  { store }: Pick<Editing, 'store'>,
  document: CanonicalDocument,
): CorrectionChange | undefined {
  const context = { edition: store.edition, proposals: [], document }
  const change = changeFor({ kind: 'correct-all', requests }, context)
  return change && isCorrection(change) ? change : undefined
}

/** The annotations that drafts go on with: a page that does not find them takes them for gone. */
const annotationsOf = (drafts: readonly Draft[]): readonly string[] =>
  drafts.flatMap(({ target }) => (target.kind === 'annotation' ? [target.id] : []))
