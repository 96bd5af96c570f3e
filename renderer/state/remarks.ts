import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { isIn, neighbour, type Remark, type RemarkSet } from '../../core/apparatus/remark'
import type { CodePoints } from '../../core/text/code-points'
import { rangeLength, type TextRange } from '../../core/text/range'
import type { Announcer } from './notices'
import type { Preferences } from './preferences'
import type { Column } from './view'

/** A place that seems damaged. */
export type ProposalRemark = Extract<Remark, { readonly kind: 'proposal' }>

/** The longest passage whose characters are explained, in code points. */
export const mostCharacters = 4

/** What is explained beside the text: a remark of the edition, or the characters of a passage. */
export type RemarkSubject = {
  /** The form at whose text it stands. */
  readonly column: Column
  /** By which it was opened: renewed, it is another with the same. */
  readonly opening: number
} & (
  | { readonly kind: 'remark'; readonly remark: Remark }
  | { readonly kind: 'characters'; readonly range: TextRange }
)

/** The passage that is explained. */
export const placeOf = (subject: RemarkSubject): TextRange =>
  subject.kind === 'remark' ? subject.remark.range : subject.range

interface RemarksOptions {
  readonly remarks: readonly Remark[]
  readonly preferences: Preferences
  readonly announcer: Announcer
}

/** What is remarked of the text, which of it is shown there, and what is explained beside it. */
export class Remarks {
  readonly #remarks: Signal<readonly Remark[]>
  /** Whether emended and kept places and slips are shown in the text. */
  readonly emendationsShown: ReadonlySignal<boolean>
  /** Whether those of nothing but punctuation are among them. */
  readonly punctuationShown: ReadonlySignal<boolean>
  /** Whether the terms, names and figures that the edition explains are. */
  readonly explanationsShown: ReadonlySignal<boolean>
  readonly #emendedSet: ReadonlySignal<RemarkSet>
  readonly #open = signal<RemarkSubject | null>(null)
  #openings = 0
  readonly #preferences: Preferences
  readonly #announcer: Announcer

  constructor({ remarks, preferences, announcer }: RemarksOptions) {
    this.#remarks = signal(remarks)
    this.#preferences = preferences
    this.#announcer = announcer
    const { settings } = preferences
    this.emendationsShown = computed(() => settings.value.emendationsShown)
    this.punctuationShown = computed(() => settings.value.punctuationShown)
    this.#emendedSet = computed(() => (settings.value.punctuationShown ? 'text' : 'words'))
    this.explanationsShown = computed(() => settings.value.explanationsShown)
  }

  get all(): readonly Remark[] {
    return this.#remarks.value
  }

  /** Takes in what there is to remark now: the reader corrected the forms. */
  renew(remarks: readonly Remark[]): void {
    this.#remarks.value = remarks
    const open = this.#open.peek()
    if (open?.kind !== 'remark') return
    const { column, opening } = open
    const { range, id } = open.remark
    const remark = remarks.find((one) => one.id === id)
    if (remark !== undefined) this.#open.value = { kind: 'remark', remark, column, opening }
    // Where nothing is remarked any more, the characters of the place go on being shown.
    else if (rangeLength(range) > mostCharacters) this.close()
    else this.#open.value = { kind: 'characters', range, column, opening }
  }

  get open(): ReadonlySignal<RemarkSubject | null> {
    return this.#open
  }

  /** The places that seem damaged, in text order. */
  get proposals(): readonly ProposalRemark[] {
    return this.all.filter((remark) => remark.kind === 'proposal')
  }

  /** The remark that is open. */
  get current(): Remark | undefined {
    const open = this.#open.value
    return open?.kind === 'remark' ? open.remark : undefined
  }

  /** The remarks of a set, in text order. */
  in(set: RemarkSet): readonly Remark[] {
    return this.all.filter((remark) => isIn(set, remark))
  }

  /** Whether a remark's place is shown without it being open. */
  isShown(remark: Remark): boolean {
    if (remark.kind === 'explanation') return this.explanationsShown.value
    return this.emendationsShown.value && isIn(this.#emendedSet.value, remark)
  }

  /** Shows emended and kept places and slips in the text, or no longer. */
  toggleEmendations(): void {
    const emendationsShown = !this.emendationsShown.peek()
    this.#preferences.change({ emendationsShown })
    const { edition } = this.#announcer.messages.peek()
    this.#sayShown(
      emendationsShown ? edition.emendationsShown : edition.emendationsHidden,
      this.#emendedSet.peek(),
    )
  }

  /** Shows changes of punctuation among the emendations, or no longer; they are many, and say one thing. */
  togglePunctuation(): void {
    const punctuationShown = !(this.punctuationShown.peek() && this.emendationsShown.peek())
    this.#preferences.change({ punctuationShown, emendationsShown: true })
    this.#sayShown(
      this.#announcer.messages.peek().edition.emendationsShown,
      this.#emendedSet.peek(),
    )
  }

  /** Shows what the edition explains in the text, or no longer. */
  toggleExplanations(): void {
    const explanationsShown = !this.explanationsShown.peek()
    this.#preferences.change({ explanationsShown })
    const { edition } = this.#announcer.messages.peek()
    this.#sayShown(
      explanationsShown ? edition.explanationsShown : edition.explanationsHidden,
      'explanations',
    )
  }

  /** Says that the places of a set are shown, and how many; or that they are hidden. */
  #sayShown(words: string | ((count: number) => string), set: RemarkSet): void {
    if (typeof words === 'string') this.close()
    this.#announcer.announce(typeof words === 'string' ? words : words(this.in(set).length))
  }

  /** Opens a remark at its place in one of the columns. */
  openRemark(remark: Remark, column: Column): void {
    this.#open.value = { kind: 'remark', remark, column, opening: ++this.#openings }
  }

  /** Explains a few characters: their forms and their numbers. */
  openCharacters(range: TextRange | null, column: Column): void {
    if (range === null || rangeLength(range) > mostCharacters) {
      return this.#announcer.announce(this.#announcer.messages.peek().edition.characters.howMany)
    }
    this.#open.value = { kind: 'characters', range, column, opening: ++this.#openings }
  }

  /**
   * The remark of a set after the one that is open, or before it. That there is none is said.
   *
   * @param from where the nearest is looked for while none is open
   */
  next(step: 1 | -1, set: RemarkSet, from: CodePoints): Remark | undefined {
    const next = neighbour(this.in(set), step, this.current?.id, this.current?.range.start ?? from)
    if (next === undefined) {
      const { isFirst, isLast } = this.#announcer.messages.peek().edition
      this.#announcer.tell(step > 0 ? isLast : isFirst)
    }
    return next
  }

  close(): void {
    this.#open.value = null
  }
}
