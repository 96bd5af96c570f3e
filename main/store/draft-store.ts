import * as z from 'zod'
import type { Draft, DraftTarget } from '../../core/annotation/draft'
import { draftSchema } from '../../core/annotation/schema'
import type { Carry } from '../../core/repair/reader-edition'
import { isEmptyRange } from '../../core/text/range'
import { DebouncedFile, type SmallFile, type SmallStoreOptions } from './debounced-file'

const file: SmallFile<readonly Draft[]> = {
  name: 'drafts',
  schema: z.array(draftSchema),
  initial: [],
  // From the first keystroke that waits: with a slow disk, a second at most is lost.
  delay: 300,
}

/** Notes being written, in `drafts.json`, so that they survive a crash. */
export class DraftStore {
  readonly #file: DebouncedFile<readonly Draft[]>

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

  /** Keeps a draft in place of the one with the same target; it is on disk a moment later. */
  put(draft: Draft): void {
    this.#file.set([...this.#without(draft.target), draft])
  }

  /** Lets go of the draft for a target, which was saved or given up. */
  remove(target: DraftTarget): void {
    const rest = this.#without(target)
    if (rest.length < this.read().length) this.#file.set(rest)
  }

  /** Has drafts on passages stay on their characters where the words change. @param digest of the new words */
  carry(carry: Carry, digest: string): void {
    for (const draft of this.read()) {
      if (draft.target.kind === 'annotation') continue
      const range = carry(draft.target.range)
      this.remove(draft.target)
      const target = { ...draft.target, range, documentDigest: digest }
      if (!isEmptyRange(range)) this.put({ ...draft, target })
    }
  }

  /** Writes what waits at once; resolves when that is done or has failed, which is told. */
  flush(): Promise<void> {
    return this.#file.flush()
  }

  /** Writes what waits, and tries no more. */
  close(): Promise<void> {
    return this.#file.close()
  }

  #without(target: DraftTarget): readonly Draft[] {
    const gone = keyOf(target)
    return this.read().filter((draft) => keyOf(draft.target) !== gone)
  }
}

/** What makes two targets the same: a mark, or a passage, whatever style it is to have. */
const keyOf = (target: DraftTarget): string =>
  JSON.stringify(
    target.kind === 'annotation'
      ? [target.id]
      : [target.documentId, target.documentDigest, target.range.start, target.range.end],
  )
