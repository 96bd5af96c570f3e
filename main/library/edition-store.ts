import path from 'node:path'
import type { ChangeSet, Gesture } from '../../core/annotation/change-set'
import { historyDepth } from '../../core/annotation/history'
import type { Damage, StoreNotice } from '../../core/app/store-notice'
import type { CitationData } from '../../core/document/citation-data'
import type { Proposal } from '../../core/repair/proposal'
import {
  type CitationChange,
  type CorrectionChange,
  changedEdition,
  type EditionChange,
  invertEdition,
  isCitation,
  isCorrection,
  type ReaderEdition,
  type RepairChange,
  untouched,
} from '../../core/repair/reader-edition'
import { editionFileSchema } from '../../core/repair/schema'
import { codeOf } from '../disk/disk-problem'
import type { FileSystem } from '../disk/file-system'
import { nodeFileSystem } from '../disk/node-file-system'
import { setAside } from '../disk/set-aside'
import { replaceFile } from '../disk/write-file'

const fileName = 'edition.json'

/** One gesture that changed the edition. */
type EditionStep = {
  /** ISO 8601, milliseconds, UTC: tells its place among the changes of notes. */
  readonly at: string
} & (
  | { readonly gesture: Extract<Gesture, 'repair'>; readonly change: RepairChange }
  /** An import may bring notes with it: they are a change of the same gesture and time. */
  | { readonly gesture: Extract<Gesture, 'correct' | 'import'>; readonly change: CorrectionChange }
  | { readonly gesture: Extract<Gesture, 'cite'>; readonly change: CitationChange }
)

/** A change as a gesture by itself. @param at ISO 8601, milliseconds, UTC */
export function stepOf(change: EditionChange, at: string): EditionStep {
  if (isCorrection(change)) return { gesture: 'correct', at, change }
  return isCitation(change) ? { gesture: 'cite', at, change } : { gesture: 'repair', at, change }
}

/** What a reader's edition was and is. */
interface EditionHistory {
  readonly edition: ReaderEdition
  readonly done: readonly EditionStep[]
  readonly undone: readonly EditionStep[]
}

interface EditionStoreOptions {
  /** Absolute path of the document's folder. */
  readonly folder: string
  readonly files?: FileSystem
  /** What earlier versions kept elsewhere: it holds while the file does not say otherwise. */
  readonly citation: CitationData | null
  /** Told where the file was damaged. */
  readonly onNotice?: ((notice: StoreNotice) => void) | undefined
}

/**
 * What the reader made of a document, on disk, with the way back. The order in which gestures are taken back and
 * done again is that of the notes, where each has its place; what it changed here is found by its time.
 */
export class EditionStore {
  readonly #files: FileSystem
  /** Absolute path. */
  readonly file: string
  #history: EditionHistory
  /** Whether a damaged file could not be set aside: it is before anything is written in its place. */
  #isInTheWay: boolean

  /** @throws the system's error if the file is there and cannot be read. */
  static async open(options: EditionStoreOptions): Promise<EditionStore> {
    const { folder, files = nodeFileSystem, citation, onNotice } = options
    const file = path.join(folder, fileName)
    const history = await historyIn(files, file, citation)
    let aside: string | null | undefined
    if (typeof history === 'string') {
      // What is damaged is kept for whoever can mend it, and the text is as its file has it.
      aside = await setAside(files, file, new Date()).catch(() => null)
      const what = { of: 'edition', file, setAside: aside, damage: history } as const
      onNotice?.({ kind: 'library-damaged', ...what, isRecovered: true })
    }
    const none = { edition: { ...untouched, citation }, done: [], undone: [] }
    const opened = typeof history === 'object' ? history : none
    return new EditionStore(files, file, opened, aside === null)
  }

  private constructor(
    files: FileSystem,
    file: string,
    history: EditionHistory,
    isInTheWay: boolean,
  ) {
    this.#files = files
    this.file = file
    this.#history = history
    this.#isInTheWay = isInTheWay
  }

  get edition(): ReaderEdition {
    return this.#history.edition
  }

  /** The gestures that changed it, the last at the end. */
  get done(): readonly EditionStep[] {
    return this.#history.done
  }

  /** What a gesture among those of the notes changed here, if anything, and can change back or again. */
  stepOf(
    { gesture, at }: Pick<ChangeSet, 'gesture' | 'at'>,
    direction: 'undo' | 'redo',
  ): EditionStep | undefined {
    const { done, undone } = this.#history
    const steps = direction === 'undo' ? done : undone
    return steps.findLast((step) => step.gesture === gesture && step.at === at)
  }

  /** Keeps a new gesture. @throws the system's error if it cannot be written; nothing has changed then. */
  record(step: EditionStep): Promise<void> {
    const { edition, done } = this.#history
    return this.#keep({
      edition: changedEdition(edition, step.change),
      done: [...done, step].slice(-historyDepth),
      undone: [],
    })
  }

  /** Takes a gesture back. @throws as `record` does */
  undo(step: EditionStep): Promise<void> {
    const { edition, done, undone } = this.#history
    return this.#keep({
      edition: changedEdition(edition, invertEdition(step.change)),
      done: done.filter((one) => one !== step),
      undone: [...undone, step].slice(-historyDepth),
    })
  }

  /** Does a gesture that was taken back again. @throws as `record` does */
  redo(step: EditionStep): Promise<void> {
    const { edition, done, undone } = this.#history
    return this.#keep({
      edition: changedEdition(edition, step.change),
      done: [...done, step].slice(-historyDepth),
      undone: undone.filter((one) => one !== step),
    })
  }

  async #keep(history: EditionHistory): Promise<void> {
    if (this.#isInTheWay && (await this.#files.facts(this.file)) !== undefined) {
      await setAside(this.#files, this.file, new Date())
    }
    this.#isInTheWay = false
    await replaceFile(this.#files, this.file, [JSON.stringify(history)])
    this.#history = history
  }
}

/** What the reader made of the document in a folder, for what only reads. @param citation as `EditionStore` takes it */
export async function editionIn(
  folder: string,
  citation: CitationData | null,
): Promise<ReaderEdition> {
  const history = await historyIn(nodeFileSystem, path.join(folder, fileName), citation)
  return typeof history === 'object' ? history.edition : { ...untouched, citation }
}

/** What a file holds, if it is there. */
async function historyIn(
  files: FileSystem,
  file: string,
  citation: CitationData | null,
): Promise<EditionHistory | Damage | undefined> {
  let text: string
  try {
    text = Buffer.from(await files.read(file)).toString()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  return text === '' ? 'empty' : parsed(text, citation)
}

function parsed(text: string, citation: CitationData | null): EditionHistory | Damage {
  try {
    const read = editionFileSchema.safeParse(JSON.parse(text))
    if (!read.success) return 'invalid'
    return { ...read.data, edition: { citation, ...read.data.edition } }
  } catch {
    return 'not-json'
  }
}

/** What can be done to a document's words. */
export interface Editing {
  readonly store: EditionStore
  /** What seems damaged in them as they were read; nothing where that was not looked for yet. */
  readonly proposals: readonly Proposal[] | undefined
  /** Looks for it, which takes a long text a second or more, and keeps what is found. */
  readonly lookForDamage: () => Promise<readonly Proposal[]>
}
