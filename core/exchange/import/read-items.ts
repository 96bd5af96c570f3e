import { isInPlace } from '../../anchor/locate'
import { describe, type Quote } from '../../anchor/quote'
import { type Annotation, limits } from '../../annotation/annotation'
import { resolve } from '../../annotation/resolve'
import type { DecisionReason, ImportDecision, LeftOut } from '../../app/import-report'
import type { CanonicalDocument } from '../../document/document'
import { trimmed } from '../../document/trim'
import type { OpenDocument } from '../../publication/open-document'
import { codePointLength } from '../../text/code-points'
import { type TextRange, textRange } from '../../text/range'
import type { ScriptTag } from '../../text/script-tag'
import { QuotePlacer } from './quote-placer'
import { type ForeignItem, readForeign } from './read-foreign'
import { readOwn } from './read-own'
import type { RecognizedFile } from './recognize'

/**
 * An annotation of a file, read and placed in the document. What becomes of it depends on the notes
 * there are, of which nothing is known here: so a file is read and placed once, however the notes change
 * meanwhile.
 */
export type ReadItem =
  | { readonly kind: 'refused'; readonly index: number; readonly reason: DecisionReason }
  | {
      readonly kind: 'read'
      /** Its place in the file, from 0. */
      readonly index: number
      readonly annotation: Annotation
      /** Whether Piyue wrote it: then its fields are its own, and nobody else has its id. */
      readonly isOwn: boolean
      /** Whether the file says when it was changed last. */
      readonly isDated: boolean
      /** What becomes of it if it is not here yet. */
      readonly placing: Placing
      readonly leftOut: readonly LeftOut[]
    }

interface Placing {
  readonly decision: Extract<ImportDecision, 'new' | 'moved' | 'orphan'>
  readonly reason?: DecisionReason
}

interface ReadingContext {
  readonly open: OpenDocument
  /**
   * Whether an annotation of the file, by its place in it, from 0, belongs to this document where it names
   * another, whose text this one has or whose place it took: then it is placed in it. Else it has no place.
   */
  readonly takesOthers?: (index: number) => boolean
  /** ISO 8601, milliseconds, UTC. */
  readonly now: string
  /** A short name for a text that no other text has. */
  readonly digestOf: (text: string) => string
  /** Called before each annotation; may let who waits for other things have a turn. */
  readonly pause: () => Promise<void> | undefined
}

/**
 * How far our own annotations are searched for: through so many UTF-16 units of text for their very words, which is a
 * second or two; and so many of them for words much like theirs, each of which takes as long as many of the former.
 */
const searches = { units: 1_000_000_000, approximate: 1_000 } as const

/** The digest of the text that a foreign quote comes from: none that we know. */
const unknownDigest = 'unknown'

/**
 * Stands for the words where none are quoted. What is not found must have some; and the context is no
 * text's, so that these are never found.
 */
const noWords: Quote = { exact: '[…]', prefix: '\u{fffd}\u{fffd}', suffix: '\u{fffd}\u{fffd}' }

/** Reads and places every annotation of a file by itself: one that cannot be read never stops the others. */
export async function readItems(
  file: RecognizedFile,
  context: ReadingContext,
): Promise<readonly ReadItem[]> {
  const reader = new ItemReader(file, context)
  const items: ReadItem[] = []
  for (const [index, item] of file.items.entries()) {
    const pause = context.pause()
    if (pause) await pause
    items.push(...reader.read(item, index))
  }
  return items
}

/**
 * Reads annotations of our own on a document that the library does not have: they are as they are, and find their
 * words when it comes. @param now ISO 8601, milliseconds, UTC
 */
export const readUnplaced = (items: readonly unknown[], now: string): readonly ReadItem[] =>
  items.map((item, index) => {
    const own = readOwn(item, now)
    if (own === undefined) return { kind: 'refused', index, reason: 'not-an-annotation' }
    const placing = { decision: 'new', reason: 'absent-document' } as const
    return { kind: 'read', index, ...own, placing, isOwn: true, isDated: true }
  })

/** What of an annotation says where it stands. */
type Passage = Pick<Annotation, 'documentDigest' | 'range' | 'quote'>

/** Whether words are more than a mark can quote. */
const isTooLong = ({ exact }: Quote): boolean => exact.length > limits.quote

type OwnPlacer = (annotation: Annotation) => Placing

/** Places annotations of our own in a document, each by itself; of a great many not all are searched for. */
export function ownPlacer(document: CanonicalDocument): OwnPlacer {
  let units = 0
  let approximate = 0
  return (annotation) => {
    if (annotation.documentId !== document.id) {
      return { decision: 'orphan', reason: 'other-document' }
    }
    if (isInPlace(document, annotation)) return { decision: 'new' }
    units += document.text.length
    if (units > searches.units || approximate >= searches.approximate) {
      return { decision: 'orphan', reason: 'not-searched' }
    }
    const resolved = resolve(document, annotation)
    if (resolved.state === 'orphan' || resolved.by === 'approximate') approximate++
    if (resolved.state === 'orphan') return { decision: 'orphan', reason: resolved.reason }
    return resolved.by === 'position'
      ? { decision: 'new' }
      : { decision: 'moved', reason: resolved.by }
  }
}

class ItemReader {
  readonly #file: RecognizedFile
  readonly #context: ReadingContext
  #placer: QuotePlacer | undefined
  #place: OwnPlacer | undefined

  constructor(file: RecognizedFile, context: ReadingContext) {
    this.#file = file
    this.#context = context
  }

  /** One item; of an annotation of another program one a passage. */
  read(item: unknown, index: number): readonly ReadItem[] {
    const own = readOwn(item, this.#context.now)
    if (own !== undefined) {
      const placed = this.#placedOwn(own.annotation, index)
      return [{ kind: 'read', index, ...own, ...placed, isOwn: true, isDated: true }]
    }
    const read = readForeign(item, this.#file.origin)
    if (typeof read === 'string') return [{ kind: 'refused', index, reason: read }]
    return read.map((one) => this.#readForeign(one, index))
  }

  #placedOwn(
    own: Annotation,
    index: number,
  ): { readonly annotation: Annotation; readonly placing: Placing } {
    const { open, takesOthers } = this.#context
    const isTaken = own.documentId !== open.id && takesOthers?.(index) === true
    const annotation = isTaken ? { ...own, documentId: open.id } : own
    this.#place ??= ownPlacer(open.document)
    const placing = this.#place(annotation)
    // The words of another text may stand here in another script, or in other spaces.
    const isSought = isTaken && placing.decision === 'orphan'
    const placement = isSought ? this.#quotePlacer.place(own.quote) : undefined
    const passage = placement?.found ? this.#passageAt(placement.place) : undefined
    if (!placement?.found || passage === undefined || isTooLong(passage.quote)) {
      return { annotation, placing }
    }
    return {
      annotation: { ...annotation, ...passage },
      placing: {
        decision: 'moved',
        reason: placement.by === 'approximate' ? 'approximate' : 'quote',
      },
    }
  }

  /** Words that were found as a mark of this document has them; nothing where they are white space alone. */
  #passageAt(place: TextRange): Passage | undefined {
    const { document } = this.#context.open
    const range = trimmed(document, place)
    return range && { documentDigest: document.digest, range, quote: describe(document, range) }
  }

  get #quotePlacer(): QuotePlacer {
    this.#placer ??= new QuotePlacer(this.#context.open.document)
    return this.#placer
  }

  /** Its words decide where an annotation of another program stands. */
  #readForeign(item: ForeignItem, index: number): ReadItem {
    const { open } = this.#context
    const { quote = noWords, leftOut } = item
    const refused = { kind: 'refused', index, reason: 'quote-too-long' } as const
    if (isTooLong(quote)) return refused
    const placement = item.quote
      ? this.#quotePlacer.place(quote)
      : ({ found: false, reason: 'quotes-nothing' } as const)
    const passage = placement.found ? this.#passageAt(placement.place) : undefined
    // The same words can be more here, where white space stands among them.
    if (passage !== undefined && isTooLong(passage.quote)) return refused
    const created = item.created ?? item.modified ?? this.#context.now
    const modified = item.modified ?? created
    const annotation: Annotation = {
      id: this.#idOf(item),
      documentId: open.id,
      ...(passage ?? {
        documentDigest: unknownDigest,
        range: textRange(0, Math.max(1, codePointLength(quote.exact))),
        quote,
      }),
      seenIn: this.#scriptOf(quote.exact, passage?.range),
      style: item.style,
      note: item.note,
      tags: item.tags,
      createdAt: created,
      modifiedAt: modified < created ? created : modified,
    }
    return {
      kind: 'read',
      index,
      annotation,
      isOwn: false,
      isDated: item.modified !== undefined,
      placing: placement.found
        ? placement.by === 'approximate'
          ? { decision: 'moved', reason: 'approximate' }
          : { decision: 'new' }
        : { decision: 'orphan', reason: placement.reason },
      leftOut,
    }
  }

  /** The id under which a foreign annotation is kept: the same for the same annotation every time. */
  #idOf({ id, quote, note, tags, created }: ForeignItem): string {
    const given = id !== undefined && id !== '' && id.length <= 150 ? id : undefined
    const name = given ?? this.#context.digestOf(JSON.stringify([id, quote, note, tags, created]))
    return `${this.#file.origin}:${name}`
  }

  /** The form of the document that shows the words as they were quoted; else its own. */
  #scriptOf(exact: string, range: TextRange | undefined): ScriptTag {
    const { open } = this.#context
    const words = exact.trim()
    for (const rendition of range ? open.renditions.values() : []) {
      if (range && rendition.slice(range) === words) return rendition.tag
    }
    return open.document.data.canonicalScript
  }
}
