import type { Annotation } from '../../annotation/annotation'
import { fitWords } from '../../annotation/fit'
import { annotationSchema } from '../../annotation/schema'
import { colors, markKinds } from '../../annotation/style'
import type { LeftOut } from '../../app/import-report'
import {
  field,
  hasType,
  holdsStrings,
  isRecord,
  type JsonRecord,
  recordsOf,
  stringField,
  stringsOf,
} from '../../text/json-record'
import { instantOf, styleFrom } from './foreign-style'

/** An annotation of ours, and what of it could not be kept. */
interface OwnItem {
  readonly annotation: Annotation
  readonly leftOut: readonly LeftOut[]
}

/**
 * An annotation that Piyue wrote, in an export or in its store, every field as it was; what is too long
 * is shortened, and what a hand has broken and can be done without is replaced. Nothing where it is no
 * annotation of ours, or not enough of one.
 *
 * @param now ISO 8601, milliseconds, UTC
 */
export function readOwn(item: unknown, now: string): OwnItem | undefined {
  if (!isRecord(item)) return undefined
  if (field(item, 'piyue:id') !== undefined) return fitted(fromExport(item), now)
  return field(item, 'documentId') !== undefined && field(item, 'quote') !== undefined
    ? fitted(item, now)
    : undefined
}

function fromExport(item: JsonRecord): JsonRecord {
  const [target = {}] = recordsOf(field(item, 'target'))
  const selectors = recordsOf(field(target, 'selector'))
  const bodies = recordsOf(field(item, 'body'))
  const values = (purpose: string) =>
    bodies.filter((body) => field(body, 'purpose') === purpose).map((body) => field(body, 'value'))
  const [color, kind] = (stringField(target, 'styleClass') ?? '').split('-')
  return {
    id: field(item, 'piyue:id'),
    documentId: field(item, 'piyue:documentId'),
    documentDigest: field(item, 'piyue:documentDigest'),
    range: selectors.find((selector) => hasType(selector, 'TextPositionSelector')),
    quote: selectors.find((selector) => hasType(selector, 'TextQuoteSelector')),
    seenIn: field(item, 'piyue:seenIn'),
    style: { color, kind },
    note: values('commenting'),
    tags: values('tagging'),
    createdAt: field(item, 'created'),
    modifiedAt: field(item, 'modified'),
  }
}

function fitted(raw: JsonRecord, now: string): OwnItem | undefined {
  const [notes, tags] = [field(raw, 'note'), field(raw, 'tags')]
  const { leftOut, ...words } = fitWords(stringsOf(notes).join('\n\n'), stringsOf(tags))
  const isAllText = [notes, tags].every(holdsStrings)
  const createdAt = instantOf(field(raw, 'createdAt')) ?? now
  const style = field(raw, 'style')
  const read = annotationSchema.safeParse({
    id: field(raw, 'id'),
    documentId: field(raw, 'documentId'),
    documentDigest: field(raw, 'documentDigest'),
    range: pick(field(raw, 'range'), ['start', 'end']),
    quote: pick(field(raw, 'quote'), ['exact', 'prefix', 'suffix']),
    seenIn: field(raw, 'seenIn'),
    style: isRecord(style) && isOurs(style) ? style : styleFrom(undefined, undefined),
    ...words,
    createdAt,
    modifiedAt: instantOf(field(raw, 'modifiedAt')) ?? createdAt,
  })
  return read.success
    ? { annotation: read.data, leftOut: isAllText ? leftOut : [...leftOut, 'body'] }
    : undefined
}

const isOurs = (style: JsonRecord) =>
  colors.some((color) => color === field(style, 'color')) &&
  markKinds.some((kind) => kind === field(style, 'kind'))

const pick = (record: unknown, names: readonly string[]) =>
  isRecord(record)
    ? Object.fromEntries(names.map((name) => [name, field(record, name)]))
    : undefined
