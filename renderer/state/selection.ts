import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CodePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import type { Column } from './view'

/** What is selected in the text, as the reader's eyes have it: a canonical range, and in which form. */
export class Selection {
  /** Where the next word or sentence is looked for: the end of what was selected last. */
  readonly cursor: Signal<CodePoints | null> = signal(null)
  /** The character that was clicked last: which of the marks on it is open is said beside the note. */
  readonly clickedAt: Signal<CodePoints | null> = signal(null)
  readonly #range = signal<TextRange | null>(null)
  readonly #column = signal<Column>('block')

  /** The selected passage, where one is selected in the text. */
  get range(): ReadonlySignal<TextRange | null> {
    return this.#range
  }

  /** The form in which it is selected; of what was selected last, where nothing is. */
  get column(): ReadonlySignal<Column> {
    return this.#column
  }

  /** Takes in what the page has selected. */
  set(range: TextRange | null, column: Column): void {
    batch(() => {
      this.#range.value = range
      if (range === null) return
      this.#column.value = column
      this.cursor.value = range.end
    })
  }
}
