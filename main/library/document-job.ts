import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Block } from '../../core/document/block'
import { type Description, descriptionOf } from '../../core/document/description'
import { CanonicalDocument, type DocumentData } from '../../core/document/document'
import type { Encoding } from '../../core/formats/encodings'
import type { EncodingLook } from '../../core/formats/look'
import type { OpenChoices, OpenedFile } from '../../core/formats/open-file'
import {
  type Resource,
  UnreadableDocument,
  type UnreadableReason,
} from '../../core/formats/read-document'
import type { Proposal } from '../../core/repair/proposal'
import type { CharacterReading } from '../../core/script/character-reading'
import {
  type ChineseScript,
  type ConvertedTag,
  formsBeside,
  type WrittenScript,
} from '../../core/script/conversion-forms'
import type { RenditionData } from '../../core/script/rendition'
import type { TextRange } from '../../core/text/range'
import { documentOf, factsOf } from './new-document'

/** What a document process can be asked. Messages are cloned on the way: plain data only. */
export type DocumentJob =
  | {
      readonly kind: 'read'
      readonly name: string
      readonly bytes: Uint8Array
      /** Files that lie beside it, by their path as the document gives it. */
      readonly beside: ReadonlyMap<string, Uint8Array>
      readonly choices: OpenChoices
    }
  | {
      readonly kind: 'convert'
      readonly blocks: readonly Block[]
      readonly from: WrittenScript
      readonly to: ConvertedTag
    }
  | {
      readonly kind: 'describe'
      readonly description: Description
      readonly from: WrittenScript
    }
  | {
      readonly kind: 'explain'
      /** A block's. */
      readonly text: string
      /** Code points from its start. */
      readonly range: TextRange
      readonly from: ChineseScript
      readonly to: ConvertedTag
    }
  | { readonly kind: 'propose'; readonly document: DocumentData }
  | { readonly kind: 'look'; readonly bytes: Uint8Array; readonly encoding: Encoding | undefined }

/** A file as it was read, with what it takes to keep it as a document. */
export interface ReadFile extends Omit<OpenedFile, 'document'> {
  readonly facts: OpenedFile['document']['facts']
  readonly blocks: readonly Block[]
  readonly resources: ReadonlyMap<string, Resource>
  readonly leftOut: OpenedFile['document']['leftOut']
  readonly isVertical: boolean
  /** What it is written in; null for a document that is not in Chinese. */
  readonly script: WrittenScript | null
  /** SHA-256 of the text, as 64 hex digits. */
  readonly digest: string
  /** What it is called and cited by in its forms: the tables for that are loaded here already. */
  readonly described: DescribedForms
}

/** What a document is called and cited by in its forms. */
export type DescribedForms = Readonly<Partial<Record<ConvertedTag, Description>>>

export type DocumentAnswer =
  | { readonly kind: 'read'; readonly file: ReadFile }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'converted'; readonly blocks: RenditionData['blocks'] }
  | { readonly kind: 'described'; readonly forms: DescribedForms }
  | { readonly kind: 'explained'; readonly readings: readonly CharacterReading[] }
  | { readonly kind: 'proposed'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'looked'; readonly look: EncodingLook }

async function describedIn(description: Description, from: WrittenScript): Promise<DescribedForms> {
  const { convertDescription } = await import('../../core/script/conversion')
  return Object.fromEntries(
    formsBeside[from].map((tag) => [tag, convertDescription(description, from, tag)] as const),
  )
}

/** @param name that of the file */
async function describedForms(
  file: Omit<ReadFile, 'described'>,
  name: string,
): Promise<DescribedForms> {
  if (file.script === null) return {}
  const document = documentOf(file, factsOf(file, path.parse(name).name))
  return describedIn(descriptionOf(document), file.script)
}

/**
 * Does a job. Only the block model comes out of it: no markup, no script, no address to fetch from. A process
 * does one kind of job and ends: what the others need, parsers and tables, is not loaded for it.
 */
export async function runDocumentJob(job: DocumentJob): Promise<DocumentAnswer> {
  switch (job.kind) {
    case 'read':
      return readFile(job)
    case 'convert': {
      const { convertBlocks } = await import('../../core/script/conversion')
      return { kind: 'converted', blocks: convertBlocks(job.blocks, job.from, job.to) }
    }
    case 'describe':
      return { kind: 'described', forms: await describedIn(job.description, job.from) }
    case 'explain': {
      const { explainConversion } = await import('../../core/script/explain-conversion')
      const { text, range, from, to } = job
      return { kind: 'explained', readings: explainConversion(text, range, from, to) }
    }
    case 'propose': {
      const { proposeRepairs } = await import('../../core/repair/propose')
      return { kind: 'proposed', proposals: proposeRepairs(new CanonicalDocument(job.document)) }
    }
    case 'look': {
      const { lookAt } = await import('../../core/formats/look')
      return { kind: 'looked', look: lookAt(job.bytes, job.encoding) }
    }
  }
}

async function readFile({
  name,
  bytes,
  beside,
  choices,
}: Extract<DocumentJob, { kind: 'read' }>): Promise<DocumentAnswer> {
  const { openFile } = await import('../../core/formats/open-file')
  const { writtenScript } = await import('../../core/script/written-script')
  try {
    const opened = await openFile({ name, bytes, fileBeside: (file) => beside.get(file) }, choices)
    const { document, ...how } = opened
    const text = document.blocks.map((block) => block.text).join('\n')
    const digest = createHash('sha256').update(text, 'utf8').digest('hex')
    const written = writtenScript(document.blocks)
    const file = { ...how, ...document, ...written, digest }
    return { kind: 'read', file: { ...file, described: await describedForms(file, name) } }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { kind: 'unreadable', reason: error.reason }
    throw error
  }
}
