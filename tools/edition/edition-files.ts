import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { scriptTags } from '../../core/text/script-tag'
import { documentSourceSchema, roleSchema } from './edition-schema'
import { type EmendationsFile, emendationsFileSchema } from './emendations-file'
import { type ExplanationItem, explanationsFileSchema } from './explanations-file'

/** Where the bundled report lives. */
export const reportFolder = join(__dirname, '../../assets/report')

const text = z.string().min(1)

/** `edition.json`: what is known of the document besides its text. */
const editionMetaSchema = z.strictObject({
  id: text,
  canonicalScript: z.enum(scriptTags),
  source: documentSourceSchema,
  /** The paragraphs that are set apart from running text, by block id. */
  roles: z.record(text, roleSchema),
})

/** `overrides.json`: where an editor overrules the converter. Both sides are of one length. */
const overridesSchema = z.array(
  z
    .strictObject({ tag: z.enum(scriptTags), found: text, wanted: text, why: text })
    .refine(
      ({ found, wanted }) => [...found].length === [...wanted].length,
      'An override exchanges character for character',
    ),
)

type EditionMeta = z.infer<typeof editionMetaSchema>
export type Override = z.infer<typeof overridesSchema>[number]

/** What people write; everything else in the folder is built from it. */
export interface EditionInput {
  readonly sourceText: string
  readonly markdown: string
  readonly emendations: EmendationsFile
  readonly explanations: readonly ExplanationItem[]
  readonly overrides: readonly Override[]
  readonly meta: EditionMeta
}

/** Reads and checks the files that people write. */
export function readEditionInput(folder = reportFolder): EditionInput {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const json = (name: string): unknown => JSON.parse(read(name))
  return {
    sourceText: read('source.txt'),
    markdown: read('report.md'),
    emendations: emendationsFileSchema.parse(json('emendations.json')),
    explanations: explanationsFileSchema.parse(json('explanations.json')).explanations,
    overrides: overridesSchema.parse(json('overrides.json')),
    meta: editionMetaSchema.parse(json('edition.json')),
  }
}
