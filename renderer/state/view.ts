import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ViewState } from '../../core/app/settings'
import { type Section, sectionAt } from '../../core/document/sections'
import type { Messages } from '../../core/messages/en'
import { formNamesOf } from '../../core/messages/form-names'
import type { OpenDocument } from '../../core/publication/open-document'
import { differencesBetween } from '../../core/script/difference'
import type { Rendition } from '../../core/script/rendition'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import {
  isInOneScript,
  type MainScript,
  mainScriptOf,
  type ScriptTag,
} from '../../core/text/script-tag'
import type { Announcer } from './notices'

/**
 * Which of the forms in the page: the one that is read, or the one beside it. The blocks of each carry
 * their ids in the data attribute of this name.
 */
export type Column = 'block' | 'beside'

/** A line of the text, or a little more, in code points. */
const line = 40

interface ViewOptions {
  readonly open: OpenDocument
  readonly initial: ViewState
  readonly save: (patch: Partial<ViewState>) => void
  readonly announcer: Announcer
}

/** What follows the reader in the page. */
interface Reading {
  /** Where they are, should they be scrolling just now. */
  readonly now: () => CodePoints
  /** Brings `place` and `isAtEnd` up to date. */
  readonly tell: () => void
}

/** How the open document is seen: in which form, beside which other, and where in it the reader is. */
export class View {
  readonly rendition: ReadonlySignal<Rendition>
  /** The form shown beside it, where two are shown. */
  readonly beside: ReadonlySignal<Rendition | null>
  /** Whether it is set in columns from right to left. */
  readonly vertical: ReadonlySignal<boolean>
  /** Where the two forms differ, where two are shown; canonical. */
  readonly differences: ReadonlySignal<readonly TextRange[]>
  /** The document's title in the form that is shown. */
  readonly title: ReadonlySignal<string>
  /** The forms that there are, and each as it is now: they change while they are made, and by corrections. */
  readonly forms: ReadonlySignal<ReadonlyMap<ScriptTag, Rendition>>
  /** The canonical offset at the top of the text, where the reader came to rest last. */
  readonly place: Signal<CodePoints>
  /** Whether the text's end is in view, beyond which nothing can be scrolled. */
  readonly isAtEnd = signal(false)
  /**
   * The section that is read: that whose heading is in the first lines of the window, if there is one; at
   * the end of a text, beyond which nothing can be scrolled, the last.
   */
  readonly section: ReadonlySignal<Section | undefined>
  /** What the document's forms are called. */
  readonly names: ReadonlySignal<Messages['scripts']>
  readonly #state: Signal<ViewState>
  /** Goes up when the forms are others than they were. */
  readonly #renewed = signal(0)
  readonly #open: OpenDocument
  readonly #save: ViewOptions['save']
  readonly #announcer: Announcer
  #reading: Reading = { now: () => this.place.peek(), tell: () => undefined }

  constructor({ open, initial, save, announcer }: ViewOptions) {
    this.#open = open
    this.#save = save
    this.#announcer = announcer
    this.#state = signal(initial)
    this.place = signal(initial.place)
    this.forms = computed(() => {
      void this.#renewed.value
      return open.renditions
    })
    this.rendition = computed(
      () => this.forms.value.get(this.#state.value.script) ?? open.canonical,
    )
    this.beside = computed(() => {
      const { beside, script } = this.#state.value
      return beside === null || beside === script ? null : (this.forms.value.get(beside) ?? null)
    })
    this.differences = computed(() => {
      const { rendition, beside } = this
      // Blocks that are still to be made would be compared as what they are not.
      const areWhole = !rendition.value.isUnfinished && beside.value?.isUnfinished === false
      return areWhole ? differencesBetween(rendition.value, beside.value) : []
    })
    this.names = computed(() => formNamesOf(open.publication, announcer.messages.value))
    this.section = computed(() => {
      const { document, sections } = open
      const place = this.place.value
      // A text that the window holds whole is at its end from the beginning.
      if (this.isAtEnd.value && place > 0) return sections.at(-1)
      const isAtHeading = document.blockAt(place)?.block.kind === 'heading'
      const from = isAtHeading ? place : Math.min(document.length, place + line)
      return sectionAt(sections, codePoints(from))
    })
    this.vertical = computed(() => this.#state.value.vertical)
    this.title = computed(() => this.rendition.value.title)
  }

  get state(): ReadonlySignal<ViewState> {
    return this.#state
  }

  /** The form that stands in a column. */
  renditionIn(column: Column): Rendition {
    const beside = column === 'beside' ? this.beside.peek() : null
    return beside ?? this.rendition.peek()
  }

  /** The Traditional form that the reader chose, but never the text as it was before it was edited. */
  traditional(): Rendition {
    const { traditionalForm } = this.#state.peek()
    const form = traditionalForm === 'source' ? 'zh-Hant' : traditionalForm
    return this.#open.renditions.get(form) ?? this.#open.canonical
  }

  /** Shows the document's forms as they are now: more of them was made, or the reader corrected them. */
  renew(): void {
    this.#renewed.value++
  }

  /** Shows a form no longer, for it cannot be made; where it was shown, the text as it stands. */
  leave(tag: ScriptTag): void {
    const { script, beside } = this.#state.peek()
    const { canonicalScript } = this.#open.document.data
    // What is kept stays as it is: the next time the form may be there.
    this.#state.value = {
      ...this.#state.peek(),
      script: script === tag ? canonicalScript : script,
      beside: beside === tag ? null : beside,
    }
    this.renew()
  }

  /** Shows the text in another form; everything the reader holds stays where it is. */
  showForm(tag: ScriptTag): void {
    const { script, beside } = this.#state.peek()
    if (script === tag || !this.#open.renditions.has(tag)) return
    this.#change({
      script: tag,
      ...(tag !== 'zh-Hans' && isInOneScript(tag) ? { traditionalForm: tag } : {}),
      // Two forms side by side stay two: the one that was read takes the other's column.
      ...(tag === beside ? { beside: script } : {}),
    })
    const { said } = this.#announcer.messages.peek()
    this.#announcer.announce(said.shown(this.names.peek()[tag]))
  }

  /** Shows another form beside the one that is read, or none. */
  showBeside(tag: ScriptTag | null): void {
    const { script, beside } = this.#state.peek()
    const isThere = tag === null || this.#open.renditions.has(tag)
    if (tag === beside || tag === script || !isThere) return
    this.#change({ beside: tag })
    const { edition } = this.#announcer.messages.peek()
    this.#announcer.announce(
      tag === null ? edition.besideGone : edition.besideShown(this.names.peek()[tag]),
    )
  }

  /** Shows the other side of the main switch beside the form that is read; or that form alone again. */
  toggleBeside(): void {
    const { script, beside, traditionalForm } = this.#state.peek()
    if (beside !== null) this.showBeside(null)
    else this.showBeside(script === 'zh-Hans' ? traditionalForm : 'zh-Hans')
  }

  /** Turns the main switch; 繁 goes back to the Traditional form that was shown last. */
  showScript(script: MainScript): void {
    this.showForm(script === 'hans' ? 'zh-Hans' : this.#state.peek().traditionalForm)
  }

  /** Turns the main switch to its other side. */
  switchScript(): void {
    this.showScript(mainScriptOf(this.#state.peek().script) === 'hans' ? 'hant' : 'hans')
  }

  /** Sets the text in columns from right to left; or in lines again. */
  toggleVertical(): void {
    const vertical = !this.#state.peek().vertical
    this.#change({ vertical })
    const { said } = this.#announcer.messages.peek().appearance
    this.#announcer.announce(vertical ? said.vertical : said.horizontal)
  }

  followBy(reading: Reading): void {
    this.#reading = reading
  }

  /** Where the reader is now, for whoever is to act on it: what only shows it waits until they are at rest. */
  placeNow(): CodePoints {
    return this.#reading.now()
  }

  /** Tells where the reader is, and keeps it for the next time that the document is opened. */
  keepPlace(): void {
    this.#reading.tell()
    const place = this.place.peek()
    const isAtEnd = this.isAtEnd.peek()
    const { place: before, stoppedAt } = this.#state.peek()
    const { id } = this.section.peek()?.heading ?? {}
    const heading = id === undefined ? null : this.rendition.peek().block(id).text
    const isSame = before === place && isAtEnd === (stoppedAt?.isAtEnd ?? false)
    if (isSame && heading === (stoppedAt?.heading ?? heading)) return
    this.#change({ place, stoppedAt: { heading, isAtEnd } })
  }

  /** Changes how the document is seen, here at once and on disk soon after. */
  #change(patch: Partial<ViewState>): void {
    this.#state.value = { ...this.#state.peek(), ...patch }
    this.#save(patch)
  }
}
