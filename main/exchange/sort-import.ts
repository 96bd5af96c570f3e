import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { bestText, type Claim, claimsOf, quotesIn } from '../../core/exchange/import/claims'
import type { PlacedItems } from '../../core/exchange/import/plan-import'
import { type ReadItem, readItems, readUnplaced } from '../../core/exchange/import/read-items'
import type { RecognizedFile } from '../../core/exchange/import/recognize'
import type { OpenDocument } from '../../core/publication/open-document'
import { compact } from '../../core/search/compact'
import { ifReadable } from '../library/library'
import { type JobContext, unattended } from './jobs'

/** The documents that notes can be taken into, as far as an import must know them. */
export interface ImportLibrary {
  readonly documentIds: () => readonly string[]
  /** The document of an id, or the one that took its place; nothing where the library has neither. */
  readonly idNow: (documentId: string) => string | undefined
  /** The document that has, or had when it was read, the text of a digest. */
  readonly withDigest: (digest: string) => string | undefined
  readonly titleOf: (documentId: string) => string
  /** Whether notes on a document that it does not have can be kept until it has. */
  readonly canExpect: (documentId: string) => boolean
  /** Nothing where it cannot be read. */
  readonly textOf: (documentId: string) => Promise<string | undefined>
  /** @throws UnknownDocument */
  readonly documentOf: (documentId: string) => Promise<OpenDocument>
  /** The notes on a document; null where they cannot be read. */
  readonly annotationsOn: (documentId: string) => Promise<AnnotationMap | null>
}

/** Where a claim goes. */
interface Destination {
  readonly documentId: string
  /** Whether annotations of another document are placed in this one. */
  readonly takesOthers: boolean
  /** Whether the library does not have that document. */
  readonly isAbsent: boolean
}

/**
 * Reads the annotations of a file and places each in the document of the library that it belongs to: the
 * one it names, else the one with that very text, else the one in which the words stand. Our own notes on a
 * document that the library does not have are kept for it; what else belongs to none goes to the document that
 * is open, where it is kept without a place.
 *
 * @param openId that document
 * @throws the signal's reason where it is stopped
 */
export async function sortImport(
  file: RecognizedFile,
  openId: string,
  library: ImportLibrary,
  context: JobContext = unattended,
): Promise<readonly PlacedItems[]> {
  const turns = new Turns(context, file.items.length)
  const claims = claimsOf(file)
  const destinations = await destinationsOf(claims, openId, library, turns)
  const goesTo = (claim: Claim) => destinations.get(claim)?.documentId ?? openId
  const used = new Set(claims.map(goesTo))
  const placed: PlacedItems[] = []
  for (const documentId of [openId, ...others([...used], openId)]) {
    const here = claims.filter((claim) => goesTo(claim) === documentId)
    if (here.length === 0) continue
    const isAbsent = here.some((claim) => destinations.get(claim)?.isAbsent)
    // oxlint-disable-next-line no-await-in-loop -- one at a time, so that no two large texts are open at once
    const items = await itemsIn(documentId, here, { file, library, destinations, turns })
    const title = isAbsent ? (file.titles?.get(documentId) ?? '') : library.titleOf(documentId)
    placed.push({ documentId, title, items, ...(isAbsent && { isAbsent }) })
  }
  return placed
}

async function destinationsOf(
  claims: readonly Claim[],
  openId: string,
  library: ImportLibrary,
  turns: Turns,
): Promise<ReadonlyMap<Claim, Destination>> {
  const destinations = new Map<Claim, Destination>()
  for (const claim of claims) {
    const { documentId: claimed, digest } = claim
    const named = claimed === undefined ? undefined : library.idNow(claimed)
    const documentId = named ?? (digest === undefined ? undefined : library.withDigest(digest))
    if (documentId !== undefined) {
      const takesOthers = documentId !== claimed
      destinations.set(claim, { documentId, takesOthers, isAbsent: false })
    }
  }
  const open = claims.filter((claim) => !destinations.has(claim) && claim.quotes.length > 0)
  const found = await findTexts(
    open,
    [openId, ...others(library.documentIds(), openId)],
    library,
    turns,
  )
  for (const [claim, documentId] of found) {
    destinations.set(claim, { documentId, takesOthers: true, isAbsent: false })
  }
  for (const claim of claims) {
    const { documentId } = claim
    if (destinations.has(claim) || documentId === undefined) continue
    if (!claim.isOwn || !library.canExpect(documentId)) continue
    destinations.set(claim, { documentId, takesOthers: false, isAbsent: true })
  }
  return destinations
}

const others = (ids: readonly string[], openId: string) => ids.filter((id) => id !== openId)

/** Looks for the words of claims, text by text; where all stand in the first, no other is looked into. */
async function findTexts(
  claims: readonly Claim[],
  documentIds: readonly string[],
  library: ImportLibrary,
  turns: Turns,
): Promise<ReadonlyMap<Claim, string>> {
  const counts = new Map<Claim, number[]>(claims.map((claim) => [claim, []]))
  let sought = claims
  for (const documentId of documentIds) {
    if (sought.length === 0) break
    // oxlint-disable-next-line no-await-in-loop -- one at a time: where all words stand in the first, no other is read
    const text = await library.textOf(documentId)
    const folded = text === undefined ? '' : compact(text).text
    for (const claim of sought) {
      const pause = turns.between()
      // oxlint-disable-next-line no-await-in-loop -- everything else has its turn between two of them
      if (pause) await pause
      counts.get(claim)?.push(quotesIn(folded, claim))
    }
    if (documentId === documentIds[0]) {
      sought = sought.filter((claim) => counts.get(claim)?.[0] !== claim.quotes.length)
    }
  }
  return new Map(
    claims.flatMap((claim) => {
      const best = bestText(counts.get(claim) ?? [], claim)
      const documentId = best === undefined ? undefined : documentIds[best]
      return documentId === undefined ? [] : [[claim, documentId] as const]
    }),
  )
}

interface Sorting {
  readonly file: RecognizedFile
  readonly library: ImportLibrary
  readonly destinations: ReadonlyMap<Claim, Destination>
  readonly turns: Turns
}

/** The annotations that go to one document, in the order of the file. */
async function itemsIn(
  documentId: string,
  claims: readonly Claim[],
  { file, library, destinations, turns }: Sorting,
): Promise<readonly ReadItem[]> {
  const indexes = claims.flatMap((claim) => claim.indexes).toSorted((a, b) => a - b)
  const unreadable = () =>
    indexes.map((index) => ({ kind: 'refused', index, reason: 'document-unreadable' }) as const)
  if ((await library.annotationsOn(documentId)) === null) return unreadable()
  const at = (i: number) => indexes[i] ?? i
  // All at once, whatever pages they are on: the text is folded once, and what is sought in it is bounded.
  const items = indexes.map((index) => file.items[index])
  if (claims.some((claim) => destinations.get(claim)?.isAbsent)) {
    const read = readUnplaced(items, new Date().toISOString())
    return read.map((item) => ({ ...item, index: at(item.index) }))
  }
  const open = await ifReadable(library.documentOf(documentId))
  if (open === undefined) return unreadable()
  const takingOthers = claims.filter((claim) => destinations.get(claim)?.takesOthers)
  const adopted = new Set(takingOthers.flatMap(({ indexes }) => indexes))
  const read = await readIn({ ...file, items }, open, turns, (i) => adopted.has(at(i)))
  return read.map((item) => ({ ...item, index: at(item.index) }))
}

/** Reads and places what a file holds in one document, and lets others have their turn meanwhile. */
const readIn = (
  file: RecognizedFile,
  open: OpenDocument,
  turns: Turns,
  takesOthers: (index: number) => boolean,
): Promise<readonly ReadItem[]> =>
  readItems(file, {
    open,
    takesOthers,
    now: new Date().toISOString(),
    digestOf: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    pause: () => turns.next(),
  })

/** Milliseconds for which the reading of a file may keep everything else waiting. */
const atOnce = 8

/** Lets everything else have its turn, while the annotations of a file are gone through. */
class Turns {
  readonly #context: JobContext
  readonly #total: number
  #ends = performance.now() + atOnce
  #done = 0

  constructor(context: JobContext, total: number) {
    this.#context = context
    this.#total = total
  }

  /** Called before each annotation. */
  next(): Promise<void> | undefined {
    this.#done++
    return this.between()
  }

  /** Called between steps that are no annotations. */
  between(): Promise<void> | undefined {
    return performance.now() < this.#ends ? undefined : this.#pause()
  }

  /** @throws the signal's reason where the work is stopped */
  async #pause(): Promise<void> {
    this.#context.progress(this.#done / this.#total)
    await setImmediate()
    this.#context.signal.throwIfAborted()
    this.#ends = performance.now() + atOnce
  }
}
