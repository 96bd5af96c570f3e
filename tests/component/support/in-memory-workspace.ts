import { randomUUID } from 'node:crypto'
import { OutsideText } from '../../../core/anchor/quote'
import type { Annotation } from '../../../core/annotation/annotation'
import { carryAnnotations } from '../../../core/annotation/carry'
import {
  type AnnotationMap,
  applyChangeSet,
  type ChangeSet,
  idOf,
  invert,
} from '../../../core/annotation/change-set'
import type { Command } from '../../../core/annotation/command'
import { DeferredAnnotations, type Portion } from '../../../core/annotation/deferred-annotations'
import { difference } from '../../../core/annotation/difference'
import { type Draft, type DraftTarget, keyOfTarget } from '../../../core/annotation/draft'
import { execute, TooLongToMark, UnknownAnnotation } from '../../../core/annotation/execute'
import {
  emptyHistory,
  type History,
  recorded,
  withoutInterfering,
} from '../../../core/annotation/history'
import type { StoreStatus } from '../../../core/app/store-status'
import type {
  AppEvent,
  ChangeOutcome,
  HistoryView,
  RestoreOutcome,
  WorkspaceOpening,
} from '../../../core/contract/contract'
import type { AnnotatedDocument } from '../../../core/exchange/export/model'
import { OpenDocument } from '../../../core/publication/open-document'
import {
  type CorrectionChange,
  carryOver,
  changedEdition,
  changeFor,
  type EditionChange,
  type EditionCommand,
  invertEdition,
  isCitation,
  isCorrection,
  placedCorrections,
  type ReaderEdition,
  untouched,
} from '../../../core/repair/reader-edition'
import type { CodePoints } from '../../../core/text/code-points'
import type { Imported } from '../../../main/exchange/import'
import type { OpenedFile } from './opened-document'

interface WorkspaceBeginning {
  readonly open: OpenDocument
  readonly annotations: readonly Annotation[]
  readonly drafts: readonly Draft[]
  readonly store: StoreStatus
  /** The document's file, where it is one that the reader opened and not the report. */
  readonly opened: OpenedFile | undefined
  /** Told of everything that happens in the workspace. */
  readonly tell: (event: AppEvent) => void
}

/** The open document with the reader's notes, as main's `Workspace` keeps it, with no disk behind it. */
export class InMemoryWorkspace {
  open: OpenDocument
  annotations: AnnotationMap
  drafts: readonly Draft[]
  store: StoreStatus
  history: History = emptyHistory
  revision = 0
  readonly #deferred = new DeferredAnnotations()
  #edition: ReaderEdition = untouched
  /** What repairs and corrections changed, by when they were made. */
  readonly #edits = new Map<string, EditionChange>()
  readonly #opened: OpenedFile | undefined
  readonly #tell: (event: AppEvent) => void

  constructor({ open, annotations, drafts, store, opened, tell }: WorkspaceBeginning) {
    this.open = open
    const beyond = annotations.find(({ range }) => range.end > open.document.length)
    if (beyond !== undefined) throw new Error(`The text ends before the mark ${beyond.id}`)
    this.annotations = byId(annotations)
    this.drafts = drafts
    this.store = store
    this.#opened = opened
    this.#tell = tell
  }

  get id(): string {
    return this.open.id
  }

  /** The document with its notes, as an export takes it. */
  get annotated(): AnnotatedDocument {
    return { open: this.open, annotations: [...this.annotations.values()] }
  }

  opening(place: CodePoints): Omit<WorkspaceOpening, 'notices'> {
    return {
      publication: this.open.publication,
      annotations: this.#deferred.begin(this.annotations, place, []),
      deferred: this.#deferred.count,
      history: this.historyView,
      drafts: this.drafts,
      revision: this.revision,
      store: this.store,
    }
  }

  moreAnnotations(from: number): Portion {
    return this.#deferred.portion(this.annotations, this.revision, from)
  }

  change(command: Command): ChangeOutcome {
    return this.#attempt(() => {
      const set = execute(command, {
        annotations: this.annotations,
        document: this.open.document,
        now: new Date().toISOString(),
        newId: randomUUID,
      })
      return set.changes.length === 0 ? undefined : this.#commit(set)
    })
  }

  /** Takes in what an import brings, notes and readings of characters, as one gesture. */
  import({ changes, requests }: Imported): ChangeOutcome {
    return this.#attempt(() => {
      const change = this.#changeFor({ kind: 'correct-all', requests })
      const set = { gesture: 'import', at: new Date().toISOString(), changes } as const
      if (changes.length > 0) this.#commit(set)
      if (change === undefined || !isCorrection(change)) return set
      this.#edits.set(set.at, change)
      if (changes.length === 0) this.history = recorded(this.history, set)
      return this.#correct(change, set)
    })
  }

  /** Another program changes the notes, which is no gesture of the reader's. */
  changeOutside(set: ChangeSet): void {
    this.#apply(set, withoutInterfering(this.history, set))
  }

  edit(command: EditionCommand): ChangeOutcome {
    return this.#attempt(() => {
      const change = this.#changeFor(command)
      if (change === undefined) return undefined
      if (isCorrection(change)) {
        const set = { gesture: 'correct', at: new Date().toISOString(), changes: [] } as const
        this.#edits.set(set.at, change)
        this.history = recorded(this.history, set)
        return this.#correct(change, set)
      }
      const set = this.#exchange(change)
      this.#edits.set(set.at, change)
      this.history = recorded(this.history, set)
      return set
    })
  }

  #changeFor(command: EditionCommand): EditionChange | undefined {
    return changeFor(command, {
      edition: this.#edition,
      proposals: this.#opened?.proposals ?? [],
      document: this.open.document,
    })
  }

  undo(): ChangeOutcome {
    return this.#attempt(() => {
      const { done, undone } = this.history
      const last = done.at(-1)
      if (last === undefined) return undefined
      const edit = this.#edits.get(last.at)
      const history = { done: done.slice(0, -1), undone: [...undone, last] }
      return this.#step(last, edit && invertEdition(edit), invert(last), history)
    })
  }

  redo(): ChangeOutcome {
    return this.#attempt(() => {
      const { done, undone } = this.history
      const last = undone.at(-1)
      if (last === undefined) return undefined
      const history = { done: [...done, last], undone: undone.slice(0, -1) }
      return this.#step(last, this.#edits.get(last.at), last, history)
    })
  }

  /** Goes a step of the history back or on. @param edit what that does to the edition, if anything */
  #step(step: ChangeSet, edit: EditionChange | undefined, set: ChangeSet, history: History) {
    if (edit === undefined) return this.#apply(set, history)
    this.history = history
    if (!isCorrection(edit)) return this.#exchange(edit)
    // Notes came with the corrections, by the same import.
    if (set.changes.length > 0) this.#apply(set, history)
    return this.#correct(edit, step)
  }

  restore(annotations: readonly Annotation[]): RestoreOutcome {
    const changes = difference(this.annotations, byId(annotations))
    if (changes.length === 0) return { kind: 'same' }
    this.#commit({ gesture: 'restore', at: new Date().toISOString(), changes })
    return { kind: 'restored' }
  }

  saveDraft(draft: Draft): void {
    this.dropDraft(draft.target)
    this.drafts = [...this.drafts, draft]
  }

  dropDraft(target: DraftTarget): void {
    const gone = keyOfTarget(target)
    this.drafts = this.drafts.filter((draft) => keyOfTarget(draft.target) !== gone)
  }

  get historyView(): HistoryView {
    const { done, undone } = this.history
    return { undo: done.at(-1)?.gesture ?? null, redo: undone.at(-1)?.gesture ?? null }
  }

  #attempt(change: () => ChangeSet | undefined): ChangeOutcome {
    if (this.store.state === 'read-only') return { done: false, reason: 'read-only' }
    try {
      const set = change()
      if (set === undefined) return { done: false, reason: 'nothing-to-do' }
      return { done: true, gesture: set.gesture, changed: set.changes.map(idOf) }
    } catch (error) {
      if (error instanceof UnknownAnnotation) return { done: false, reason: 'gone' }
      if (error instanceof OutsideText) return { done: false, reason: 'outside-text' }
      if (error instanceof TooLongToMark) return { done: false, reason: 'too-long' }
      throw error
    }
  }

  /** Exchanges the document for the one with other repairs, or cited otherwise; the notes go along. */
  #exchange(change: EditionChange): ChangeSet {
    const opened = this.#opened
    if (opened === undefined) throw new Error('The report has no repairs')
    const before = this.#edition
    this.#edition = changedEdition(before, change)
    const former = this.open.document
    this.open = new OpenDocument(opened.publication(this.#edition))
    const carry = carryOver(before, this.#edition)
    const at = new Date().toISOString()
    const set: ChangeSet = isCitation(change)
      ? { gesture: 'cite', at, changes: [] }
      : {
          gesture: 'repair',
          at,
          changes: carryAnnotations(this.annotations, former, this.open.document, carry),
        }
    this.annotations = applyChangeSet(this.annotations, set)
    this.revision++
    this.#tell({ kind: 'edited', documentId: this.id })
    return set
  }

  #correct(change: CorrectionChange, set: ChangeSet): ChangeSet {
    this.#edition = changedEdition(this.#edition, change)
    const corrections = placedCorrections(this.#edition)
    this.open.correct(corrections)
    this.#tell({
      kind: 'corrected',
      documentId: this.id,
      corrections,
      history: this.historyView,
    })
    return set
  }

  #commit(set: ChangeSet): ChangeSet {
    return this.#apply(set, recorded(this.history, set))
  }

  #apply(set: ChangeSet, next: History): ChangeSet {
    this.annotations = applyChangeSet(this.annotations, set)
    this.history = next
    this.revision++
    const { id: documentId, revision } = this
    const told = this.#deferred.of(set)
    const deferred = this.#deferred.count
    const history = this.historyView
    this.#tell({ kind: 'changed', documentId, revision, set: told, deferred, history })
    return set
  }
}

const byId = (annotations: readonly Annotation[]): AnnotationMap =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]))
