import * as z from 'zod'
import { annotationIdSchema, markStyleSchema, scriptTagSchema } from '../annotation/schema'
import { colors } from '../annotation/style'
import { isRecord, type JsonRecord } from '../text/json-record'
import { closed, codePointsSchema, instantSchema } from '../text/schema'
import { acceleratorPattern } from './accelerators'
import { actionIds } from './actions'
import type { ContextTarget, WindowPoint } from './context-target'
import { type ErrorReport, errorLimits } from './error-report'
import {
  type ExportRequest,
  exportExtras,
  exportFormats,
  exportScopes,
  exportScripts,
} from './export-request'
import { mostKeys } from './keymap'
import { mostPlaces } from './place-history'
import { type PrintRequest, printedNotes } from './print-request'
import {
  type ColumnWidths,
  columnLimits,
  defaultSettings,
  mostRecentCommands,
  type Settings,
  type SettingsPatch,
  themes,
  traditionalForms,
  uiLanguages,
  type ViewState,
} from './settings'

import {
  defaultTypography,
  indents,
  type TypographicScale,
  type Typography,
  typefaces,
  typographicScales,
} from './typography'

/** What settings, requests, wishes and error reports must look like where they arrive from a file or from the page. */

/** Any of the items, each as it is or not there at all. */
const patchOf = <Items extends Record<string, z.ZodType>>(items: Items) =>
  closed(
    Object.fromEntries(
      Object.entries(items).map(([name, schema]) => [name, z.exactOptional(schema)]),
    ) as { readonly [Name in keyof Items]: z.ZodExactOptional<Items[Name]> },
  )

const placesSchema = z.array(codePointsSchema).max(mostPlaces).readonly()

const viewItems = {
  script: scriptTagSchema,
  traditionalForm: z.enum(traditionalForms),
  beside: scriptTagSchema.nullable(),
  vertical: z.boolean(),
  place: codePointsSchema,
  history: closed({ back: placesSchema, forward: placesSchema }),
  stoppedAt: closed({ heading: z.string().nullable(), isAtEnd: z.boolean() }),
}

const keptViewItems = { ...viewItems, readAt: instantSchema }

export const viewPatchSchema: z.ZodType<Partial<ViewState>> = patchOf(viewItems)

const columnWidth = (name: keyof ColumnWidths) =>
  z.number().min(columnLimits[name].min).max(columnLimits[name].max)

const scale = (name: TypographicScale) =>
  z.number().min(typographicScales[name].min).max(typographicScales[name].max)

const typographyItems = {
  typeface: z.enum(typefaces),
  lineHeight: scale('lineHeight'),
  measure: scale('measure'),
  paragraphSpacing: scale('paragraphSpacing'),
  indent: z.literal(indents),
  justified: z.boolean(),
  columnGap: scale('columnGap'),
} satisfies Record<keyof Typography, z.ZodType>

const settingsItems = {
  language: z.enum(['system', ...uiLanguages]),
  theme: z.enum(themes),
  textSize: z.number().min(12).max(40),
  typography: closed(typographyItems),
  patterns: z.boolean(),
  contentsOpen: z.boolean(),
  notesOpen: z.boolean(),
  marginNotesShown: z.boolean(),
  columnWidths: closed({ contents: columnWidth('contents'), notes: columnWidth('notes') }),
  differencesShown: z.boolean(),
  emendationsShown: z.boolean(),
  punctuationShown: z.boolean(),
  numbersShown: z.boolean(),
  explanationsShown: z.boolean(),
  notesOrder: z.enum(['place', 'time']),
  lastStyle: markStyleSchema,
  keys: z.partialRecord(
    z.enum(actionIds),
    z.array(z.string().max(40).regex(acceleratorPattern)).max(mostKeys).readonly(),
  ),
  singleKeys: z.boolean(),
  progressShown: z.boolean(),
  readingPace: closed({
    characters: z.number().int().nonnegative(),
    milliseconds: z.number().int().nonnegative(),
  }),
  speechRate: z.number().min(0.25).max(4),
  speechVoices: z.record(z.string().max(40), z.string().max(500)),
  recentCommands: z.array(z.string().max(300)).max(mostRecentCommands).readonly(),
  colorNames: z.partialRecord(z.enum(colors), z.string().max(40)),
  folder: z.string().max(4_000).nullable(),
  window: closed({
    x: z.number().int().optional(),
    y: z.number().int().optional(),
    width: z.number().int().min(200),
    height: z.number().int().min(200),
    maximized: z.boolean(),
  }).nullable(),
} satisfies Record<keyof Omit<Settings, 'views'>, z.ZodType>

export const settingsPatchSchema: z.ZodType<SettingsPatch> = patchOf(settingsItems)

/**
 * Settings out of whatever was stored. An item that is unknown is left out and one that does not fit
 * falls back to its default alone: no setting is worth an error.
 */
export function readSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return defaultSettings
  const { typography, theme } = stored
  return {
    ...defaultSettings,
    ...readItems(settingsItems, stored),
    // As paper was called while there was no other theme for the day.
    ...(theme === 'light' ? { theme: 'paper' } : {}),
    typography: {
      ...defaultTypography,
      ...(isRecord(typography) ? readItems(typographyItems, typography) : {}),
    },
    views: readViews(stored),
  }
}

/** Until version 0.1 the form was one for all documents, and places lay by themselves. */
function readViews(stored: JsonRecord): Settings['views'] {
  const { views, places } = stored
  if (isRecord(views)) {
    return mapValues(views, (view) => (isRecord(view) ? readItems(keptViewItems, view) : {}))
  }
  if (!isRecord(places)) return {}
  return mapValues(places, (place) => readItems(viewItems, { ...stored, place }))
}

const readItems = (items: Record<string, z.ZodType>, stored: JsonRecord) =>
  Object.fromEntries(
    Object.entries(items).flatMap(([name, schema]) => {
      const read = schema.safeParse(stored[name])
      return read.success ? [[name, read.data] as const] : []
    }),
  )

const mapValues = <T>(record: JsonRecord, read: (value: unknown) => T) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, read(value)]))

export const contextTargetSchema: z.ZodType<ContextTarget> = z.discriminatedUnion('on', [
  closed({ on: z.literal('selection'), words: z.string().max(200) }),
  closed({ on: z.literal('mark'), hasNote: z.boolean() }),
  closed({ on: z.literal('text') }),
])

export const windowPointSchema: z.ZodType<WindowPoint> = closed({
  x: z.number().int().min(0),
  y: z.number().int().min(0),
})

export const errorReportSchema: z.ZodType<ErrorReport> = closed({
  at: instantSchema,
  where: z.enum(['main', 'page']),
  name: z.string().max(errorLimits.name),
  message: z.string().max(errorLimits.message),
  frames: z.array(z.string().max(errorLimits.frame)).max(errorLimits.frames).readonly(),
})

export const exportRequestSchema: z.ZodType<ExportRequest> = closed({
  format: z.enum(exportFormats),
  script: z.enum(exportScripts),
  scope: z.enum(exportScopes).optional(),
  vertical: z.boolean().optional(),
  extras: z.array(z.enum(exportExtras)).max(exportExtras.length).optional(),
  ids: z.array(annotationIdSchema).max(200_000).optional(),
  template: z.string().min(1).max(300).optional(),
})

export const printRequestSchema: z.ZodType<PrintRequest> = closed({
  script: scriptTagSchema,
  vertical: z.boolean(),
  marks: z.boolean(),
  notes: z.enum(printedNotes),
})
