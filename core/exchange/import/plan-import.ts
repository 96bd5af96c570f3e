import { type Annotation, sameAnnotation } from '../../annotation/annotation'
import type { AnnotationMap, Change } from '../../annotation/change-set'
import { sameStyle } from '../../annotation/style'
import {
  type DecisionReason,
  type ImportCounts,
  type ImportDecision,
  type ImportDestination,
  type ImportedItem,
  importDecisions,
  mostListed,
} from '../../app/import-report'
import type { ReadItem } from './read-items'

/** What an import would do. */
export interface ImportPlan {
  readonly counts: ImportCounts
  /** The first annotations of the file; a long file is not listed whole. */
  readonly items: readonly ImportedItem[]
  /** What leads there: one change set. */
  readonly changes: readonly Change[]
}

/** The annotations of a file that go to one document. */
export interface PlacedItems {
  readonly documentId: string
  readonly title: string
  /** Where the library does not have it. */
  readonly isAbsent?: true
  readonly items: readonly ReadItem[]
}

/** What an import into several documents would do. */
export interface LibraryImportPlan extends Pick<ImportPlan, 'counts' | 'items'> {
  readonly documents: readonly ImportDestination[]
  /** What leads there: one change set for each document that changes. */
  readonly changes: ReadonlyMap<string, readonly Change[]>
}

/** As {@link planImport}, document by document. @param current the notes there are on each */
export function planImports(
  placed: readonly PlacedItems[],
  current: (documentId: string) => AnnotationMap,
): LibraryImportPlan {
  const plans = placed.map((one) => ({
    ...destinationOf(one),
    ...planImport(one.items, current(one.documentId), one.documentId),
  }))
  return {
    counts: sumOfCounts(plans),
    documents: plans.map((plan) => ({ ...destinationOf(plan), counts: plan.counts })),
    items: plans.flatMap(({ items }) => items).slice(0, mostListed),
    changes: new Map(
      plans.flatMap(({ documentId, changes }) =>
        changes.length === 0 ? [] : [[documentId, changes] as const],
      ),
    ),
  }
}

/** What is told of a document that annotations go to. */
export const destinationOf = ({
  documentId,
  title,
  isAbsent,
}: Omit<PlacedItems, 'items'>): Omit<ImportDestination, 'counts'> => ({
  documentId,
  title,
  ...(isAbsent && { isAbsent }),
})

/** Where annotations go, where that is not the document that is open alone: then there is nothing to tell. */
export const destinationsToTell = (
  documents: readonly ImportDestination[],
  openId: string,
): readonly ImportDestination[] =>
  documents.every(({ documentId }) => documentId === openId) ? [] : documents

/** The counts of several documents together. */
export const sumOfCounts = (
  documents: readonly Pick<ImportDestination, 'counts'>[],
): ImportCounts =>
  Object.fromEntries(
    importDecisions.map((decision) => [
      decision,
      documents.reduce((sum, { counts }) => sum + counts[decision], 0),
    ]),
  ) as Record<ImportDecision, number>

/** What is to become of one annotation of a file. */
interface Planned {
  readonly decision: ImportDecision
  readonly reason?: DecisionReason | undefined
  /** Absent where nothing changes. */
  readonly change?: Change
}

/**
 * Decides what becomes of the annotations of a file among the notes there are on a document. Nothing is changed;
 * importing the same file again afterwards changes nothing. The time grows with the count of both.
 */
export function planImport(
  read: readonly ReadItem[],
  current: AnnotationMap,
  documentId: string,
): ImportPlan {
  const counts = Object.fromEntries(importDecisions.map((decision) => [decision, 0])) as Record<
    ImportDecision,
    number
  >
  const items: ImportedItem[] = []
  const changes: Change[] = []
  const plan = planning(current)
  for (const item of read) {
    const planned = plan(item)
    counts[planned.decision]++
    if (planned.change) changes.push(planned.change)
    if (items.length < mostListed) items.push(listed(item, planned, documentId))
  }
  return { counts, items, changes }
}

/** Decides on one annotation after the other, knowing those before it. */
function planning(current: AnnotationMap): (item: ReadItem) => Planned {
  const seen = new Set<string>()
  const said = new Set<string>()
  for (const annotation of current.values()) said.add(whatItSays(annotation))
  return (item) => {
    if (item.kind === 'refused') return { decision: 'refused', reason: item.reason }
    const { annotation, isOwn, isDated, placing } = item
    if (seen.has(annotation.id)) return { decision: 'refused', reason: 'duplicate-id' }
    seen.add(annotation.id)
    const here = current.get(annotation.id)
    if (here !== undefined) {
      const isSame = isOwn ? sameAnnotation(here, annotation) : saysTheSame(here, annotation)
      if (isSame) return { decision: 'same' }
      if (!isDated || annotation.modifiedAt <= here.modifiedAt) return { decision: 'older' }
      const change = { kind: 'update', before: here, after: annotation } as const
      return { decision: 'changed', change }
    }
    const words = whatItSays(annotation)
    // Ours are what they are, each of them; other programs give the same note a new id as they please.
    if (!isOwn && said.has(words)) return { decision: 'same', reason: 'same-words' }
    said.add(words)
    return { ...placing, change: { kind: 'create', after: annotation } }
  }
}

/** One string for one note on the same words: two annotations that say the same have the same. */
const whatItSays = ({ documentDigest, range, quote, note, tags }: Annotation): string =>
  JSON.stringify([documentDigest, range.start, range.end, quote.exact, note, tags])

const saysTheSame = (a: Annotation, b: Annotation) =>
  whatItSays(a) === whatItSays(b) && sameStyle(a.style, b.style)

function listed(item: ReadItem, { decision, reason }: Planned, documentId: string): ImportedItem {
  const annotation = item.kind === 'read' ? item.annotation : undefined
  return {
    index: item.index,
    documentId,
    decision,
    reason: reason ?? null,
    leftOut: item.kind === 'read' && isTaken(decision) ? item.leftOut : [],
    quote: firstOf(annotation?.quote.exact ?? ''),
    note: firstOf(annotation?.note ?? ''),
  }
}

const isTaken = (decision: ImportDecision) =>
  decision === 'new' || decision === 'moved' || decision === 'orphan' || decision === 'changed'

/** UTF-16 units of a text that a list shows. */
const shown = 200

/** The first of a text, on one line; a surrogate pair at the cut is left whole or out. */
const firstOf = (text: string) =>
  text
    .slice(0, shown)
    .replace(/[\ud800-\udbff]$/u, '')
    .replaceAll(/\s+/gu, ' ')
