import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { limits } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import type { Command } from '../../core/annotation/command'
import { roomLeft } from '../../core/annotation/fit'
import type { ChangeOutcome } from '../../core/contract/contract'
import type { TextRange } from '../../core/text/range'
import type { ScriptTag } from '../../core/text/script-tag'
import type { Annotations } from './annotations'
import { type Drafts, type Editing, isSameTarget } from './drafts'
import type { Announcer, TakingBack } from './notices'
import type { Preferences } from './preferences'

interface OpenNoteOptions {
  readonly annotations: Annotations
  readonly drafts: Drafts
  readonly preferences: Preferences
  readonly announcer: Announcer
  readonly change: (command: Command) => Promise<ChangeOutcome>
}

/** How an editor opens: to be typed in at once, or by itself, with the reader's hands elsewhere. */
interface ForHand {
  readonly isInHand: boolean
}

/** The card that is open, and the note that is being written. */
export class OpenNote {
  /** The annotation whose card is open. */
  readonly activeId: Signal<string | null> = signal(null)
  readonly drafts: Drafts
  readonly #options: OpenNoteOptions
  readonly #editing = signal<Editing | null>(null)
  readonly #isForHand = signal(false)
  readonly #isInHand = computed(() => this.#editing.value !== null && this.#isForHand.value)
  /** The mark that was asked for where it stands in the text. */
  readonly #beside = signal<string | null>(null)
  readonly #isBeside = computed(
    () => this.#beside.value !== null && this.#beside.value === this.activeId.value,
  )
  readonly #linked = signal<{ readonly id: string } | null>(null)
  /** The annotation whose card was opened last as main had answered. */
  #opened: string | null = null
  #saving: Promise<void> | undefined
  /** Saving was asked for again while it was under way. */
  #isAskedAgain = false

  constructor(options: OpenNoteOptions) {
    this.#options = options
    this.drafts = options.drafts
  }

  get editing(): ReadonlySignal<Editing | null> {
    return this.#editing
  }

  /** Whether a note is being written by the reader's hand: they opened it, or went into it where it opened by itself. */
  get isInHand(): ReadonlySignal<boolean> {
    return this.#isInHand
  }

  /** Something to compare: all that was begun and not saved, but of the note being written only which it is. */
  get begun(): string {
    const editing = this.#editing.value
    return JSON.stringify([editing && { ...editing, note: '' }, this.drafts.besides(editing)])
  }

  /** What a link pointed at last: another thing each time that one is followed. */
  get linked(): ReadonlySignal<{ readonly id: string } | null> {
    return this.#linked
  }

  /** Whether the open card may stand beside its mark, for want of a column: the reader asked for that mark. */
  get isBeside(): ReadonlySignal<boolean> {
    return this.#isBeside
  }

  /** Opens the card of a mark that the reader clicked or went to; nothing closes it. */
  openHere(id: string | null): void {
    batch(() => {
      this.activeId.value = id
      this.#beside.value = id
    })
  }

  /**
   * For who is about to ask main for an annotation: gives what opens its card once it is there, unless the
   * reader has turned to another, or begun to write, by then.
   */
  openLater(): (id: string) => void {
    const asked = this.#hand
    return (id) => {
      const { card, isWriting } = this.#hand
      // What was asked for after another that has come meanwhile opens in its place.
      const isTurnedTo = card !== asked.card && card !== this.#opened
      if (isTurnedTo || (isWriting && !asked.isWriting)) return
      this.activeId.value = id
      this.#opened = id
    }
  }

  get #hand() {
    return { card: this.activeId.peek(), isWriting: this.#editing.peek() !== null }
  }

  /**
   * Opens the card that a link points at, once it is here where annotations still arrive; where it is not
   * among them, all stays as it was, and that is said.
   */
  openLinked(id: string): void {
    const { annotations, preferences, announcer } = this.#options
    if (annotations.map.peek().has(id)) {
      preferences.showNotes()
      this.activeId.value = id
      this.#linked.value = { id }
    } else if (!annotations.isWhole) {
      void annotations.whole().then((isWhole) => isWhole && this.openLinked(id))
    } else announcer.tell(announcer.messages.peek().notes.linkedGone)
  }

  /** Opens the editor for a mark's note. */
  start(id: string): void {
    const annotation = this.#options.annotations.map.peek().get(id)
    if (annotation === undefined) return
    this.activeId.value = id
    this.#open({ kind: 'annotation', id, note: annotation.note })
  }

  /** Opens the editor for a note on a passage; where that bears no mark, one is made on saving. */
  startOn(range: TextRange, seenIn: ScriptTag): void {
    const mark = this.#options.annotations.marks.peek().on(range)
    if (mark !== undefined) return this.start(mark.annotation.id)
    this.activeId.value = null
    this.#open({ kind: 'passage', range, seenIn, note: '' })
  }

  /** Goes on with a note that was begun and not saved. */
  resume(draft: Editing, { isInHand }: ForHand = { isInHand: true }): void {
    if (draft.kind === 'annotation') this.activeId.value = draft.id
    this.#open(draft, isInHand)
  }

  /** Opens the note that was being written when the app was closed or crashed, unless one is being written. */
  reopen(forHand: ForHand): void {
    const draft = this.#editing.peek() === null ? this.drafts.interrupted() : undefined
    if (draft !== undefined) this.resume(draft, forHand)
  }

  /** Goes on with the draft written last, where the document is opened anew: with the words of now. */
  goOn(note: string, forHand: ForHand): void {
    this.reopen(forHand)
    this.write(note)
  }

  /** The reader went into the editor. */
  takeUp(): void {
    this.#isForHand.value = true
  }

  /** Has main keep what is being written as the draft written last, be it nothing yet. */
  keep(): void {
    const editing = this.#editing.peek()
    if (editing === null) return
    this.drafts.keepSoon(editing)
    this.drafts.flush()
  }

  /** Takes in what the reader has typed. */
  write(note: string): void {
    const editing = this.#editing.peek()
    if (editing === null || editing.note === note) return
    const written = { ...editing, note }
    this.#editing.value = written
    this.drafts.keepSoon(written)
  }

  /**
   * Saves what is being written. The editor stays open where it could not be taken, and where the reader
   * wrote on meanwhile: those words are not saved yet.
   */
  async save(): Promise<void> {
    if (this.#saving !== undefined) {
      this.#isAskedAgain = true
      return
    }
    this.#saving = this.#saveAll()
    try {
      await this.#saving
    } finally {
      this.#saving = undefined
    }
  }

  /** Settles when what was to be saved is saved, or could not be. */
  async settle(): Promise<void> {
    await this.#saving?.catch(() => undefined)
  }

  async #saveAll(): Promise<void> {
    let written: Editing | null
    do {
      this.#isAskedAgain = false
      written = this.#editing.peek()
      // One after the other: the second is asked for while the first is under way.
      // oxlint-disable-next-line no-await-in-loop
      if (written !== null) await this.#save(written)
      // The same words are not saved twice; but those that were added meanwhile, or another note, are.
    } while (this.#isAskedAgain && this.#editing.peek() !== written)
  }

  async #save(written: Editing): Promise<void> {
    const { announcer } = this.#options
    if (roomLeft(written.note) < 0) {
      const { tooLong } = announcer.messages.peek().note
      announcer.announce(tooLong(written.note.length, limits.note))
      return
    }
    const id = await this.#keep(written)
    if (id === undefined) return
    this.#goOn(written, id)
    announcer.announce(announcer.messages.peek().said.noteSaved)
  }

  /** Has a note kept; gives the annotation that bears it, or nothing where it was refused. */
  async #keep(written: Editing): Promise<string | undefined> {
    const { change, preferences } = this.#options
    if (written.kind === 'annotation') {
      const { id, note } = written
      const outcome = await change({ kind: 'note', id, note })
      return outcome.done || outcome.reason === 'nothing-to-do' ? id : undefined
    }
    const { range, seenIn, note } = written
    const style = preferences.settings.peek().lastStyle
    const outcome = await change({ kind: 'highlight', range, seenIn, style, note })
    return outcome.done ? outcome.changed[0] : undefined
  }

  /** Closes the editor of a note that was saved, unless the reader wrote on meanwhile. */
  #goOn(saved: Editing, id: string): void {
    const now = this.#editing.peek()
    const isOpen = now !== null && isSameTarget(now, saved)
    const later = isOpen ? now.note : this.drafts.of(saved)?.note
    this.drafts.drop(saved)
    const rest: Editing | undefined =
      later === undefined || later === saved.note
        ? undefined
        : { kind: 'annotation', id, note: later }
    if (isOpen) {
      this.activeId.value = id
      this.#editing.value = rest ?? null
    }
    if (rest === undefined) return
    if (isOpen) this.drafts.keepSoon(rest)
    else this.drafts.leave(rest)
  }

  /** Leaves the note as it was. What was written and not saved is kept as a draft, and that is said. */
  leave(): void {
    const { announcer } = this.#options
    const editing = this.#editing.peek()
    if (editing === null) return
    this.#editing.value = null
    const isKept = this.drafts.leave(editing)
    if (isKept) announcer.tell(announcer.messages.peek().notes.draftKept)
  }

  /** Gives up what was written and not saved; for a moment it can be taken back. */
  discard(): void {
    const editing = this.#editing.peek()
    if (editing === null) return
    this.#editing.value = null
    this.#giveUp(editing, {
      run: () => this.resume(editing),
      isStill: () => this.#editing.value === null,
    })
  }

  /** Gives up a draft that waits at its card; for a moment it can be put back there, as long as no other is begun. */
  discardDraft(draft: Editing): void {
    this.#giveUp(draft, {
      run: () => void this.drafts.leave(draft),
      isStill: () => {
        const editing = this.#editing.value
        const isBegun = editing !== null && isSameTarget(editing, draft)
        return !isBegun && this.drafts.of(draft) === undefined
      },
    })
  }

  #giveUp(draft: Editing, { run, isStill }: TakingBack): void {
    const { announcer } = this.#options
    this.drafts.drop(draft)
    announcer.tell(announcer.messages.peek().notes.discarded, {
      run: () => {
        announcer.forget()
        run()
      },
      isStill,
    })
  }

  /** Leaves what is being written on annotations that are about to go: it is not deleted with them. */
  leaveIfOn(ids: readonly string[]): void {
    const editing = this.#editing.peek()
    if (editing?.kind === 'annotation' && ids.includes(editing.id)) this.leave()
  }

  /** Leaves what is being written on an annotation that goes by other ways, as undo or another program. */
  leaveUnlessIn(next: AnnotationMap): void {
    const editing = this.#editing.peek()
    if (editing?.kind !== 'annotation') return
    // Of very many, one that is still to arrive is not gone.
    const wasHere = this.#options.annotations.map.peek().has(editing.id)
    if (wasHere && !next.has(editing.id)) this.leave()
  }

  /** The same, where what happened meanwhile was missed. Of very many, one that is still to arrive is not gone. */
  leaveIfGone(): void {
    const { annotations } = this.#options
    const editing = this.#editing.peek()
    if (editing?.kind !== 'annotation' || !annotations.isWhole) return
    if (!annotations.map.peek().has(editing.id)) this.leave()
  }

  /** Closes the card if it is that of one of these annotations. */
  closeIfOn(ids: readonly string[]): void {
    if (ids.includes(this.activeId.peek() ?? '')) this.activeId.value = null
  }

  /** Opens the editor; with the draft, where one was begun and neither saved nor given up. */
  #open(editing: Editing, isInHand = true): void {
    this.#options.preferences.showNotes()
    const before = this.#editing.peek()
    // Another note was being written, and neither saved nor given up; if there are words in it.
    if (before !== null && !isSameTarget(before, editing) && !this.drafts.isWritten(before)) {
      this.drafts.drop(before)
    } else this.drafts.flush()
    const draft = this.drafts.of(editing)
    batch(() => {
      this.#isForHand.value = isInHand
      this.#editing.value = draft === undefined ? editing : { ...editing, note: draft.note }
    })
  }
}
