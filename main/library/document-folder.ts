import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type * as z from 'zod'
import type { DocumentEntry } from '../../core/app/document-entry'
import {
  documentEntrySchema,
  type KeptDescriptions,
  type KeptRendition,
  keptDescriptionsSchema,
  keptDocumentSchema,
  keptRenditionSchema,
} from '../../core/app/library-schema'
import type { Damage } from '../../core/app/store-notice'
import { type Description, describingFields, descriptionOf } from '../../core/document/description'
import { blockSeparator, type DocumentData } from '../../core/document/document'
import type { Resource } from '../../core/formats/read-document'
import type { Proposal } from '../../core/repair/proposal'
import { proposalsVersion } from '../../core/repair/proposal'
import { conversionVersion } from '../../core/script/conversion-forms'
import type { RenditionData } from '../../core/script/rendition'
import { isBounded } from '../disk/bounded-json'
import { codeOf } from '../disk/disk-problem'
import { ensureFolders, writeWholeFile } from '../disk/write-file'

/** The converter that makes renditions, so that one made by an older one is made again. */
export type Converter = Pick<KeptRendition['madeBy'], 'name' | 'version'>

const isMadeBy = (
  { name, version }: Converter,
  { madeBy }: Pick<KeptRendition, 'madeBy'>,
): boolean =>
  madeBy.name === name && madeBy.version === version && madeBy.conversion === conversionVersion

interface KeptProposals {
  readonly version: number
  readonly proposals: readonly Proposal[]
}

/** What is kept of a document that is opened for the first time. */
interface DocumentParts {
  readonly entry: DocumentEntry
  readonly document: DocumentData
  /** The file's own bytes, and its ending. */
  readonly source: { readonly bytes: Uint8Array; readonly ending: string }
  readonly resources: ReadonlyMap<string, Resource>
  /** What it is called and cited by in its forms, and what made that. */
  readonly described: KeptDescriptions['forms']
  readonly converter: Converter
}

const sourceNameOf = ({ source }: DocumentParts) => `source${source.ending}`

/** The names under which parts are kept, the entry first. */
const namesOf = (parts: DocumentParts): readonly string[] => [
  'entry.json',
  'descriptions.json',
  'document.json',
  'resources.json',
  'resources',
  'renditions',
  sourceNameOf(parts),
]

/**
 * One document of the library on disk: a copy of its source, the document that was read from it, the forms
 * that were made, and its pictures. The reader's notes lie beside them and are not this class's.
 */
export class DocumentFolder {
  readonly path: string

  /** @param folder absolute path; need not be there yet */
  constructor(folder: string) {
    this.path = folder
  }

  /** Keeps a document, whole or not at all; what lay there before, as notes on it, stays. */
  async create(parts: DocumentParts): Promise<void> {
    // The reader's notes on it will lie there, too: they are on disk only if the folder is.
    await ensureFolders(this.path)
    const before = new Set(await readdir(this.path))
    try {
      await this.#create(parts)
    } catch (error) {
      // The disk may be full, of this too. Where it lets nothing be removed, it is no worse than before.
      await this.#remove(namesOf(parts).filter((name) => !before.has(name))).catch(() => undefined)
      throw error
    }
  }

  /** The entry comes last: a folder without one holds no document. */
  async #create(parts: DocumentParts): Promise<void> {
    await ensureFolders(path.join(this.path, 'renditions'))
    await ensureFolders(path.join(this.path, 'resources'))
    await writeWholeFile(path.join(this.path, sourceNameOf(parts)), parts.source.bytes)
    const names: Record<string, { readonly file: string; readonly mediaType: string }> = {}
    for (const [i, [name, { bytes, mediaType }]] of [...parts.resources].entries()) {
      names[name] = { file: String(i), mediaType }
      await writeWholeFile(path.join(this.path, 'resources', String(i)), bytes)
    }
    await this.#write('resources.json', names)
    await this.writeDocument(parts.document)
    const { described, converter, document } = parts
    await this.writeDescriptions(described, converter, descriptionOf(document))
    await this.writeEntry(parts.entry)
  }

  writeEntry(entry: DocumentEntry): Promise<void> {
    return this.#write('entry.json', entry)
  }

  writeDocument(document: DocumentData): Promise<void> {
    return this.#write('document.json', document)
  }

  /** Nothing where the folder holds no document; what is wrong with it, where that is so. */
  async entry(): Promise<DocumentEntry | Damage | undefined> {
    const entry = await this.#checked('entry.json', documentEntrySchema)
    if (entry === undefined || typeof entry === 'string') return entry
    return entry.id === path.basename(this.path) ? entry : 'foreign'
  }

  /** Nothing where it is gone; what is wrong with it, where its text is not that which its digest tells. */
  async document(): Promise<DocumentData | Damage | undefined> {
    const document = await this.#checked('document.json', keptDocumentSchema)
    if (document === undefined || typeof document === 'string') return document
    const text = document.blocks.map((block) => block.text).join(blockSeparator)
    const digest = createHash('sha256').update(text, 'utf8').digest('hex')
    const isWhole = document.digest === `sha256:${digest}` && digest.startsWith(document.id)
    return isWhole ? document : 'invalid'
  }

  /** The forms of a text that were made by the converter that is used now. */
  async renditions(current: Converter, digest: string): Promise<readonly RenditionData[]> {
    const files = await readdir(path.join(this.path, 'renditions')).catch(() => [])
    const kept = await Promise.all(
      files
        .filter((file) => file.endsWith('.json'))
        .map((file) => this.#checked(path.join('renditions', file), keptRenditionSchema)),
    )
    return kept.flatMap((one) =>
      typeof one === 'object' && isMadeBy(current, one) && one.of === digest ? [one.rendition] : [],
    )
  }

  /** @param of the digest of the text that it was made of */
  writeRendition(rendition: RenditionData, converter: Converter, of: string): Promise<void> {
    const kept: KeptRendition = {
      madeBy: { ...converter, conversion: conversionVersion },
      of,
      rendition,
    }
    return this.#write(path.join('renditions', `${rendition.tag}.json`), kept)
  }

  /** What the document is called and cited by in its forms; nothing where it was made otherwise, or of other words. */
  async descriptions(
    current: Converter,
    of: Description,
  ): Promise<KeptDescriptions['forms'] | undefined> {
    const kept = await this.#checked('descriptions.json', keptDescriptionsSchema)
    if (typeof kept !== 'object' || !isMadeBy(current, kept)) return undefined
    return describingFields.every((field) => kept.of[field] === of[field]) ? kept.forms : undefined
  }

  writeDescriptions(
    forms: KeptDescriptions['forms'],
    converter: Converter,
    of: Description,
  ): Promise<void> {
    const madeBy = { ...converter, conversion: conversionVersion }
    return this.#write('descriptions.json', { madeBy, of, forms } satisfies KeptDescriptions)
  }

  /** The file that the document was read from, as the library keeps it. */
  async source(): Promise<{ readonly bytes: Uint8Array; readonly ending: string } | undefined> {
    const files = await readdir(this.path).catch(() => [])
    const name = files.find((file) => path.parse(file).name === 'source')
    if (name === undefined) return undefined
    return { bytes: await readFile(path.join(this.path, name)), ending: path.extname(name) }
  }

  /** What seems damaged in the document as it was read; nothing where it was not looked for in this way. */
  async proposals(): Promise<readonly Proposal[] | undefined> {
    const kept = await this.#read<KeptProposals>('proposals.json')
    return kept?.version === proposalsVersion ? kept.proposals : undefined
  }

  writeProposals(proposals: readonly Proposal[]): Promise<void> {
    return this.#write('proposals.json', { version: proposalsVersion, proposals })
  }

  /** A picture of the document; nothing where it has none of that name, or none that can be read. */
  async resource(name: string): Promise<Resource | undefined> {
    const names =
      await this.#read<Record<string, { file: string; mediaType: Resource['mediaType'] }>>(
        'resources.json',
      )
    const found = names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined
    if (found === undefined) return undefined
    const file = path.join(this.path, 'resources', path.basename(found.file))
    const bytes = await readFile(file).catch(() => undefined)
    return bytes && { mediaType: found.mediaType, bytes }
  }

  /** All pictures of the document that can be read, by their names. */
  async resources(): Promise<ReadonlyMap<string, Uint8Array>> {
    const names = (await this.#read<Record<string, unknown>>('resources.json')) ?? {}
    const found = await Promise.all(
      Object.keys(names).map(async (name) => [name, await this.resource(name)] as const),
    )
    return new Map(
      found.flatMap(([name, resource]) => (resource ? [[name, resource.bytes] as const] : [])),
    )
  }

  /** @param names in the order in which they go */
  async #remove(names: readonly string[]): Promise<void> {
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop -- where the entry stays, so must what it tells of
      await rm(path.join(this.path, name), { recursive: true, force: true })
    }
  }

  #write(name: string, content: unknown): Promise<void> {
    return writeWholeFile(path.join(this.path, name), JSON.stringify(content))
  }

  /** What a file holds; what is wrong with it, where it does not hold what it should; nothing where it is gone. */
  async #checked<T>(name: string, schema: z.ZodType<T>): Promise<T | Damage | undefined> {
    let bytes: Buffer
    try {
      bytes = await readFile(path.join(this.path, name))
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      if (code === 'EISDIR') return 'not-a-file'
      throw error
    }
    if (bytes.length === 0) return 'empty'
    if (!isBounded(bytes)) return 'invalid'
    try {
      const read = schema.safeParse(JSON.parse(bytes.toString('utf8')))
      return read.success ? read.data : 'invalid'
    } catch {
      return 'not-json'
    }
  }

  /** What the app itself wrote; what cannot be read is as what is not there, and is made anew. */
  async #read<T>(name: string): Promise<T | undefined> {
    try {
      return JSON.parse(await readFile(path.join(this.path, name), 'utf8')) as T
    } catch {
      return undefined
    }
  }
}
