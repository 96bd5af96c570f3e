import { instantSchema } from '../../text/schema'
import type { ForeignItem } from './foreign-item'
import { quoteOf } from './foreign-quote'
import { styleFrom, styleFromClass } from './foreign-style'
import {
  field,
  hasType,
  isRecord,
  type JsonRecord,
  listOf,
  recordsOf,
  stringField,
} from './loose-json'
import type { ImportOrigin, VerdictReason } from './verdict'

/**
 * An annotation by the W3C's model, which Readium's sets (Thorium) extend, or by Hypothesis' API.
 * Sources: https://www.w3.org/TR/annotation-model/,
 * https://github.com/readium/annotations, https://h.readthedocs.io/en/latest/api-reference/v1/
 */
export function readForeign(item: unknown, origin: ImportOrigin): ForeignItem | VerdictReason {
  if (!isRecord(item)) return 'not-an-annotation'
  const quote = quoteOf(field(item, 'target'))
  if (quote === undefined) return 'no-quote'
  const created = instantOf(field(item, 'created'))
  return origin === 'hypothesis'
    ? {
        id: stringField(item, 'id'),
        quote,
        note: stringField(item, 'text') ?? '',
        tags: tagsFrom(listOf(field(item, 'tags'))),
        style: styleFrom(undefined, undefined),
        created,
        modified: instantOf(field(item, 'updated')),
      }
    : { id: stringField(item, 'id'), quote, ...bodyOf(item), created, modified: modifiedOf(item) }
}

const modifiedOf = (item: JsonRecord) => instantOf(field(item, 'modified'))

function bodyOf(item: JsonRecord): Pick<ForeignItem, 'note' | 'tags' | 'style'> {
  const bodies = listOf(field(item, 'body'))
  const records = recordsOf(bodies)
  const notes = [
    field(item, 'bodyValue'),
    ...bodies.map((body) =>
      isRecord(body) ? (isTag(body) ? undefined : field(body, 'value')) : body,
    ),
  ]
  const tags = records.flatMap((body) => [
    ...(isTag(body) ? [field(body, 'value')] : []),
    ...listOf(field(body, 'tag')),
  ])
  return {
    note: notes.filter((note): note is string => isText(note)).join('\n\n'),
    tags: tagsFrom(tags),
    style: styleOf(item, records),
  }
}

const isTag = (body: JsonRecord) => listOf(field(body, 'purpose')).includes('tagging')

/** Readium says colour and line in the body; the W3C has class names, on the target. */
function styleOf(item: JsonRecord, bodies: readonly JsonRecord[]) {
  const told = bodies.find((body) => field(body, 'color') ?? field(body, 'highlight'))
  if (told !== undefined) return styleFrom(field(told, 'color'), field(told, 'highlight'))
  const [styleClass] = recordsOf(field(item, 'target')).flatMap((target) =>
    listOf(field(target, 'styleClass')).filter(isText),
  )
  return styleFromClass(styleClass ?? '')
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const tagsFrom = (values: readonly unknown[]): readonly string[] => [
  ...new Set(values.filter(isText).map((tag) => tag.trim())),
]

function instantOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 64) return undefined
  const time = Date.parse(value)
  if (Number.isNaN(time)) return undefined
  const instant = instantSchema.safeParse(new Date(time).toISOString())
  return instant.success ? instant.data : undefined
}

/** Whether an annotation is one that we wrote. */
export const isOwn = (item: unknown): item is JsonRecord =>
  isRecord(item) && hasType(item, 'Annotation') && field(item, 'piyue:id') !== undefined
