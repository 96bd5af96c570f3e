import * as z from 'zod'
import {
  annotationIdSchema,
  commandSchema,
  documentIdSchema,
  draftSchema,
  draftTargetSchema,
} from '../annotation/schema'
import {
  contextTargetSchema,
  errorReportSchema,
  exportRequestSchema,
  printRequestSchema,
  settingsPatchSchema,
  viewPatchSchema,
  windowPointSchema,
} from '../app/schema'
import { citationDataSchema } from '../document/schema'
import { encodings } from '../formats/encodings'
import { fileNotices } from '../publication/publication'
import { editionCommandSchema } from '../repair/schema'
import { convertedTags } from '../script/conversion-forms'
import { closed, textRangeSchema } from '../text/schema'
import type { CallName } from './channels'
import type { Calls } from './contract'
import { pngSchema, savedFileSchema } from './saved-file'

/** Far more documents than a library has. */
const documentIdsSchema = z
  .tuple([documentIdSchema], documentIdSchema)
  .refine(({ length }) => length <= 100_000, { error: 'must not be longer' })

/**
 * Words that the reader copies or looks for, of which there may be as many as in the longest document that
 * is opened: a limit that could be met would be told of only when it is too late.
 */
const wordsSchema = z.string().max(256 * 1024 * 1024)

const blockNumberSchema = z.number().int().nonnegative()

const digestSchema = z.string().max(100)

const formRequestSchema = closed({
  digest: digestSchema,
  tag: z.enum(convertedTags),
  blocks: closed({ start: blockNumberSchema, end: blockNumberSchema }),
})

/** What main accepts as the arguments of each call; the compiler holds each schema to its call. */
export const argumentSchemas: {
  readonly [Name in CallName]: z.ZodType<Parameters<Calls[Name]>>
} = {
  start: z.tuple([]),
  listen: z.tuple([]),
  openWorkspace: z.tuple([documentIdSchema]),
  enterWorkspace: z.tuple([documentIdSchema]),
  publicationOf: z.tuple([documentIdSchema]),
  moreAnnotations: z.tuple([documentIdSchema, z.number().int().nonnegative()]),
  change: z.tuple([documentIdSchema, commandSchema, digestSchema]),
  edit: z.tuple([documentIdSchema, editionCommandSchema, digestSchema]),
  formBlocks: z.tuple([documentIdSchema, formRequestSchema]),
  explainReadings: z.tuple([documentIdSchema, z.enum(convertedTags), textRangeSchema]),
  undo: z.tuple([documentIdSchema]),
  redo: z.tuple([documentIdSchema]),
  saveSettings: z.tuple([settingsPatchSchema]),
  saveView: z.tuple([documentIdSchema, viewPatchSchema]),
  saveDraft: z.tuple([documentIdSchema, draftSchema]),
  dropDraft: z.tuple([documentIdSchema, draftTargetSchema]),
  exportNotes: z.tuple([documentIdsSchema, exportRequestSchema]),
  copyNotes: z.tuple([documentIdsSchema, exportRequestSchema]),
  exportEdition: z.tuple([documentIdSchema]),
  print: z.tuple([documentIdSchema, printRequestSchema]),
  previewExport: z.tuple([documentIdsSchema, exportRequestSchema]),
  exportTemplates: z.tuple([]),
  previewImport: z.tuple([documentIdSchema]),
  confirmImport: z.tuple([z.string().max(100)]),
  cancelJob: z.tuple([z.string().max(100)]),
  listBackups: z.tuple([documentIdSchema]),
  restoreBackup: z.tuple([documentIdSchema, annotationIdSchema]),
  copyText: z.tuple([wordsSchema]),
  copyPassage: z.tuple([wordsSchema, wordsSchema]),
  copyImage: z.tuple([pngSchema]),
  saveFile: z.tuple([savedFileSchema]),
  openLink: z.tuple([z.string().max(4_000)]),
  showInFolder: z.tuple([z.enum(['export', 'data', 'templates'])]),
  reportError: z.tuple([errorReportSchema]),
  showContextMenu: z.tuple([contextTargetSchema, windowPointSchema]),
  toggleFullScreen: z.tuple([]),
  openDropped: z.tuple([z.string().min(1).max(10_000)]),
  openDocument: z.tuple([]),
  listDocuments: z.tuple([]),
  listAbsent: z.tuple([]),
  removeDocument: z.tuple([documentIdSchema]),
  restoreDocument: z.tuple([documentIdSchema]),
  searchDocuments: z.tuple([wordsSchema]),
  citationOf: z.tuple([documentIdSchema]),
  saveCitation: z.tuple([documentIdSchema, citationDataSchema.nullable()]),
  passNotices: z.tuple([documentIdSchema, z.array(z.enum(fileNotices)).max(fileNotices.length)]),
  lookAtEncoding: z.tuple([documentIdSchema, z.enum(encodings).nullable()]),
  readInEncoding: z.tuple([documentIdSchema, z.enum(encodings)]),
}
