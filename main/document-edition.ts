import { carryAnnotations } from '../core/annotation/carry'
import type { Change, ChangeSet } from '../core/annotation/change-set'
import type { StoreStatus } from '../core/app/store-status'
import { openProposals } from '../core/apparatus/reader-emendations'
import { OpenDocument } from '../core/publication/open-document'
import type { Publication } from '../core/publication/publication'
import type { Proposal } from '../core/repair/proposal'
import {
  type CorrectionChange,
  type CorrectionRequest,
  carryOver,
  changedEdition,
  changeFor,
  type EditionChange,
  type EditionCommand,
  isCorrection,
  placedCorrections,
  type ReaderEdition,
} from '../core/repair/reader-edition'
import type { PlacedCorrection } from '../core/script/correction'
import { systemClock } from './disk/clock'
import type { Editing, EditionStore } from './library/edition-store'
import type { ShownDocument } from './shown-document'
import type { ShownTexts } from './shown-texts'
import type { AnnotationStore } from './store/annotation-store'
import type { DraftStore } from './store/draft-store'
import { slowAfter } from './store/save-queue'

/** How a workspace repairs the words of its document. */
export interface WorkspaceEditing extends Editing {
  /** Everything that is shown of the document with other repairs, given what is shown of it now. */
  readonly publicationWith: (edition: ReaderEdition, former: Publication) => Promise<Publication>
  /** Told of the document when its words, or its forms, are others. */
  readonly onEdited: (open: OpenDocument) => Promise<void>
}

/** What a gesture that changes the edition is kept by: there first, then among the annotations, in whose line it is. */
interface Keeping {
  readonly edition: () => Promise<void>
  /** @param carried the annotations that go along with a repair */
  readonly annotations: (carried: readonly Change[]) => Promise<ChangeSet | undefined>
}

/** A text with another edition, made and not yet shown. */
interface Making {
  readonly before: ReaderEdition
  readonly after: ReaderEdition
  readonly next: OpenDocument
}

interface DocumentEditionOptions {
  readonly editing: WorkspaceEditing
  readonly shown: ShownDocument
  readonly texts: ShownTexts
  readonly store: Pick<AnnotationStore, 'annotations'>
  readonly drafts: Pick<DraftStore, 'carry'>
  /** Told that the text was exchanged for another. */
  readonly onExchanged: () => void
  /** Told how characters of the forms are read now. */
  readonly onCorrected: (corrections: readonly PlacedCorrection[]) => void
  /** Told when `unsaved` is another. */
  readonly onStatus: () => void
}

/**
 * What the reader makes of an open document: its repairs, the readings of its forms, and what it is cited as; and
 * the exchange of what is shown when these change. Changes must come one after the other.
 */
export class DocumentEdition {
  readonly #options: DocumentEditionOptions
  readonly store: EditionStore
  /** What seems damaged in the document's words as they were read, once that was looked for. */
  #proposals: readonly Proposal[] | undefined
  #isExchanging = false
  #unsaved: StoreStatus | undefined

  constructor(options: DocumentEditionOptions) {
    this.#options = options
    this.store = options.editing.store
    this.#proposals = options.editing.proposals
  }

  /** Whether the text is being exchanged: what else changes by that is told by it alone. */
  get isExchanging(): boolean {
    return this.#isExchanging
  }

  /** What is to be said of a change that the disk takes long to answer: all gestures wait for it. */
  get unsaved(): StoreStatus | undefined {
    return this.#unsaved
  }

  /** Looks for damage in the document's words; nothing where that was done before. */
  async lookForDamage(): Promise<readonly Proposal[] | undefined> {
    return this.#proposals === undefined ? this.#options.editing.lookForDamage() : undefined
  }

  /** Takes in what seems damaged; gives that of it which is still so, where it stands in the text. */
  propose(found: readonly Proposal[]): readonly Proposal[] {
    const { open } = this.#options.shown
    this.#proposals = found
    this.#remark(open)
    return open.publication.apparatus.proposals ?? []
  }

  /** What a command comes to; nothing where all is as wished. @param digest of the text that its place is in */
  changeFor(command: EditionCommand, digest: string): EditionChange | undefined {
    if (command.kind !== 'correct') return this.#changeFor(command)
    const [placed] = this.#placed([command], digest)
    return placed && this.#changeFor(placed)
  }

  /** What readings of characters come to; nothing where all are read so. @param digest as in `changeFor` */
  correctionsFor(
    requests: readonly CorrectionRequest[],
    digest: string,
  ): CorrectionChange | undefined {
    const placed = this.#placed(requests, digest)
    const change = this.#changeFor({ kind: 'correct-all', requests: placed })
    return change && isCorrection(change) ? change : undefined
  }

  /** Readings of characters that are in the text of now, where they stand in that. */
  #placed<Request extends CorrectionRequest>(
    requests: readonly Request[],
    digest: string,
  ): readonly Request[] {
    return requests.flatMap((request) => {
      const at = this.#options.texts.place(request.at, digest)
      return at === undefined ? [] : [{ ...request, at }]
    })
  }

  #changeFor(command: EditionCommand): EditionChange | undefined {
    const { edition } = this.store
    const { document } = this.#options.shown.open
    return changeFor(command, { edition, proposals: this.#proposals ?? [], document })
  }

  /** Makes the text that a change leads to, which may take long; nothing where it leads to no other. */
  async making(change: EditionChange | undefined): Promise<Making | undefined> {
    if (change === undefined || isCorrection(change)) return undefined
    const { editing, shown } = this.#options
    const before = this.store.edition
    const after = changedEdition(before, change)
    const publication = await editing.publicationWith(after, shown.open.publication)
    return { before, after, next: new OpenDocument(publication) }
  }

  /**
   * Makes a change. What is kept, what is shown and where the notes stand are one again before anything else
   * can see them.
   *
   * @param made the text that it leads to, if that was made before; one of another edition is made anew
   * @throws what `keeping` throws
   */
  async change(change: EditionChange, keeping: Keeping, made?: Making) {
    if (isCorrection(change)) return this.#correct(keeping)
    const making = made?.before === this.store.edition ? made : await this.making(change)
    return making && this.#exchange(making, keeping)
  }

  async #correct(keeping: Keeping): Promise<ChangeSet | undefined> {
    const { editing, shown, onCorrected } = this.#options
    await this.#keep(keeping)
    const corrections = placedCorrections(this.store.edition)
    shown.open.correct(corrections)
    const set = await keeping.annotations([])
    await editing.onEdited(shown.open)
    onCorrected(corrections)
    return set
  }

  /** Exchanges the text for another; the notes, as they stand by then, go along. */
  async #exchange({ before, after, next }: Making, keeping: Keeping) {
    const { editing, shown, texts, store, drafts, onExchanged } = this.#options
    const former = shown.open.document
    const { document } = next
    const carry = carryOver(before, after)
    const hasMoved = document.digest !== former.digest
    this.#isExchanging = true
    try {
      await this.#keep(keeping)
      const carried = hasMoved ? carryAnnotations(store.annotations, former, document, carry) : []
      this.#remark(next)
      shown.show(next)
      texts.show(document, after)
      if (hasMoved) drafts.carry(carry, former.digest, document.digest)
      const set = await keeping.annotations(carried)
      await editing.onEdited(next)
      return set
    } finally {
      this.#isExchanging = false
      onExchanged()
    }
  }

  /** Keeps a change of the edition, and says so where the disk does not answer. */
  async #keep(keeping: Keeping): Promise<void> {
    const { file } = this.store
    const say = (status: StoreStatus | undefined) => {
      this.#unsaved = status
      this.#options.onStatus()
    }
    const stopWatch = systemClock.after(slowAfter, () =>
      say({ state: 'unsaved', problem: 'slow', file, code: 'ETIMEDOUT' }),
    )
    try {
      await keeping.edition()
    } finally {
      stopWatch()
      if (this.#unsaved !== undefined) say(undefined)
    }
  }

  /** Remarks in a document what seems damaged, if it was made before that was known. */
  #remark(open: OpenDocument): void {
    if (this.#proposals === undefined || open.publication.apparatus.proposals !== undefined) return
    open.propose(openProposals(this.#proposals, this.store.edition))
  }
}
