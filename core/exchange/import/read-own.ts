import type { Annotation } from '../../annotation/annotation'
import { annotationSchema } from '../../annotation/schema'
import { colors, markKinds } from '../../annotation/style'
import { explainIssues, type z } from '../../text/schema'
import { field, hasType, isRecord, type JsonRecord, recordsOf, stringField } from './loose-json'
import type { VerdictReason } from './verdict'

/** What does not fit, and where. */
export interface Unfit {
  readonly reason: VerdictReason
  readonly detail: string
}

/** An annotation out of a file that Piyue wrote, every field as it was. */
export function readOwn(item: JsonRecord): Annotation | Unfit {
  const [target = {}] = recordsOf(field(item, 'target'))
  const selectors = recordsOf(field(target, 'selector'))
  const quote = selectors.find((selector) => hasType(selector, 'TextQuoteSelector'))
  const position = selectors.find((selector) => hasType(selector, 'TextPositionSelector'))
  const bodies = recordsOf(field(item, 'body'))
  const values = (purpose: string) =>
    bodies.filter((body) => field(body, 'purpose') === purpose).map((body) => field(body, 'value'))
  const read = annotationSchema.safeParse({
    id: field(item, 'piyue:id'),
    documentId: field(item, 'piyue:documentId'),
    documentDigest: field(item, 'piyue:documentDigest'),
    range: pick(position, ['start', 'end']),
    quote: pick(quote, ['exact', 'prefix', 'suffix']),
    seenIn: field(item, 'piyue:seenIn'),
    style: styleOf(stringField(target, 'styleClass') ?? ''),
    note: values('commenting')[0] ?? '',
    tags: values('tagging'),
    createdAt: field(item, 'created'),
    modifiedAt: field(item, 'modified'),
  })
  return read.success ? read.data : unfit(read.error)
}

/** Says in one line what does not fit; what is too long is told apart. */
export const unfit = (error: z.ZodError): Unfit => ({
  reason: error.issues.every((issue) => issue.code === 'too_big') ? 'too-long' : 'invalid',
  detail: explainIssues(error),
})

const pick = (record: JsonRecord | undefined, names: readonly string[]) =>
  isRecord(record)
    ? Object.fromEntries(names.map((name) => [name, field(record, name)]))
    : undefined

function styleOf(styleClass: string) {
  const [color, kind] = styleClass.split('-')
  return {
    color: colors.find((one) => one === color),
    kind: markKinds.find((one) => one === kind),
  }
}
