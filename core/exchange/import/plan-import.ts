import type { Change } from '../../annotation/change-set'
import { type ForeignSurroundings, judgeForeign, ownIdOf } from './judge-foreign'
import { judgeOwn } from './judge-own'
import type { Judged } from './judged'
import { importLimits } from './limits'
import { QuotePlacer } from './quote-placer'
import { isOwn, readForeign } from './read-foreign'
import { readOwn } from './read-own'
import type { RecognizedFile } from './recognize'
import { type ImportCounts, type ImportedItem, mostListed, verdicts } from './verdict'

/** What an import would do. */
export interface ImportPlan {
  readonly counts: ImportCounts
  /** The first annotations of the file; a long file is not listed whole. */
  readonly items: readonly ImportedItem[]
  /** What leads there: one change set. */
  readonly changes: readonly Change[]
}

export interface ImportSurroundings extends Omit<ForeignSurroundings, 'origin' | 'placer'> {
  /** Called now and then, so that who waits for other things gets a turn. */
  readonly pause: () => Promise<void>
}

/** How many annotations are judged between two pauses. */
const atATime = 50

/**
 * Judges every annotation of a file by itself: one that cannot be read never stops the others.
 * Nothing is changed; importing the same file again afterwards changes nothing.
 */
export async function planImport(
  file: RecognizedFile,
  around: ImportSurroundings,
): Promise<ImportPlan> {
  const judge = judgeOf(file, around)
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as ImportCounts
  const items: ImportedItem[] = []
  const changes: Change[] = []
  for (const [index, item] of file.items.entries()) {
    if (index % atATime === 0) await around.pause()
    const judged = judge(item)
    counts[judged.verdict]++
    if (judged.change) changes.push(judged.change)
    if (items.length < mostListed) items.push(listed(judged, index))
  }
  return { counts, items, changes }
}

/** Judges one annotation after the other, knowing which ids there have been. */
function judgeOf(file: RecognizedFile, around: ImportSurroundings): (item: unknown) => Judged {
  const seen = new Set<string>()
  const isRepeated = (id: string) => seen.size === seen.add(id).size
  const placer = new QuotePlacer(around.document, importLimits.approximate)
  const foreign = { ...around, origin: file.origin, placer }
  let searchesLeft: number = importLimits.approximate
  const maySearch = () => searchesLeft-- > 0
  return (item) => {
    if (isOwn(item)) {
      const annotation = readOwn(item)
      if ('reason' in annotation) return { verdict: 'refused', ...annotation }
      if (isRepeated(annotation.id))
        return { verdict: 'refused', reason: 'duplicate-id', annotation }
      return judgeOwn(annotation, around.current, around.document, maySearch)
    }
    const read = readForeign(item, file.origin)
    if (typeof read === 'string') return { verdict: 'refused', reason: read }
    if (isRepeated(ownIdOf(read, foreign))) return { verdict: 'refused', reason: 'duplicate-id' }
    return judgeForeign(read, foreign)
  }
}

const listed = ({ verdict, reason, detail, annotation }: Judged, index: number): ImportedItem => ({
  index,
  verdict,
  reason: reason ?? null,
  detail: detail === undefined ? null : firstOf(detail),
  quote: firstOf(annotation?.quote.exact ?? ''),
  note: firstOf(annotation?.note ?? ''),
})

/** UTF-16 units of a text that a list shows. */
const shown = 200

/** The first of a text, on one line; a surrogate pair at the cut is left whole or out. */
const firstOf = (text: string) =>
  text
    .slice(0, shown)
    .replace(/[\ud800-\udbff]$/u, '')
    .replaceAll(/\s+/gu, ' ')
