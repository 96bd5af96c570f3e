import type { Block } from '../document/block'
import type { DocumentFacts } from './facts'

/** The formats that can be opened. */
export const documentFormats = ['markdown', 'text', 'html', 'docx', 'epub'] as const

export type DocumentFormat = (typeof documentFormats)[number]

/** What a format has and the model has not: shown as text where it holds any, and told once. */
const leftOutKinds = [
  'remote-picture',
  'missing-picture',
  'picture-in-line',
  'unsafe-picture',
  'media',
  'form',
  'formula',
  'drawing',
  'comment',
  'deletion',
  'item-number',
  'embedded-page',
  'exported-note',
] as const

export type LeftOutKind = (typeof leftOutKinds)[number]

/** A picture or other file that belongs to a document. */
export interface Resource {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'
  readonly bytes: Uint8Array
}

/** A file read as a document of the model: what every format's reader gives. */
export interface ReadDocument {
  readonly facts: DocumentFacts
  readonly blocks: readonly Block[]
  readonly resources: ReadonlyMap<string, Resource>
  readonly leftOut: ReadonlyMap<LeftOutKind, number>
  /** Whether the document asks to be set in columns from right to left. */
  readonly isVertical: boolean
}

/** Why a file cannot be read as a document. */
const unreadableReasons = [
  'empty',
  'encrypted',
  'protected',
  'damaged',
  'too-large',
  'too-complex',
  'pdf',
  'old-word',
  'picture',
  'archive',
  'web-archive',
  'unknown',
] as const

export type UnreadableReason = (typeof unreadableReasons)[number]

/** A file that cannot be read as a document, and why. */
export class UnreadableDocument extends Error {
  constructor(readonly reason: UnreadableReason) {
    super(`The file cannot be read as a document: ${reason}`)
    this.name = 'UnreadableDocument'
  }
}
