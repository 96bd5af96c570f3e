import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { isOnWords, neighbour, type Remark } from '../../core/apparatus/remark'
import type { CodePoints } from '../../core/text/code-points'
import { rangeLength, type TextRange } from '../../core/text/range'
import type { Announcer } from './notices'
import type { Preferences } from './preferences'
import type { Column } from './view'

/** The longest passage whose characters are explained, in code points. */
export const mostCharacters = 4

/** What a card over the text explains: a remark of the edition, or the characters of a passage. */
export type Explained = {
  /** The form at whose text the card stands. */
  readonly column: Column
} & (
  | { readonly kind: 'remark'; readonly remark: Remark }
  | { readonly kind: 'characters'; readonly range: TextRange }
)

/** The passage that a card explains. */
export const placeOf = (explained: Explained): TextRange =>
  explained.kind === 'remark' ? explained.remark.range : explained.range

interface ExplanationOptions {
  readonly remarks: readonly Remark[]
  readonly preferences: Preferences
  readonly announcer: Announcer
}

/** The card that explains a place of the text, and whether such places are shown. */
export class Explanation {
  readonly remarks: readonly Remark[]
  /** Whether places on which the edition has something to say are shown in the text. */
  readonly isShown: ReadonlySignal<boolean>
  readonly #open = signal<Explained | null>(null)
  readonly #preferences: Preferences
  readonly #announcer: Announcer

  constructor({ remarks, preferences, announcer }: ExplanationOptions) {
    this.remarks = remarks
    this.#preferences = preferences
    this.#announcer = announcer
    this.isShown = computed(() => preferences.settings.value.emendationsShown)
  }

  get open(): ReadonlySignal<Explained | null> {
    return this.#open
  }

  /** The remark whose card is open. */
  get remark(): Remark | undefined {
    const open = this.#open.value
    return open?.kind === 'remark' ? open.remark : undefined
  }

  /** Shows emended places and slips in the text, or no longer. */
  toggleShown(): void {
    const emendationsShown = !this.isShown.peek()
    this.#preferences.change({ emendationsShown })
    if (!emendationsShown) this.close()
    const { edition } = this.#announcer.messages.peek()
    this.#announcer.announce(
      emendationsShown ? edition.emendationsShown(this.remarks.length) : edition.emendationsHidden,
    )
  }

  /** Opens the card of a remark at its place in one of the columns. */
  explainRemark(remark: Remark, column: Column): void {
    this.#open.value = { kind: 'remark', remark, column }
  }

  /** Opens the card on a few characters: their forms and their numbers. */
  explainCharacters(range: TextRange | null, column: Column): void {
    if (range === null || rangeLength(range) > mostCharacters) {
      return this.#announcer.announce(this.#announcer.messages.peek().edition.characters.howMany)
    }
    this.#open.value = { kind: 'characters', range, column }
  }

  /**
   * The remark after the one whose card is open, or before it: on words alone, or on any place. That
   * there is none is said.
   *
   * @param from where the nearest is looked for while no card is open
   */
  next(step: 1 | -1, which: 'words' | 'any', from: CodePoints): Remark | undefined {
    const list = which === 'any' ? this.remarks : this.remarks.filter(isOnWords)
    const next = neighbour(list, step, this.remark?.id, this.remark?.range.start ?? from)
    if (next === undefined) {
      this.#announcer.announce(this.#announcer.messages.peek().edition.noMore)
    }
    return next
  }

  close(): void {
    this.#open.value = null
  }
}
