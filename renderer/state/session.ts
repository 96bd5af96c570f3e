import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Annotation } from '../../core/annotation/annotation'
import { type AnnotationMap, applyChangeSet } from '../../core/annotation/change-set'
import type { Draft } from '../../core/annotation/draft'
import { byResolvedPlace, type Resolved, resolve } from '../../core/annotation/resolve'
import type { ErrorReport } from '../../core/app/error-report'
import {
  type Settings,
  type SettingsPatch,
  type UiLanguage,
  type ViewState,
  viewOf,
} from '../../core/app/settings'
import type { StoreNotice } from '../../core/app/store-notice'
import type { StoreStatus } from '../../core/app/store-status'
import type { Remark } from '../../core/apparatus/remark'
import type {
  AppEvent,
  AppOpening,
  HistoryView,
  PiyueApi,
  WorkspaceOpening,
} from '../../core/contract/contract'
import type { CanonicalDocument } from '../../core/document/document'
import type { Section } from '../../core/document/sections'
import type { Messages } from '../../core/messages/en'
import { messagesIn } from '../../core/messages/language'
import { OpenDocument } from '../../core/publication/open-document'
import type { Rendition } from '../../core/script/rendition'
import type { CodePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import type { ScriptTag } from '../../core/text/script-tag'
import { sayImportOutcome } from '../exchange/say-import'
import { createFiguresState, type FiguresState } from '../figures/figures-state'
import type { OpenDialog } from './dialogs'
import { createFind, type FindState } from './find-state'
import { mediaSignal } from './media-signal'
import { createNotesView, type NotesView } from './notes-view'

/** Passages to be painted, by the name of a layer. */
export type Overlays = ReadonlyMap<string, readonly TextRange[]>

/** What a card over the text explains: a remark of the edition, or the characters of a passage. */
export type Gloss = {
  /** The form at whose text the card stands. */
  readonly column: 'block' | 'beside'
} & (
  | { readonly kind: 'remark'; readonly id: string }
  | { readonly kind: 'characters'; readonly range: TextRange }
)

/** A note being written: for a mark that is there, or for a passage to be marked on saving. */
export type Editing =
  | { readonly kind: 'annotation'; readonly id: string; readonly note: string }
  | { readonly kind: 'passage'; readonly range: TextRange; readonly note: string }

/** A mark whose ends are being moved: painted at `range`, kept only when the reader lets go. */
export interface RangeEdit {
  readonly id: string
  readonly range: TextRange
}

/**
 * The state of the page: what main told it, and what the reader is doing. Components read signals
 * and call the functions of the neighbouring files; nothing else holds state.
 */
export interface Session {
  readonly api: PiyueApi
  readonly app: AppOpening
  readonly open: OpenDocument
  readonly document: CanonicalDocument
  readonly sections: readonly Section[]
  readonly remarks: readonly Remark[]
  readonly renditions: ReadonlyMap<ScriptTag, Rendition>

  readonly settings: Signal<Settings>
  /** How this document is seen. */
  readonly view: Signal<ViewState>
  readonly annotations: Signal<AnnotationMap>
  readonly history: Signal<HistoryView>
  readonly store: Signal<StoreStatus>
  readonly notices: Signal<readonly StoreNotice[]>
  /** The first thing unforeseen that the reader has not yet put away. */
  readonly error: Signal<ErrorReport | null>

  /** The selected passage, where one is selected in the text. */
  readonly selection: Signal<TextRange | null>
  /** The form in which it was selected, where that is the one beside the form that is read. */
  readonly selectedIn: Signal<ScriptTag | null>
  /** The mark whose card is open. */
  readonly activeId: Signal<string | null>
  /** The character that was clicked last: which of the marks on it is open is said beside the note. */
  readonly clickedAt: Signal<CodePoints | null>
  readonly editing: Signal<Editing | null>
  readonly dialog: Signal<OpenDialog | null>
  /** Notes begun and not yet saved, the one being written among them. */
  readonly drafts: Signal<readonly Draft[]>
  /** The ends of the open mark, while they are being moved. */
  readonly rangeEdit: Signal<RangeEdit | null>
  /** What the notes column shows, and in which order. */
  readonly notesView: NotesView
  readonly find: FindState
  readonly figures: FiguresState
  /** The card over the text that is open. */
  readonly gloss: Signal<Gloss | null>
  /** What is painted over the text besides marks: passages by layer, as `article/layers.ts` names them. */
  readonly overlays: Signal<Overlays>
  /** Where the next sentence is looked for: the end of what was selected last. */
  readonly cursor: Signal<CodePoints | null>
  /** Whether the window is too narrow for three columns: contents then lie over the text. */
  readonly isNarrow: ReadonlySignal<boolean>
  /** Whether contents lie open over the text. */
  readonly isDrawerOpen: Signal<boolean>
  /** The canonical offset at the top of the text. */
  readonly place: Signal<CodePoints>
  /** What was last said in the announcements region; a count makes repeated words new. */
  readonly announcement: Signal<{ readonly text: string; readonly count: number }>

  readonly rendition: ReadonlySignal<Rendition>
  /** The form shown beside it, where two are shown. */
  readonly beside: ReadonlySignal<Rendition | null>
  readonly language: ReadonlySignal<UiLanguage>
  readonly messages: ReadonlySignal<Messages>
  /** Every annotation with its place or the reason why it has none, in text order, orphans last. */
  readonly resolved: ReadonlySignal<readonly Resolved[]>
}

export function createSession(api: PiyueApi, app: AppOpening, opening: WorkspaceOpening): Session {
  const open = new OpenDocument(opening.publication)
  const { document, renditions, sections } = open
  const activeId = signal<string | null>(null)
  const resolveAll = resolverFor(document)
  const settings = signal(app.settings)
  const annotations = signal<AnnotationMap>(
    new Map(opening.annotations.map((annotation) => [annotation.id, annotation])),
  )
  const resolved = computed(() => resolveAll(annotations.value))
  const language = computed(() =>
    settings.value.language === 'system' ? app.systemLanguage : settings.value.language,
  )
  const view = signal(
    viewOf(app.settings, open.publication.document, renditions.keys(), language.peek()),
  )
  const rendition = computed(() => open.renditionOf(view.value.script))
  const isNarrow = mediaSignal('(width < 1180px)')
  const session: Session = {
    api,
    app,
    open,
    document,
    sections,
    remarks: open.remarks,
    renditions,
    settings,
    view,
    annotations,
    history: signal(opening.history),
    store: signal(opening.store),
    notices: signal([...app.notices, ...opening.notices]),
    error: signal(null),
    selection: signal(null),
    selectedIn: signal(null),
    cursor: signal(null),
    isNarrow,
    isDrawerOpen: signal(false),
    activeId,
    clickedAt: signal(null),
    editing: signal(null),
    drafts: signal(opening.drafts),
    rangeEdit: signal(null),
    notesView: createNotesView({ resolved, settings, sections, activeId }),
    dialog: signal(null),
    gloss: signal(null),
    overlays: signal(new Map()),
    place: signal(view.peek().place),
    announcement: signal({ text: '', count: 0 }),
    rendition,
    beside: computed(() => {
      const { beside, script } = view.value
      return beside === null || beside === script ? null : (renditions.get(beside) ?? null)
    }),
    language,
    messages: computed(() => messagesIn[language.value]),
    resolved,
    find: createFind(open, resolved, isNarrow),
    figures: createFiguresState(),
  }
  effect(() => {
    globalThis.document.documentElement.lang = language.value
    globalThis.document.documentElement.dataset['theme'] = settings.value.theme
  })
  const { annotationId } = app.showing
  if (annotationId !== null) openLinked(session, annotationId)
  api.onEvent((event) => receive(session, event))
  return session
}

/** Resolves annotations in text order; one that did not change is not looked for again. */
function resolverFor(document: CanonicalDocument) {
  const known = new WeakMap<Annotation, Resolved>()
  return (annotations: AnnotationMap): readonly Resolved[] =>
    [...annotations.values()]
      .map((annotation) => {
        const resolved = known.get(annotation) ?? resolve(document, annotation)
        known.set(annotation, resolved)
        return resolved
      })
      .sort(byResolvedPlace)
}

function receive(session: Session, event: AppEvent): void {
  switch (event.kind) {
    case 'changed':
      session.annotations.value = applyChangeSet(session.annotations.value, event.set)
      session.history.value = event.history
      break
    case 'store':
      session.store.value = event.status
      break
    case 'notice':
      session.notices.value = [...session.notices.peek(), event.notice]
      break
    case 'error':
      session.error.value ??= event.report
      break
    case 'imported':
      announce(session, sayImportOutcome(session.messages.peek(), event.outcome))
      break
    case 'show':
      if (event.showing.annotationId !== null) openLinked(session, event.showing.annotationId)
      break
    case 'action':
      // Actions are carried out by who listens for them: see actions/perform.ts.
      break
  }
}

/** Opens the card that a link points at; where it is not here, all stays as it was, and that is said. */
function openLinked(session: Session, id: string): void {
  if (session.annotations.peek().has(id)) session.activeId.value = id
  else announce(session, session.messages.peek().notes.linkedGone)
}

/** Changes how the reader sees things, here at once and on disk soon after. */
export function changeSettings(session: Session, patch: SettingsPatch): void {
  session.settings.value = { ...session.settings.peek(), ...(patch as Partial<Settings>) }
  void session.api.saveSettings(patch)
}

/** Changes how this document is seen, here at once and on disk soon after. */
export function changeView(session: Session, patch: Partial<ViewState>): void {
  session.view.value = { ...session.view.peek(), ...patch }
  void session.api.saveView(session.open.id, patch)
}

/** The rendition that the reader looked at when selecting. */
export const renditionSelectedIn = (session: Session): Rendition =>
  session.renditions.get(session.selectedIn.peek() ?? session.rendition.peek().tag) ??
  session.rendition.peek()

/** Has passages painted in one overlay, in place of those that it showed before. */
export function setOverlay(session: Session, layer: string, ranges: readonly TextRange[]): void {
  session.overlays.value = new Map(session.overlays.peek()).set(layer, ranges)
}

/** Says something to screen readers, once. */
export function announce(session: Session, text: string): void {
  session.announcement.value = { text, count: session.announcement.peek().count + 1 }
}

/** The document's title in the form that is shown. */
export function shownTitle(session: Session): string {
  const heading = session.sections[0]?.heading
  return heading ? session.rendition.value.block(heading.id).text : session.document.title
}
