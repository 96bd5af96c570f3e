import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Color, MarkStyle } from '../../core/annotation/style'
import type { ActionId } from '../../core/app/actions'
import { type Keymap, keymapOf } from '../../core/app/keymap'
import {
  defaultSettings,
  mostRecentCommands,
  type Settings,
  type SettingsPatch,
  spokenIn,
  textSizes,
  type UiLanguage,
  type ViewState,
  viewOf,
} from '../../core/app/settings'
import type { Typography } from '../../core/app/typography'
import type { AppOpening, PiyueApi } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'
import type { OpenDocument } from '../../core/publication/open-document'
import { keyLabel } from '../ui/keys'
import { type Locale, loadLocale } from './locale'

/** Which columns are open. */
type OpenColumns = Partial<Pick<Settings, 'contentsOpen' | 'notesOpen'>>

/** How the reader likes things, whatever document is open, and the words of the interface. */
export class Preferences {
  readonly platform: AppOpening['platform']
  /** The language that is spoken: until the messages of one that was chosen are there, that before it. */
  readonly language: ReadonlySignal<UiLanguage>
  readonly messages: ReadonlySignal<Messages>
  /** The keys of each action. */
  readonly keymap: ReadonlySignal<Keymap>
  /** Whether the text is alone, with columns and bars gone until they are asked for. */
  readonly focusMode: ReadonlySignal<boolean>
  /** Whether notes are to be written in the margin: the text is not alone, and their column is closed. */
  readonly areNotesInMargin: ReadonlySignal<boolean>
  /** Whether the window is so narrow that the notes lie over the text. */
  readonly notesLieOver: ReadonlySignal<boolean>
  /** What is kept. */
  readonly #kept: Signal<Settings>
  /** What holds in place of what is kept for as long as it is asked for, and is kept nowhere. */
  readonly #passing: Signal<OpenColumns> = signal({})
  readonly #settings: ReadonlySignal<Settings>
  readonly #focusMode = signal(false)
  readonly #systemLanguage: UiLanguage
  readonly #locale: Signal<Locale>
  readonly #api: Pick<PiyueApi, 'saveSettings' | 'saveView'>
  /** How documents were seen last; no signal, for it changes with every scrolling. */
  readonly #views: Map<string, Partial<ViewState>>

  constructor(
    opening: Pick<AppOpening, 'settings' | 'systemLanguage' | 'platform'>,
    locale: Locale,
    api: Pick<PiyueApi, 'saveSettings' | 'saveView'>,
    notesLieOver: ReadonlySignal<boolean> = signal(false),
  ) {
    this.platform = opening.platform
    this.#kept = signal(opening.settings)
    this.focusMode = this.#focusMode
    this.notesLieOver = notesLieOver
    // Columns that lie over the text are never left open from another day.
    effect(() => {
      this.#passing.value = this.#focusMode.value
        ? { contentsOpen: false, notesOpen: false }
        : notesLieOver.value
          ? { notesOpen: false }
          : {}
    })
    this.#settings = computed(() => ({ ...this.#kept.value, ...this.#passing.value }))
    this.areNotesInMargin = computed(() => {
      const { marginNotesShown, notesOpen } = this.#settings.value
      return marginNotesShown && !notesOpen && !this.#focusMode.value
    })
    this.#api = api
    this.#views = new Map(Object.entries(opening.settings.views))
    this.#systemLanguage = opening.systemLanguage
    this.#locale = signal(locale)
    this.language = computed(() => this.#locale.value.language)
    this.messages = computed(() => this.#locale.value.messages)
    const keys = computed(() => this.#settings.value.keys)
    const singleKeys = computed(() => this.#settings.value.singleKeys)
    this.keymap = computed(() =>
      keymapOf({ keys: keys.value, singleKeys: singleKeys.value }, opening.platform),
    )
  }

  get settings(): ReadonlySignal<Settings> {
    return this.#settings
  }

  /** Changes how the reader sees things, here at once and on disk soon after. */
  change(patch: SettingsPatch): void {
    const passing = this.#passing.peek()
    const items = Object.entries(patch)
    const ofNow = Object.fromEntries(items.filter(([name]) => name in passing))
    const kept = Object.fromEntries(items.filter(([name]) => !(name in passing)))
    this.#passing.value = { ...passing, ...ofNow }
    if (Object.keys(kept).length === 0) return
    this.#kept.value = { ...this.#kept.peek(), ...kept }
    void this.#api.saveSettings(kept)
    if (patch.language !== undefined) void this.#speak()
  }

  /** Speaks the language that the reader chose, once its messages are there: that which was chosen last. */
  async #speak(): Promise<void> {
    const chosen = () => spokenIn(this.#kept.peek(), this.#systemLanguage)
    const locale = await loadLocale(chosen())
    if (locale.language === chosen()) this.#locale.value = locale
  }

  /** Leaves the text alone in the window; or brings back what was around it. */
  toggleFocusMode(): void {
    this.#focusMode.value = !this.#focusMode.peek()
  }

  /** The first keys of an action as the keyboard is labelled, for tooltips; empty where it has none. */
  keysOf(action: ActionId): string {
    const first = this.keymap.value.get(action)?.[0]
    return first === undefined ? '' : keyLabel(first, this.platform)
  }

  /** What a button does, with the first keys that do it. */
  withKeys(label: string, action: ActionId): string {
    const keys = this.keysOf(action)
    return keys === '' ? label : `${label} (${keys})`
  }

  /** How a document was seen last, or is to be seen at first. */
  viewOf({ publication: { document }, renditions }: OpenDocument): ViewState {
    const settings = { ...this.#settings.peek(), views: Object.fromEntries(this.#views) }
    return viewOf(settings, document, renditions.keys(), this.language.peek())
  }

  /** Keeps how a document is seen. */
  saveView(documentId: string, patch: Partial<ViewState>): void {
    this.#views.set(documentId, { ...this.#views.get(documentId), ...patch })
    void this.#api.saveView(documentId, patch)
  }

  /** Sets the text otherwise. */
  changeTypography(patch: Partial<Typography>): void {
    this.change({ typography: { ...this.#settings.peek().typography, ...patch } })
  }

  /** Sets the text as it was at first, in letters of the first size. */
  setAsDesigned(): void {
    const { textSize, typography } = defaultSettings
    this.change({ textSize, typography })
  }

  /** Makes the text one step larger or smaller. */
  changeTextSize(step: 1 | -1): void {
    const { textSize } = this.#settings.peek()
    const next =
      step > 0
        ? textSizes.find((size) => size > textSize)
        : textSizes.findLast((size) => size < textSize)
    if (next !== undefined) this.change({ textSize: next })
  }

  /** Opens the notes column, if it is closed. */
  showNotes(): void {
    if (!this.#settings.peek().notesOpen) this.change({ notesOpen: true })
  }

  /** What a colour is called in lists: by the reader's own name, or by its hue. */
  colorName(color: Color): string {
    return this.#settings.value.colorNames[color] ?? this.messages.value.colors[color]
  }

  /** What a colour is called where it is chosen: a name of the reader's own stands with the hue. */
  colorLabel(color: Color): string {
    const { colors, notes } = this.messages.value
    const own = this.#settings.value.colorNames[color]
    return own === undefined ? colors[color] : notes.namedColor(own, colors[color])
  }

  /** A style in words. */
  styleLabel({ color, kind }: MarkStyle): string {
    return this.messages.value.styleName(this.colorName(color), kind)
  }

  /** Remembers what was chosen in the palette, to be offered first. */
  rememberCommand(id: string): void {
    const others = this.#settings.peek().recentCommands.filter((other) => other !== id)
    this.change({ recentCommands: [id, ...others].slice(0, mostRecentCommands) })
  }

  /** Gives a colour a name; white space alone takes the name away. */
  nameColor(color: Color, name: string): void {
    const { [color]: _, ...others } = this.#settings.peek().colorNames
    const trimmed = name.trim()
    this.change({ colorNames: trimmed === '' ? others : { ...others, [color]: trimmed } })
  }
}

/** Every component speaks the reader's language, and so has it from the page and not from its parent. */
export const PreferencesContext = createContext<Preferences | undefined>(undefined)

/** @throws Error outside the page. */
export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext)
  if (preferences === undefined) throw new Error('There are no preferences above this component')
  return preferences
}

/** The words of the interface, in the reader's language. */
export const useMessages = (): Messages => usePreferences().messages.value
