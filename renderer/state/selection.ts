import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CodePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import type { Column } from './view'

/** A caret: where selecting began, and where it is now. Canonical offsets. */
interface Caret {
  readonly anchor: CodePoints
  readonly at: CodePoints
}

/** What is selected in the text, as the reader's eyes have it: a canonical range, and in which form. */
export class Selection {
  /** Where the next word or sentence is looked for: the end of what was selected last. */
  readonly cursor: Signal<CodePoints | null> = signal(null)
  /** The character that was clicked last: which of the marks on it is open is said beside the note. */
  readonly clickedAt: Signal<CodePoints | null> = signal(null)
  readonly #range = signal<TextRange | null>(null)
  readonly #column = signal<Column>('block')
  readonly #caret = signal<Caret | null>(null)
  readonly #isCaretShown = signal(false)

  /** The selected passage, where one is selected in the text. */
  get range(): ReadonlySignal<TextRange | null> {
    return this.#range
  }

  /** The form in which it is selected; of what was selected last, where nothing is. */
  get column(): ReadonlySignal<Column> {
    return this.#column
  }

  /** The place in the text from which the keyboard selects; nothing until it was there. */
  get caret(): ReadonlySignal<Caret | null> {
    return this.#caret
  }

  /** Whether the reader asked for the caret to be shown. */
  get isCaretShown(): ReadonlySignal<boolean> {
    return this.#isCaretShown
  }

  showCaret(at: CodePoints): void {
    batch(() => {
      this.#caret.value = { anchor: at, at }
      this.#isCaretShown.value = true
    })
  }

  /** Hides the caret; says whether it was shown. */
  hideCaret(): boolean {
    const wasShown = this.#isCaretShown.peek()
    batch(() => {
      this.#caret.value = null
      this.#isCaretShown.value = false
    })
    return wasShown
  }

  /** Moves the caret; where that selects is for the page to do. */
  moveCaret(caret: Caret): void {
    this.#caret.value = caret
    this.cursor.value = caret.at
  }

  /** Takes in what the page has selected. */
  set(range: TextRange | null, column: Column): void {
    batch(() => {
      this.#range.value = range
      this.#follow(range)
      if (range === null) return
      this.#column.value = column
      this.cursor.value = range.end
    })
  }

  /** Whatever else selects, by mouse or key, takes the caret along. */
  #follow(range: TextRange | null): void {
    const caret = this.#caret.peek()
    if (caret === null) return
    const start = Math.min(caret.anchor, caret.at)
    const end = Math.max(caret.anchor, caret.at)
    if (range === null) {
      if (!this.#isCaretShown.peek()) this.#caret.value = null
      else if (start !== end) this.#caret.value = { anchor: caret.at, at: caret.at }
      return
    }
    // White space at the ends of what is selected is left out of it.
    if (range.start < start || range.end > end || start === end) {
      this.#caret.value = this.#isCaretShown.peek() ? { anchor: range.start, at: range.end } : null
    }
  }
}
