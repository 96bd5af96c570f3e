import { compact } from '../../search/compact'
import { field, isRecord, type JsonRecord, recordsOf, stringField } from '../../text/json-record'
import { readLink } from '../link'
import { readForeign } from './read-foreign'
import type { RecognizedFile } from './recognize'

/** Annotations of a file that are on one text, as far as the file tells. */
export interface Claim {
  /** The document's id, where Piyue wrote the annotations. */
  readonly documentId: string | undefined
  /** The digest of its text, as it was when the first of them was written. */
  readonly digest: string | undefined
  /** Whether Piyue wrote them, and not another program about a passage of ours. */
  readonly isOwn: boolean
  /** Their places in the file, from 0, in order. */
  readonly indexes: readonly number[]
  /** Words that some of them quote, as search compares them. */
  readonly quotes: readonly string[]
}

/** How many quotes tell one text from another. */
const mostQuotes = 24

/** Shorter words, in UTF-16 units, stand in every text. */
const tellingLength = 4

interface Group {
  readonly documentId: string | undefined
  readonly digest: string | undefined
  readonly isOwn: boolean
  readonly indexes: number[]
  readonly quotes: Set<string>
}

/**
 * Parts the annotations of a file by the text that they are on: by document where Piyue wrote them, else by
 * the page that they name. What was made of one page belongs together, wherever it goes.
 */
export function claimsOf({ items, origin }: RecognizedFile): readonly Claim[] {
  const groups = new Map<string, Group>()
  for (const [index, item] of items.entries()) {
    const { key, ...said } = isRecord(item) ? subjectOf(item) : nobody
    const group = groups.get(key) ?? { ...said, indexes: [], quotes: new Set() }
    groups.set(key, group)
    group.indexes.push(index)
    if (group.quotes.size >= mostQuotes || !isRecord(item)) continue
    const words = compact(quoteOf(item, origin) ?? '').text
    if (words.length >= tellingLength) group.quotes.add(words)
  }
  return [...groups.values()].map((group) => ({ ...group, quotes: [...group.quotes] }))
}

interface Subject extends Pick<Claim, 'documentId' | 'digest' | 'isOwn'> {
  /** One string for one text. */
  readonly key: string
}

const nobody: Subject = { key: '', documentId: undefined, digest: undefined, isOwn: false }

function subjectOf(item: JsonRecord): Subject {
  const [idName, digestName] =
    field(item, 'piyue:id') === undefined
      ? (['documentId', 'documentDigest'] as const)
      : (['piyue:documentId', 'piyue:documentDigest'] as const)
  const documentId = stringField(item, idName)
  if (documentId !== undefined) {
    const digest = stringField(item, digestName)
    return { key: `own ${documentId}`, documentId, digest, isOwn: true }
  }
  const page = pageOf(item)
  if (page === undefined) return nobody
  const linked = readLink(page)?.documentId
  return { key: `page ${page}`, documentId: linked, digest: undefined, isOwn: false }
}

/** The address of the page that an annotation of another program is on. */
function pageOf(item: JsonRecord): string | undefined {
  const [target] = recordsOf(field(item, 'target'))
  const source = target && field(target, 'source')
  if (typeof source === 'string') return source
  const named = isRecord(source) ? stringField(source, 'id') : undefined
  return named ?? stringField(item, 'uri') ?? stringField(item, 'target')
}

/** The words that an annotation quotes, whoever wrote it. */
function quoteOf(item: JsonRecord, origin: RecognizedFile['origin']): string | undefined {
  const quote = field(item, 'quote')
  const own = isRecord(quote) ? stringField(quote, 'exact') : undefined
  if (own !== undefined) return own
  const read = readForeign(item, origin)
  return typeof read === 'string' ? undefined : read[0]?.quote?.exact
}

/** How many of a claim's quotes stand in a text. @param text as search compares it */
export const quotesIn = (text: string, { quotes }: Claim): number =>
  quotes.filter((words) => text.includes(words)).length

/**
 * The text that a claim is on, among several: that in which most of its words stand, and half of them at
 * least. Where another has as many, it is the first, which is preferred, or none.
 *
 * @param counts how many quotes stand in each text
 * @returns its place among the texts, from 0; nothing where none is
 */
export function bestText(counts: readonly number[], { quotes }: Claim): number | undefined {
  const most = Math.max(0, ...counts)
  if (most === 0 || most * 2 < quotes.length) return undefined
  const best = counts.indexOf(most)
  return best === 0 || counts.indexOf(most, best + 1) === -1 ? best : undefined
}
