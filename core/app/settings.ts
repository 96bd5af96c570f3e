import { scriptTagSchema } from '../annotation/annotation'
import { colors, markStyleSchema } from '../annotation/style'
import { closed, codePointsSchema, z } from '../text/schema'

/** The languages of menus and messages. */
export const uiLanguages = ['zh-Hant', 'zh-Hans', 'en'] as const
export type UiLanguage = (typeof uiLanguages)[number]

export const themes = ['system', 'light', 'dark', 'sepia', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** Sizes of the text in CSS pixels, from which the reader chooses. */
export const textSizes = [15, 16, 17, 18, 20, 22, 24, 28, 32] as const

const items = {
  /** The form in which the text is shown. */
  script: scriptTagSchema,
  /** The form that 繁 on the main switch goes back to. */
  traditionalForm: z.enum(['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK', 'source']),
  /** The form shown beside the first, where two are shown. */
  beside: scriptTagSchema.nullable(),
  /** `system` follows the machine. */
  language: z.enum(['system', ...uiLanguages]),
  theme: z.enum(themes),
  /** CSS pixels. */
  textSize: z.number().min(12).max(40),
  contentsOpen: z.boolean(),
  notesOpen: z.boolean(),
  /** Whether emended places are shown in the text. */
  emendationsShown: z.boolean(),
  notesOrder: z.enum(['place', 'time']),
  /** The style that a plain highlight takes: the one used last. */
  lastStyle: markStyleSchema,
  /** The reader's own names for the colours. */
  colorNames: z.partialRecord(z.enum(colors), z.string().max(40)),
  /** For each document the canonical offset of the character at the top of the window. */
  places: z.record(z.string().max(200), codePointsSchema),
  /** Where the window stood, in screen pixels. */
  window: closed({
    x: z.number().int().optional(),
    y: z.number().int().optional(),
    width: z.number().int().min(200),
    height: z.number().int().min(200),
    maximized: z.boolean(),
  }).nullable(),
}

const settingsSchema = closed(items)

/** How the reader sees things: kept apart from notes, so that scrolling never rewrites them. */
export type Settings = z.output<typeof settingsSchema>

export const settingsPatchSchema = settingsSchema.partial()
export type SettingsPatch = z.input<typeof settingsPatchSchema>

export const defaultSettings: Settings = {
  script: 'zh-Hant',
  traditionalForm: 'zh-Hant',
  beside: null,
  language: 'system',
  theme: 'system',
  textSize: 18,
  contentsOpen: true,
  notesOpen: true,
  emendationsShown: false,
  notesOrder: 'place',
  lastStyle: { color: 'yellow', kind: 'highlight' },
  colorNames: {},
  places: {},
  window: null,
}

/**
 * Settings out of whatever was stored. An item that is unknown is left out and one that does not fit
 * falls back to its default alone: no setting is worth an error.
 */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings
  const known = Object.entries(items).flatMap(([name, schema]) => {
    const read = schema.safeParse((stored as Record<string, unknown>)[name])
    return read.success ? [[name, read.data] as const] : []
  })
  return { ...defaultSettings, ...(Object.fromEntries(known) as Partial<Settings>) }
}
