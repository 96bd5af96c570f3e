import * as z from 'zod'
import type { Block } from '../document/block'
import { type Description, describingFields } from '../document/description'
import type { DocumentData } from '../document/document'
import { citationDataSchema } from '../document/schema'
import { encodings } from '../formats/encodings'
import { documentFormats } from '../formats/read-document'
import type { FileNotice } from '../publication/publication'
import { type ConvertedTag, convertedTags } from '../script/conversion-forms'
import type { RenditionData } from '../script/rendition'
import { renditionSchema } from '../script/schema'
import { codePointsSchema } from '../text/schema'
import { scriptTags } from '../text/script-tag'
import type { DocumentEntry } from './document-entry'

/**
 * What the files of a document in the library must have, so that one that was damaged is known as that and made
 * anew. They are the app's own: what a later version adds is kept, and not looked at.
 */

const instant = z.string().max(40)

const factsSchema = z.record(
  z.string(),
  z.looseObject({
    value: z.string(),
    from: z.union([
      z.looseObject({ kind: z.literal('field'), name: z.string() }),
      z.looseObject({ kind: z.enum(['heading', 'text', 'file-name']) }),
    ]),
  }),
)

const shownWork = { title: z.string(), author: z.string().nullable() }

/** By name; a later version may tell of more, and what it told is kept. */
const toldSchema = z.custom<FileNotice>((name) => typeof name === 'string')

export const documentEntrySchema: z.ZodType<DocumentEntry> = z.looseObject({
  id: z.string().min(1).max(100),
  ...shownWork,
  described: z.exactOptional(z.partialRecord(z.enum(scriptTags), z.looseObject(shownWork))),
  facts: z.exactOptional(factsSchema),
  format: z.enum(documentFormats).nullable(),
  encoding: z.string().nullable(),
  chosenEncoding: z.exactOptional(z.enum(encodings)),
  told: z.exactOptional(z.array(toldSchema)),
  misfits: z.exactOptional(z.number()),
  citation: z.exactOptional(citationDataSchema.nullable()),
  addedAt: instant.nullable(),
  file: z.string().nullable(),
  leftOut: z.record(z.string(), z.number()),
  forms: z.array(z.enum(scriptTags)).min(1),
  length: codePointsSchema,
  removedAt: instant.nullable(),
  replacedBy: z.string().nullable(),
  seen: z.looseObject({ size: z.number(), modified: z.number(), digest: z.string() }).nullable(),
} satisfies Record<keyof DocumentEntry, z.ZodType>)

/** As much of a document as is looked at. */
interface CheckedDocument extends Pick<DocumentData, 'id' | 'digest' | 'canonicalScript'> {
  readonly source: { readonly published: { readonly kind: string } }
  readonly blocks: readonly Pick<Block, 'id' | 'kind' | 'text'>[]
}

/** That its text is what it was, its digest says; what is wrong around that shows in no address. */
export const keptDocumentSchema: z.ZodType<DocumentData> = z
  .looseObject({
    id: z.string().min(1).max(100),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
    canonicalScript: z.enum(scriptTags),
    source: z.looseObject({ published: z.looseObject({ kind: z.string() }) }),
    blocks: z
      .array(
        z.looseObject({
          id: z.string(),
          kind: z.enum(['heading', 'paragraph', 'code', 'picture']),
          text: z.string(),
        }),
      )
      .min(1),
  } satisfies Record<keyof CheckedDocument, z.ZodType>)
  .transform((checked: CheckedDocument) => checked as DocumentData)

const madeBySchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  conversion: z.number().optional(),
})

export const keptRenditionSchema: z.ZodType<KeptRendition> = z.looseObject({
  madeBy: madeBySchema,
  of: z.string(),
  rendition: renditionSchema,
})

const descriptionSchema: z.ZodType<Description> = z.partialRecord(
  z.enum(describingFields),
  z.string(),
)

export const keptDescriptionsSchema: z.ZodType<KeptDescriptions> = z.looseObject({
  madeBy: madeBySchema,
  of: descriptionSchema,
  forms: z.partialRecord(z.enum(convertedTags), descriptionSchema),
})

/** What made something that is kept, so that what an older converter made is made again. */
interface MadeBy {
  readonly name: string
  readonly version: string
  /** The version of what Piyue does with the converter's tables; absent before that was told. */
  readonly conversion?: number | undefined
}

/** What a document is called and cited by in its forms, as it is kept. */
export interface KeptDescriptions {
  readonly madeBy: MadeBy
  /** What it was made of. */
  readonly of: Description
  readonly forms: Readonly<Partial<Record<ConvertedTag, Description>>>
}

/** A form as it is kept. */
export interface KeptRendition {
  readonly madeBy: MadeBy
  /** The digest of the text that it was made of. */
  readonly of: string
  readonly rendition: RenditionData
}
