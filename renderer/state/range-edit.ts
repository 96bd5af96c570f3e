import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Command } from '../../core/annotation/command'
import type { Anchored } from '../../core/annotation/resolve'
import type { ChangeOutcome } from '../../core/contract/contract'
import { trimmed } from '../../core/document/trim'
import { type Step, wordStep } from '../../core/document/words'
import type { OpenDocument } from '../../core/publication/open-document'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import { sameRange, type TextRange, textRange } from '../../core/text/range'
import type { Annotations } from './annotations'
import type { Announcer } from './notices'
import type { View } from './view'

/** One of the two ends of a mark. */
export type End = 'start' | 'end'

interface RangeEditOptions {
  readonly open: OpenDocument
  readonly annotations: Annotations
  readonly activeId: ReadonlySignal<string | null>
  readonly view: View
  readonly announcer: Announcer
  readonly change: (command: Command) => Promise<ChangeOutcome>
}

/** The ends of the open mark being moved: painted where they are, kept only when the reader lets go. */
export class RangeEdit {
  /** The open mark, if it has a place. */
  readonly mark: ReadonlySignal<Anchored | undefined>
  /** Where the open mark is painted, if it is painted on words. */
  readonly place: ReadonlySignal<TextRange | undefined>
  readonly #options: RangeEditOptions
  readonly #moved = signal<{ readonly id: string; readonly range: TextRange } | null>(null)

  constructor(options: RangeEditOptions) {
    this.#options = options
    this.mark = computed(() => options.annotations.marks.value.get(options.activeId.value))
    this.place = computed(() => {
      const mark = this.mark.value
      return mark && options.open.isOnWords(mark) ? this.placeOf(mark) : undefined
    })
  }

  /** Where a mark is painted: where its ends are being moved to, or where it stands. */
  placeOf({ annotation, place }: Anchored): TextRange {
    const moved = this.#moved.value
    return moved?.id === annotation.id ? moved.range : place
  }

  /** Moves an end of the open mark; the mark keeps at least one character. */
  move(end: End, to: CodePoints): void {
    const mark = this.mark.peek()
    if (mark === undefined) return
    const { start, end: past } = this.placeOf(mark)
    const { length } = this.#options.open.document
    const range =
      end === 'start'
        ? textRange(Math.max(0, Math.min(to, past - 1)), past)
        : textRange(start, Math.min(length, Math.max(to, start + 1)))
    this.#moved.value = { id: mark.annotation.id, range }
  }

  /** Moves an end by a character or a word, over the line break between blocks. */
  step(end: End, step: Step, isByWord: boolean): void {
    const from = this.place.peek()?.[end]
    if (from === undefined) return
    const { document } = this.#options.open
    this.move(end, isByWord ? wordStep(document, from, step) : codePoints(Math.max(0, from + step)))
  }

  /** Takes an end to where its paragraph begins or ends. */
  leap(end: End, way: Step): void {
    const place = this.place.peek()
    if (place === undefined) return
    const inside = end === 'start' ? place.start : codePoints(place.end - 1)
    const placed = this.#options.open.document.blockAt(inside)
    if (placed !== undefined) this.move(end, way < 0 ? placed.range.start : placed.range.end)
  }

  /**
   * Keeps the ends where they were moved to, as one change; white space at them is left out. The mark may be
   * open no more: its card closes before the focus leaves its end.
   */
  async keep(): Promise<void> {
    const { open, annotations, view, announcer } = this.#options
    const moved = this.#moved.peek()
    const mark = annotations.marks.peek().get(moved?.id ?? null)
    if (moved === null || mark === undefined) return this.leave()
    const range = trimmed(open.document, moved.range)
    if (range === undefined || sameRange(range, mark.place)) return this.leave()
    const outcome = await this.#options.change({ kind: 're-range', id: moved.id, range })
    // Where the reader moves an end again meanwhile, that is not this change's to end.
    if (this.#moved.peek() === moved) this.leave()
    if (!outcome.done) return undefined
    const { said } = announcer.messages.peek().notes
    return announcer.announce(said.reRanged(view.rendition.peek().slice(range)))
  }

  /** Leaves the mark as it was. */
  leave(): void {
    this.#moved.value = null
  }
}
