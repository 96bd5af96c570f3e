import * as z from 'zod'
import { type Draft, type DraftTarget, keyOfTarget } from '../../core/annotation/draft'
import { draftSchema } from '../../core/annotation/schema'
import type { DiskTrouble } from '../../core/app/store-status'
import type { Carry } from '../../core/repair/reader-edition'
import { isEmptyRange } from '../../core/text/range'
import { nodeFileSystem } from '../disk/node-file-system'
import { DebouncedFile, type SmallFile, type SmallStoreOptions, smallFile } from './debounced-file'
import { StoreUnreadable } from './durable/durable-file'

const file: SmallFile<readonly Draft[]> = {
  name: 'drafts',
  schema: z.array(draftSchema),
  initial: [],
  // From the first keystroke that waits: with a slow disk, a second at most is lost.
  delay: 300,
}

/** The drafts on disk, of which nothing is touched; null where they are there and cannot be read. */
export async function draftsIn(folder: string): Promise<readonly Draft[] | null> {
  try {
    return (await smallFile(file, nodeFileSystem, folder).read()) ?? []
  } catch (error) {
    if (!(error instanceof StoreUnreadable)) throw error
    return null
  }
}

/** The words that came in place of others: their digest, and where a passage of those stands in them. */
interface Succession {
  readonly digest: string
  readonly carry: Carry
}

/**
 * Notes being written, in `drafts.json`, so that they survive a crash. A draft on a passage stays on its
 * characters where the words change, also one that the page sends of words which are others by then.
 */
export class DraftStore {
  readonly #file: DebouncedFile<readonly Draft[]>
  /** What came in place of words since this was opened, by their digest; the words as they are now have none. */
  readonly #successions = new Map<string, Succession>()

  /** @throws StoreUnreadable if the file is there and the system will not let it be read. */
  static async open(options: SmallStoreOptions): Promise<DraftStore> {
    return new DraftStore(await DebouncedFile.open(file, options))
  }

  private constructor(file: DebouncedFile<readonly Draft[]>) {
    this.#file = file
  }

  /** The drafts there are, the one written last at the end. */
  read(): readonly Draft[] {
    return this.#file.value
  }

  /** What keeps drafts from the disk; nothing where they are there, or wait and were not tried yet, or there are none. */
  get unsaved(): DiskTrouble | undefined {
    return this.read().length === 0 ? undefined : this.#file.unsaved
  }

  /** Keeps a draft in place of the one with the same target; it is on disk a moment later. */
  put(draft: Draft): void {
    const target = this.#found(draft.target)
    this.#file.set([...this.#without(target), { ...draft, target }])
  }

  /** Takes in drafts from elsewhere; the one that is here for the same target is newer. */
  take(drafts: readonly Draft[]): void {
    const here = new Set(this.read().map(({ target }) => keyOfTarget(target)))
    const others = drafts.filter(({ target }) => !here.has(keyOfTarget(target)))
    if (others.length > 0) this.#file.set([...others, ...this.read()])
  }

  /** Lets go of the draft for a target, which was saved or given up. */
  remove(target: DraftTarget): void {
    const rest = this.#without(this.#found(target))
    if (rest.length < this.read().length) this.#file.set(rest)
  }

  /**
   * Has drafts on passages stay on their characters where the words change. One whose characters are gone, or
   * whose place another has, stays one on the words as they were: what was written is not lost.
   *
   * @param former digest of the words that `carry` carries from
   * @param next digest of the words that it carries to
   */
  carry(carry: Carry, former: string, next: string): void {
    this.#successions.set(former, { digest: next, carry })
    this.#successions.delete(next)
    const drafts: Draft[] = []
    for (const draft of this.read()) {
      const target = this.#carried(draft.target)
      const isTaken = drafts.some((other) => keyOfTarget(other.target) === keyOfTarget(target))
      drafts.push(target === draft.target || isTaken ? draft : { ...draft, target })
    }
    if (drafts.some((draft, i) => draft !== this.read()[i])) this.#file.set(drafts)
  }

  /** Writes what waits at once; resolves when that is done or has failed, which is told. */
  flush(): Promise<void> {
    return this.#file.flush()
  }

  /** Writes what waits, and tries no more. */
  close(): Promise<void> {
    return this.#file.close()
  }

  /** The target of the draft that is kept for one, which may be of words that were others. */
  #found(target: DraftTarget): DraftTarget {
    const isKept = this.read().some((draft) => keyOfTarget(draft.target) === keyOfTarget(target))
    return isKept ? target : this.#carried(target)
  }

  /** A target in the words as they are now; the same where it is one of those, or of none that are known. */
  #carried(target: DraftTarget): DraftTarget {
    if (target.kind === 'annotation') return target
    let { documentDigest, range } = target
    for (
      let next = this.#successions.get(documentDigest);
      next !== undefined;
      next = this.#successions.get(documentDigest)
    ) {
      documentDigest = next.digest
      range = next.carry(range)
      if (isEmptyRange(range)) return target
    }
    return documentDigest === target.documentDigest ? target : { ...target, documentDigest, range }
  }

  #without(target: DraftTarget): readonly Draft[] {
    const gone = keyOfTarget(target)
    return this.read().filter((draft) => keyOfTarget(draft.target) !== gone)
  }
}
