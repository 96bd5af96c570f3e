import { describe } from '../../anchor/quote'
import { type Annotation, limits } from '../../annotation/annotation'
import type { AnnotationMap } from '../../annotation/change-set'
import { annotationSchema } from '../../annotation/schema'
import { sameStyle } from '../../annotation/style'
import type { CanonicalDocument } from '../../document/document'
import { trimmed } from '../../document/trim'
import type { Rendition } from '../../script/rendition'
import { codePointLength } from '../../text/code-points'
import { sameRange, type TextRange, textRange } from '../../text/range'
import type { ForeignItem } from './foreign-item'
import type { Judged } from './judged'
import type { QuotePlacer } from './quote-placer'
import { unfit } from './read-own'
import type { ImportOrigin } from './verdict'

/** The digest of the text that a foreign quote comes from: none that we know. */
const unknownDigest = 'unknown'

/** What judging a foreign annotation takes. */
export interface ForeignSurroundings {
  readonly origin: ImportOrigin
  readonly document: CanonicalDocument
  readonly renditions: readonly Rendition[]
  readonly placer: QuotePlacer
  readonly current: AnnotationMap
  /** ISO 8601, milliseconds, UTC. */
  readonly now: string
  /** A short name for a text that no other text has. */
  readonly digestOf: (text: string) => string
}

/** The id under which a foreign annotation is kept: the same for the same annotation every time. */
export function ownIdOf(item: ForeignItem, around: ForeignSurroundings): string {
  const { id, quote, note, tags, created } = item
  const given = id !== undefined && id !== '' && id.length <= 150 ? id : undefined
  const name = given ?? around.digestOf(JSON.stringify([id, quote, note, tags, created]))
  return `${around.origin}:${name}`
}

/** What is to become of an annotation of another program: its words decide where it stands. */
export function judgeForeign(item: ForeignItem, around: ForeignSurroundings): Judged {
  if (item.quote.exact.length > limits.quote) return { verdict: 'refused', reason: 'too-long' }
  const { document, placer } = around
  const placement = placer.place(item.quote)
  const range = placement.found ? trimmed(document, placement.place) : undefined
  const read = annotationSchema.safeParse(annotationFrom(item, range, around))
  if (!read.success) return { verdict: 'refused', ...unfit(read.error) }
  const annotation = read.data
  const known = judgeKnown(annotation, item, around)
  if (known !== undefined) return known
  const change = { kind: 'create', after: annotation } as const
  if (!placement.found) {
    return { verdict: 'orphan', reason: placement.reason, annotation, change }
  }
  return placement.by === 'approximate'
    ? { verdict: 'moved', reason: 'approximate', annotation, change }
    : { verdict: 'new', annotation, change }
}

/** Nothing where it is not here yet. */
function judgeKnown(
  annotation: Annotation,
  item: ForeignItem,
  { current }: ForeignSurroundings,
): Judged | undefined {
  const here = current.get(annotation.id)
  if (here === undefined) {
    const twin = [...current.values()].find((other) => saysTheSame(other, annotation))
    return twin && { verdict: 'same', reason: 'same-words', annotation: twin }
  }
  if (saysTheSame(here, annotation) && sameStyle(here.style, annotation.style)) {
    return { verdict: 'same', annotation: here }
  }
  const isLater = item.modified !== undefined && annotation.modifiedAt > here.modifiedAt
  if (!isLater) return { verdict: 'older', annotation: here }
  const change = { kind: 'update', before: here, after: annotation } as const
  return { verdict: 'changed', annotation, change }
}

const saysTheSame = (a: Annotation, b: Annotation) =>
  a.documentDigest === b.documentDigest &&
  sameRange(a.range, b.range) &&
  a.quote.exact === b.quote.exact &&
  a.note === b.note &&
  a.tags.join('\n') === b.tags.join('\n')

function annotationFrom(
  item: ForeignItem,
  range: TextRange | undefined,
  around: ForeignSurroundings,
): Annotation {
  const { document, now } = around
  const created = item.created ?? item.modified ?? now
  const modified = item.modified ?? created
  return {
    id: ownIdOf(item, around),
    documentId: document.id,
    ...(range
      ? { documentDigest: document.digest, range, quote: describe(document, range) }
      : {
          documentDigest: unknownDigest,
          range: textRange(0, Math.max(1, codePointLength(item.quote.exact))),
          quote: item.quote,
        }),
    seenIn: scriptOf(item.quote.exact, range, around),
    style: item.style,
    note: item.note,
    tags: item.tags,
    createdAt: created,
    modifiedAt: modified < created ? created : modified,
  }
}

/** The form of the document that shows the words as they were quoted; else its own. */
function scriptOf(
  exact: string,
  range: TextRange | undefined,
  { document, renditions }: ForeignSurroundings,
) {
  const shows = (rendition: Rendition) => range && rendition.slice(range) === exact.trim()
  return renditions.find(shows)?.tag ?? document.data.canonicalScript
}
