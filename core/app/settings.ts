import type { Color, MarkStyle } from '../annotation/style'
import { type CodePoints, codePoints } from '../text/code-points'
import type { ScriptTag } from '../text/script-tag'
import type { KeySettings } from './keymap'
import { emptyPlaceHistory, type PlaceHistory } from './place-history'
import { type ReadingPace, unknownPace } from './reading-pace'
import { defaultTypography, type Typography } from './typography'

/** The languages of menus and messages. */
export const uiLanguages = ['zh-Hant', 'zh-Hans', 'en'] as const
export type UiLanguage = (typeof uiLanguages)[number]

/** `system` is paper by day and dark by night, as the machine has it. */
export const themes = [
  'system',
  'paper',
  'white',
  'sepia',
  'green',
  'dark',
  'black',
  'contrast',
] as const
export type Theme = (typeof themes)[number]

/** Sizes of the text in CSS pixels, from which the reader chooses. */
export const textSizes = [15, 16, 17, 18, 20, 22, 24, 28, 32] as const

/** The forms that the Traditional side of the main switch can stand for. */
export const traditionalForms = ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK', 'source'] as const

/** How one document is seen, and where in it one was. */
export interface ViewState {
  /** The form in which the text is shown. */
  readonly script: ScriptTag
  /** The form that 繁 on the main switch goes back to. */
  readonly traditionalForm: (typeof traditionalForms)[number]
  /** The form shown beside the first, where two are shown. */
  readonly beside: ScriptTag | null
  /** Whether it is set in columns from right to left (豎排). */
  readonly vertical: boolean
  /** The canonical offset of the character at the top of the window. */
  readonly place: CodePoints
  /** The ways back and forward. */
  readonly history: PlaceHistory
  /** What the library says of where reading stopped; nothing where it never did. */
  readonly stoppedAt?: {
    /** The heading that the place stands under, in canonical script; null where there is none. */
    readonly heading: string | null
    /** Whether the text's end was in view. */
    readonly isAtEnd: boolean
  }
}

/** What is kept of a document's view. */
export interface KeptView extends Partial<ViewState> {
  /** When it was last shown. ISO 8601, milliseconds, UTC. */
  readonly readAt?: string
}

/** Where the window stood, in screen pixels. */
interface WindowPlacement {
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

/** How wide the columns beside the text are, where there is room for them. CSS pixels. */
export type ColumnWidths = Readonly<Record<'contents' | 'notes', number>>

/** How narrow and how wide they can be made. CSS pixels. */
export const columnLimits: Readonly<
  Record<keyof ColumnWidths, { readonly min: number; readonly max: number }>
> = {
  contents: { min: 180, max: 480 },
  notes: { min: 240, max: 640 },
}

/** How the reader sees things: kept apart from notes, so that scrolling never rewrites them. */
export interface Settings extends KeySettings {
  /** `system` follows the machine. */
  readonly language: 'system' | UiLanguage
  readonly theme: Theme
  /** CSS pixels. */
  readonly textSize: number
  readonly typography: Typography
  /** Whether the line of a highlight tells its colour by a pattern, too. */
  readonly patterns: boolean
  readonly contentsOpen: boolean
  readonly notesOpen: boolean
  /** Whether, while the column of notes is closed, notes stand written in the margin beside their lines. */
  readonly marginNotesShown: boolean
  /** CSS pixels. */
  readonly columnWidths: ColumnWidths
  /** Whether characters are marked that differ between two forms side by side. */
  readonly differencesShown: boolean
  /** Whether emended places are shown in the text. */
  readonly emendationsShown: boolean
  /** Whether, where those are shown, changes of nothing but punctuation are among them. */
  readonly punctuationShown: boolean
  /** Whether what the edition explains is shown in the text. */
  readonly explanationsShown: boolean
  /** Whether every paragraph shows its number beside it, and not only that under the hand. */
  readonly numbersShown: boolean
  readonly notesOrder: 'place' | 'time'
  /** The style that a plain highlight takes: the one used last. */
  readonly lastStyle: MarkStyle
  /** Whether how far one has read stands under the text. */
  readonly progressShown: boolean
  /** How fast the reader reads. */
  readonly readingPace: ReadingPace
  /** How fast the text is read aloud; 1 is the voice's own speed. */
  readonly speechRate: number
  /** The voice that reads aloud, by the spoken language. */
  readonly speechVoices: Readonly<Record<string, string>>
  /** What was chosen in the palette of late, the last first. */
  readonly recentCommands: readonly string[]
  /** The reader's own names for the colours. */
  readonly colorNames: Readonly<Partial<Record<Color, string>>>
  /** What is kept of each document's view, by the document's id. */
  readonly views: Readonly<Record<string, KeptView>>
  /** Absolute path of the folder in which a file was last chosen. */
  readonly folder: string | null
  readonly window: WindowPlacement | null
}

/** What changes at once when the reader turns a knob; a document's view is changed by itself. */
export type SettingsPatch = Partial<Omit<Settings, 'views'>>

/** The language that the interface speaks. @param system that of the machine */
export const spokenIn = ({ language }: Pick<Settings, 'language'>, system: UiLanguage) =>
  language === 'system' ? system : language

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  textSize: 18,
  typography: defaultTypography,
  patterns: true,
  contentsOpen: true,
  notesOpen: true,
  marginNotesShown: true,
  columnWidths: { contents: 264, notes: 344 },
  differencesShown: true,
  emendationsShown: false,
  punctuationShown: false,
  explanationsShown: false,
  numbersShown: false,
  notesOrder: 'place',
  lastStyle: { color: 'yellow', kind: 'highlight' },
  keys: {},
  singleKeys: true,
  progressShown: true,
  readingPace: unknownPace,
  speechRate: 1,
  speechVoices: {},
  recentCommands: [],
  colorNames: {},
  views: {},
  folder: null,
  window: null,
}

/** The speeds of reading aloud from which the reader chooses. */
export const speechRates = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

/** How many choices in the palette are remembered. */
export const mostRecentCommands = 20

/** What is known of a document before it was ever shown. */
interface Showable {
  readonly id: string
  readonly canonicalScript: ScriptTag
  /** Whether it asks to be set in columns. */
  readonly isVertical?: true
}

/**
 * How a document is seen: as it was left, or else as it is; the first time a reader whose interface is
 * in Simplified Chinese sees it so, and any reader of Chinese a document in both scripts in their own.
 *
 * @param scripts the forms that the document has
 */
export function viewOf(
  { views }: Settings,
  { id, canonicalScript, isVertical }: Showable,
  scripts: Iterable<ScriptTag>,
  language: UiLanguage,
): ViewState {
  const forms = new Set(scripts)
  const isForeign = canonicalScript === 'zh' || language === 'zh-Hans'
  const first = language !== 'en' && isForeign && forms.has(language) ? language : canonicalScript
  const { readAt: _, ...kept } = views[id] ?? {}
  const view = {
    traditionalForm: 'zh-Hant',
    beside: null,
    vertical: isVertical === true,
    place: 0,
    history: emptyPlaceHistory,
    ...kept,
  } as const
  const script = view.script !== undefined && forms.has(view.script) ? view.script : first
  const beside = view.beside !== null && forms.has(view.beside) ? view.beside : null
  return { ...view, script, beside, place: codePoints(view.place) }
}
