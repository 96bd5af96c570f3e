import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { hasNote } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { type Draft, type DraftTarget, keyOfTarget } from '../../core/annotation/draft'
import type { MarkStyle } from '../../core/annotation/style'
import type { CanonicalDocument } from '../../core/document/document'
import { type TextRange } from '../../core/text/range'
import type { ScriptTag } from '../../core/text/script-tag'

/** A note being written: for a mark that is there, or for a passage to be marked on saving. */
export type Editing =
  | { readonly kind: 'annotation'; readonly id: string; readonly note: string }
  | NewNote

/** A note on a passage that bears no mark yet. */
export interface NewNote {
  readonly kind: 'passage'
  readonly range: TextRange
  /** The form in which the passage was selected. */
  readonly seenIn: ScriptTag
  readonly note: string
  /** What it was begun on, where that is gone, and the whole stands in its place. */
  readonly begunOn?: DraftTarget
}

export const isSameTarget = (a: Editing, b: Editing): boolean =>
  a.kind === 'annotation'
    ? b.kind === 'annotation' && a.id === b.id
    : b.kind === 'passage' && keyOfNew(a) === keyOfNew(b)

/** What tells a new note from every other: its passage; of several on the whole, what each was begun on. */
export const keyOfNew = ({ range, begunOn }: NewNote): string =>
  begunOn === undefined ? `${range.start}-${range.end}` : keyOfTarget(begunOn)

/**
 * How long what was typed waits before it is sent to be kept, in ms. Counted from the first key, so
 * that it holds however fast one types; with the store's own wait a crash loses less than a second.
 */
const delay = 300

interface DraftsOptions {
  readonly document: CanonicalDocument
  /** The passage that stands for the whole document. */
  readonly whole: TextRange
  readonly annotations: ReadonlySignal<AnnotationMap>
  readonly initial: readonly Draft[]
  /** The style that a new mark would take. */
  readonly style: () => MarkStyle
  readonly save: (draft: Draft) => Promise<void>
  readonly drop: (target: DraftTarget) => Promise<void>
}

/** Notes begun and not yet saved, kept on disk, the one being written among them. */
export class Drafts {
  readonly #options: DraftsOptions
  readonly #list: Signal<readonly Draft[]>
  #waiting: Editing | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: DraftsOptions) {
    this.#options = options
    this.#list = signal(options.initial)
  }

  /** The draft of a note, if it was begun and neither saved nor given up. */
  of(editing: Editing): Draft | undefined {
    return this.#list.value.findLast((draft) => isSameTarget(this.#editingOf(draft), editing))
  }

  /** The drafts but that of the note being written. */
  besides(editing: Editing | null): readonly Editing[] {
    return this.#list.value
      .map((draft) => this.#editingOf(draft))
      .filter((draft) => editing === null || !isSameTarget(draft, editing))
  }

  /** The note that was being written when the app was closed or crashed. */
  interrupted(): Editing | undefined {
    const draft = this.#list.peek().at(-1)
    return draft === undefined || draft.left === true ? undefined : this.#editingOf(draft)
  }

  /** Whether something was written that differs from what is saved. */
  isWritten(editing: Editing): boolean {
    const saved =
      editing.kind === 'annotation'
        ? this.#options.annotations.value.get(editing.id)?.note
        : undefined
    return hasNote(editing) && editing.note !== saved
  }

  /** Keeps what is being written, with what is typed in the next moment. */
  keepSoon(editing: Editing): void {
    if (this.#waiting !== undefined && !isSameTarget(this.#waiting, editing)) this.flush()
    this.#waiting = editing
    this.#timer ??= setTimeout(() => this.flush(), delay)
  }

  /** Keeps at once what waits to be kept. */
  flush(): void {
    const waiting = this.#waiting
    this.#forgetWaiting()
    if (waiting !== undefined) this.#keep(waiting, false)
  }

  /**
   * Keeps what was written for when the reader goes on with it, where it differs from what is saved; says
   * whether it does. What is being written elsewhere goes on waiting.
   */
  leave(editing: Editing): boolean {
    this.#forgetWaitingOn(editing)
    const isWritten = this.isWritten(editing)
    if (isWritten) this.#keep(editing, true)
    else this.drop(editing)
    return isWritten
  }

  /** Lets go of the draft of a note that was saved or given up. */
  drop(editing: Editing): void {
    this.#forgetWaitingOn(editing)
    const key = keyOfTarget(this.#targetOf(editing))
    const all = this.#list.peek()
    const dropped = all.find((draft) => keyOfDraft(draft) === key)
    if (dropped === undefined) return
    this.#list.value = all.filter((draft) => draft !== dropped)
    void this.#options.drop(dropped.target)
  }

  /** Takes in the drafts that lay on disk all the while; those that were begun here meanwhile are newer. */
  add(drafts: readonly Draft[]): void {
    const begun = this.#list.peek()
    const keys = new Set(begun.map(keyOfDraft))
    this.#list.value = [...drafts.filter((draft) => !keys.has(keyOfDraft(draft))), ...begun]
  }

  /** Takes in the drafts that lie on disk; what is being written here is newer than any of them. */
  reset(drafts: readonly Draft[], editing: Editing | null): void {
    const written = editing === null ? undefined : this.of(editing)
    const others = drafts.filter((draft) => keyOfDraft(draft) !== keyOfDraft(written))
    this.#list.value = written === undefined ? others : [...others, written]
  }

  #forgetWaitingOn(editing: Editing): void {
    if (this.#waiting !== undefined && isSameTarget(this.#waiting, editing)) this.#forgetWaiting()
  }

  #forgetWaiting(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waiting = undefined
  }

  #keep(editing: Editing, isLeft: boolean): void {
    const draft: Draft = {
      target: this.#targetOf(editing),
      note: editing.note,
      at: new Date().toISOString(),
      ...(isLeft ? { left: true } : {}),
    }
    const others = this.#list.peek().filter((other) => keyOfDraft(other) !== keyOfDraft(draft))
    this.#list.value = [...others, draft]
    void this.#options.save(draft)
  }

  /**
   * What a draft goes on with. Where its mark is gone, or its passage was one of another text, it
   * becomes a note on the whole: what was written is never lost, nor put in a wrong place.
   */
  #editingOf({ target, note }: Draft): Editing {
    const { document, whole, annotations } = this.#options
    const seenIn = document.data.canonicalScript
    const onWhole: NewNote = { kind: 'passage', range: whole, seenIn, note, begunOn: target }
    if (target.kind === 'annotation') {
      return annotations.value.has(target.id)
        ? { kind: 'annotation', id: target.id, note }
        : onWhole
    }
    const isOfThisText =
      target.documentDigest === document.digest && target.documentId === document.id
    return isOfThisText
      ? { kind: 'passage', range: target.range, seenIn: target.seenIn, note }
      : onWhole
  }

  #targetOf(editing: Editing): DraftTarget {
    if (editing.kind === 'annotation') return { kind: 'annotation', id: editing.id }
    if (editing.begunOn !== undefined) return editing.begunOn
    const { document, style } = this.#options
    return {
      kind: 'passage',
      documentId: document.id,
      documentDigest: document.digest,
      range: editing.range,
      seenIn: editing.seenIn,
      style: style(),
    }
  }
}

const keyOfDraft = (draft: Draft | undefined): string | undefined =>
  draft && keyOfTarget(draft.target)
