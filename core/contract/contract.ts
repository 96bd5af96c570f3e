import { annotationSchema } from '../annotation/annotation'
import { changeSetSchema, gestures } from '../annotation/change-set'
import { commandSchema } from '../annotation/command'
import { draftSchema, draftTargetSchema } from '../annotation/draft'
import { actionIds } from '../app/actions'
import { errorReportSchema } from '../app/error-report'
import { generationSchema } from '../app/generation'
import { type Settings, settingsPatchSchema, uiLanguages } from '../app/settings'
import { storeNoticeSchema } from '../app/store-notice'
import { diskProblems, storeStatusSchema } from '../app/store-status'
import type { BuildInfo } from '../apparatus/build-info'
import type { Apparatus } from '../apparatus/emendation'
import type { Provenance } from '../apparatus/provenance'
import type { DocumentData } from '../document/document'
import { exportPreviewSchema } from '../exchange/export/preview'
import { exportRequestSchema } from '../exchange/export/request'
import { importOutcomeSchema, importPreviewSchema } from '../exchange/import/verdict'
import type { RenditionData } from '../script/rendition'
import { closed, z } from '../text/schema'
import type { CallName } from './channels'

/**
 * The contract between the main process and the page: what the page can ask for, what it gets, and
 * what it is told unasked. Preload, main and page are all made from these tables; each argument is
 * validated in main before anything is done with it.
 */

/** Gestures that can be undone and redone next, for menus and buttons. */
export const historyViewSchema = closed({
  undo: z.enum(gestures).nullable(),
  redo: z.enum(gestures).nullable(),
})

export type HistoryView = z.output<typeof historyViewSchema>

/** Everything the page needs to show a document. What comes from the edition was checked on loading. */
export const openingSchema = closed({
  document: z.custom<DocumentData>(),
  renditions: z.array(z.custom<RenditionData>()).readonly(),
  apparatus: z.custom<Apparatus>(),
  provenance: z.custom<Provenance>(),
  build: z.custom<BuildInfo>(),
  annotations: z.array(annotationSchema).readonly(),
  history: historyViewSchema,
  drafts: z.array(draftSchema).readonly(),
  settings: z.custom<Settings>(),
  store: storeStatusSchema,
  notices: z.array(storeNoticeSchema).readonly(),
  /** The annotation that the app was opened to show. */
  linkedId: z.string().nullable(),
  app: closed({
    version: z.string(),
    /** The language of menus and messages where the reader has not chosen one. */
    systemLanguage: z.enum(uiLanguages),
    platform: z.enum(['darwin', 'win32', 'linux']),
  }),
})

export type Opening = z.output<typeof openingSchema>

/** How a change went. Done includes held in memory: the store's status says whether it is on disk. */
export const changeOutcomeSchema = z.discriminatedUnion('done', [
  closed({ done: z.literal(true), changed: z.array(z.string()) }),
  closed({
    done: z.literal(false),
    reason: z.enum(['read-only', 'gone', 'nothing-to-do', 'outside-text']),
  }),
])

export type ChangeOutcome = z.output<typeof changeOutcomeSchema>

/** How an export went. */
export const exportOutcomeSchema = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('written'), file: z.string(), count: z.number() }),
  closed({ kind: z.literal('cancelled') }),
  closed({ kind: z.literal('nothing-to-export') }),
  closed({
    kind: z.literal('failed'),
    file: z.string(),
    problem: z.enum(diskProblems),
    code: z.string(),
  }),
])

export type ExportOutcome = z.output<typeof exportOutcomeSchema>

/** How going back to a backup went. */
export const restoreOutcomeSchema = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('restored') }),
  closed({ kind: z.literal('same') }),
  closed({ kind: z.literal('read-only') }),
  closed({ kind: z.literal('failed'), code: z.string() }),
])

export type RestoreOutcome = z.output<typeof restoreOutcomeSchema>

/** What the page can call: for each, the schema of its arguments and of its answer. */
export const calls = {
  open: { takes: z.tuple([]), gives: openingSchema },
  change: { takes: z.tuple([commandSchema]), gives: changeOutcomeSchema },
  undo: { takes: z.tuple([]), gives: changeOutcomeSchema },
  redo: { takes: z.tuple([]), gives: changeOutcomeSchema },
  saveSettings: { takes: z.tuple([settingsPatchSchema]), gives: z.void() },
  saveDraft: { takes: z.tuple([draftSchema]), gives: z.void() },
  dropDraft: { takes: z.tuple([draftTargetSchema]), gives: z.void() },
  exportNotes: { takes: z.tuple([exportRequestSchema]), gives: exportOutcomeSchema },
  copyText: { takes: z.tuple([z.string().max(1_000_000)]), gives: z.void() },
  /** Opens a web or mail address outside, after asking; says whether the reader agreed. */
  openLink: { takes: z.tuple([z.string().max(4_000)]), gives: z.boolean() },
  showInFolder: { takes: z.tuple([z.enum(['export', 'data', 'templates'])]), gives: z.void() },
  previewExport: { takes: z.tuple([exportRequestSchema]), gives: exportPreviewSchema },
  /** The names of the reader's templates for export. */
  exportTemplates: { takes: z.tuple([]), gives: z.array(z.string()).readonly() },
  /** Asks for a file and shows what importing it would do. */
  previewImport: { takes: z.tuple([]), gives: importPreviewSchema },
  /** Imports what the preview of that token showed. */
  confirmImport: { takes: z.tuple([z.string().max(100)]), gives: importOutcomeSchema },
  listBackups: { takes: z.tuple([]), gives: z.array(generationSchema).readonly() },
  restoreBackup: { takes: z.tuple([generationSchema.shape.name]), gives: restoreOutcomeSchema },
  /** An error of the page's, to be logged. */
  reportError: { takes: z.tuple([errorReportSchema]), gives: z.void() },
} as const satisfies Record<CallName, { takes: z.ZodType; gives: z.ZodType }>

/** What the page is told unasked. */
export const eventSchema = z.discriminatedUnion('kind', [
  closed({ kind: z.literal('changed'), set: changeSetSchema, history: historyViewSchema }),
  closed({ kind: z.literal('store'), status: storeStatusSchema }),
  closed({ kind: z.literal('notice'), notice: storeNoticeSchema }),
  closed({ kind: z.literal('error'), report: errorReportSchema }),
  closed({ kind: z.literal('action'), action: z.enum(actionIds) }),
  /** A link was followed to an annotation. */
  closed({ kind: z.literal('link'), annotationId: z.string() }),
  /** A file was imported at the command line while the window was open. */
  closed({ kind: z.literal('imported'), outcome: importOutcomeSchema }),
])

export type AppEvent = z.output<typeof eventSchema>

/** The calls as the page makes them. */
export type Calls = {
  readonly [Name in CallName]: (
    ...args: z.input<(typeof calls)[Name]['takes']>
  ) => Promise<z.output<(typeof calls)[Name]['gives']>>
}

/** The one object through which the page reaches the outside: `window.piyue`. */
export interface PiyueApi extends Calls {
  /** Calls back for each event; gives what stops it. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
}
