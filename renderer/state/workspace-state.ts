import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Command } from '../../core/annotation/command'
import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import type { LibraryHit } from '../../core/app/library-findings'
import type { ViewState } from '../../core/app/settings'
import type {
  AppEvent,
  ChangeOutcome,
  PiyueApi,
  WorkspaceOpening,
} from '../../core/contract/contract'
import type { CanonicalDocument } from '../../core/document/document'
import { OpenDocument } from '../../core/publication/open-document'
import { type CodePoints, codePoints } from '../../core/text/code-points'
import type { Speech } from '../ui/speech'
import { Annotations } from './annotations'
import { Annotator } from './annotator'
import { Drafts } from './drafts'
import { Figures } from './figures'
import { Find } from './find'
import { Forms } from './forms'
import { type Layers, layersOf } from './layers'
import { NotesList } from './notes-list'
import type { Announcer, Notices } from './notices'
import { OpenNote } from './open-note'
import type { Opening } from './opening'
import { Pace } from './pace'
import { Places } from './places'
import type { Preferences } from './preferences'
import { RangeEdit } from './range-edit'
import { ReadAloud } from './read-aloud'
import { Remarks } from './remarks'
import { Selection } from './selection'
import { View } from './view'

/** What was found in a document of the library, and by which words. */
export interface FoundPlace {
  readonly kind: 'found'
  readonly documentId: string
  readonly hit: LibraryHit
  readonly query: string
}

/** Where the reader is to be taken in a document once it is open: to what is damaged next, to what was found. */
export type Arrival = FoundPlace | { readonly kind: 'next-repair' }

interface WorkspaceOptions extends Opening {
  readonly api: PiyueApi
  readonly preferences: Preferences
  readonly announcer: Announcer
  readonly notices: Notices
  readonly isNarrow: ReadonlySignal<boolean>
  /** What is shown in its place: the same document with other words, if it is that. */
  readonly former?: WorkspaceState | undefined
  readonly speech: Speech
}

type Proposed = Omit<Extract<AppEvent, { kind: 'proposed' }>, 'kind'>
type Corrected = Omit<Extract<AppEvent, { kind: 'corrected' }>, 'kind'>
type DraftsTaken = Omit<Extract<AppEvent, { kind: 'drafts' }>, 'kind'>

let count = 0

/**
 * The page's state of one open document. Each part has one job and knows only the parts that it is made
 * with; nothing in it outlives the document's being open.
 */
export class WorkspaceState {
  /** No other has it: of the same document, opened anew, there is another state. */
  readonly key = `workspace-${++count}`
  readonly open: OpenDocument
  readonly view: View
  /** The forms that are still being made. */
  readonly forms: Forms
  readonly places: Places
  /** How fast the reader reads. */
  readonly pace: Pace
  readonly annotations: Annotations
  readonly selection = new Selection()
  readonly note: OpenNote
  readonly annotator: Annotator
  readonly notes: NotesList
  readonly find: Find
  readonly remarks: Remarks
  readonly figures = new Figures()
  readonly readAloud: ReadAloud
  readonly rangeEdit: RangeEdit
  /** Where the reader is yet to be taken; null once they are there. */
  readonly arrival: Signal<Arrival | null> = signal(null)
  readonly layers: ReadonlySignal<Layers>

  constructor(options: WorkspaceOptions) {
    const { api, opening, later, preferences, announcer, notices, isNarrow, former, speech } =
      options
    const open = new OpenDocument(opening.publication)
    const { document, sections, remarks } = open
    const { id } = document
    this.open = open
    notices.add(opening.notices)
    notices.setStatus(id, opening.store)
    const change = async (command: Command): Promise<ChangeOutcome> => {
      const outcome = await api.change(id, command, document.digest)
      if (!outcome.done && outcome.reason !== 'nothing-to-do') {
        announcer.tell(announcer.messages.peek().refused[outcome.reason])
      }
      return outcome
    }
    const kept = preferences.viewOf(open)
    const initial = former === undefined ? kept : carriedView(kept, former, open)
    this.view = new View({
      open,
      initial,
      save: (patch) => preferences.saveView(id, patch),
      announcer,
    })
    this.forms = new Forms({
      open,
      view: this.view,
      ask: (request) => api.formBlocks(id, request),
      onChange: () => this.#renew(),
      announcer,
      notices,
    })
    this.pace = new Pace(
      () => preferences.settings.peek().readingPace,
      (readingPace) => preferences.change({ readingPace }),
    )
    this.places = new Places(initial.history, (history) => preferences.saveView(id, { history }))
    this.annotations = new Annotations({
      document,
      sections,
      opening,
      later,
      reopen: () => api.openWorkspace(id),
      askForMore: (from) => api.moreAnnotations(id, from),
      onRead: (read) => {
        this.#follow(read, notices)
        notices.add(read.notices)
        this.note.drafts.add(read.drafts)
        // The reader may be typing elsewhere by now.
        this.note.reopen({ isInHand: false })
      },
      onChanging: (next) => this.note.leaveUnlessIn(next),
      onReopened: (reopened) => {
        this.#follow(reopened, notices)
        this.note.drafts.reset(reopened.drafts, this.note.editing.peek())
        this.note.leaveIfGone()
      },
    })
    const { annotations, view } = this
    const drafts = new Drafts({
      document,
      whole: open.whole,
      annotations: annotations.map,
      initial: opening.drafts,
      style: () => preferences.settings.peek().lastStyle,
      save: (draft) => api.saveDraft(id, draft),
      drop: (target) => api.dropDraft(id, target),
    })
    this.note = new OpenNote({ annotations, drafts, preferences, announcer, change })
    const { activeId, editing } = this.note
    this.annotator = new Annotator({
      annotations,
      note: this.note,
      view,
      preferences,
      announcer,
      change,
      undo: () => api.undo(id),
      redo: () => api.redo(id),
    })
    const { resolved } = annotations
    const { settings } = preferences
    this.notes = new NotesList({ resolved, settings, sections, activeId, editing })
    this.find = new Find({ open, resolved, isNarrow, announcer })
    this.remarks = new Remarks({ remarks, preferences, announcer })
    this.rangeEdit = new RangeEdit({ open, annotations, activeId, view, announcer, change })
    this.readAloud = new ReadAloud({ open, view, preferences, speech })
    this.layers = layersOf({ ...this, preferences })
  }

  get id(): string {
    return this.open.id
  }

  /** Takes in how main says the document and its store stand now. */
  #follow({ store, publication, history }: WorkspaceOpening, notices: Notices): void {
    notices.setStatus(this.id, store)
    const { proposals } = publication.apparatus
    if (proposals !== undefined) this.propose({ documentId: this.id, proposals })
    this.correct({ documentId: this.id, corrections: publication.corrections ?? [], history })
  }

  /** Takes in what main tells of this document. */
  receive(event: Extract<AppEvent, { kind: 'changed' }>): void {
    if (event.documentId === this.id) this.annotations.receive(event)
  }

  /** Shows the forms with the corrections that main tells of; everything the reader holds stays. */
  correct({ documentId, corrections, history }: Corrected): void {
    if (documentId !== this.id) return
    this.open.correct(corrections)
    batch(() => {
      this.#renew()
      this.annotations.setHistory(history)
    })
  }

  /** Shows the notes being written that came along from former words. */
  takeDrafts({ documentId, drafts }: DraftsTaken): void {
    if (documentId === this.id) this.note.drafts.add(drafts)
  }

  /** Shows what main found to be damaged. */
  propose({ documentId, proposals }: Proposed): void {
    if (documentId !== this.id) return
    this.open.propose(proposals)
    this.#renew()
  }

  /** Shows the forms as they are now, and what is remarked of them. */
  #renew(): void {
    batch(() => {
      this.view.renew()
      if (this.open.remarks !== this.remarks.all) this.remarks.renew(this.open.remarks)
    })
  }

  /** The marked words in the form that is shown; those not found in the text, as they were marked. */
  quoteOf(item: Resolved): string {
    return isAnchored(item)
      ? this.view.rendition.value.slice(this.rangeEdit.placeOf(item))
      : item.annotation.quote.exact
  }

  /**
   * Keeps what the reader has begun, and does all they asked for, before another document is opened. What is being
   * written is kept last: nothing can have become of it when this settles.
   */
  async settle(): Promise<void> {
    this.view.keepPlace()
    await this.rangeEdit.keep()
    await this.annotator.settle()
    await this.note.settle()
    this.note.keep()
  }

  /** Goes on with what is being written in the same document, of whose words these came in the place. */
  goOnFrom({ note, notes }: WorkspaceState): void {
    const editing = note.editing.peek()
    if (editing !== null) this.note.goOn(editing.note, { isInHand: notes.holdsFocus(editing) })
  }

  /** The state is not to be used after this. */
  dispose(): void {
    this.annotations.dispose()
    this.forms.dispose()
    this.readAloud.dispose()
    this.note.drafts.flush()
  }
}

/** How a document was seen, for the same document with other words. */
function carriedView(view: ViewState, former: WorkspaceState, next: OpenDocument): ViewState {
  const carry = (place: CodePoints) => samePlace(place, former.open.document, next.document)
  const { back, forward } = view.history
  return {
    ...view,
    place: carry(former.view.placeNow()),
    history: { back: back.map(carry), forward: forward.map(carry) },
  }
}

/** A place in the same block of the same document with other words, as far into it. */
function samePlace(place: CodePoints, former: CanonicalDocument, next: CanonicalDocument) {
  const placed = former.blockAt(place)
  const block = placed && next.block(placed.block.id)?.range
  return placed === undefined || block === undefined
    ? codePoints(Math.min(place, next.length))
    : codePoints(Math.min(block.end, block.start + place - placed.range.start))
}
