import { useComputed } from '@preact/signals'
import { LocateFixed, MessageSquarePlus, PenLine, Trash2 } from 'lucide'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { hasNote } from '../../core/annotation/annotation'
import { type Anchored, isAnchored, type Resolved } from '../../core/annotation/resolve'
import { beginningOf } from '../../core/text/code-points'
import { sameRange } from '../../core/text/range'
import type { ReaderContext } from '../reader/context'
import { openCard, reattachToSelection } from '../reader/marking'
import type { Editing, NewNote } from '../state/drafts'
import type { OpenNote } from '../state/open-note'
import { useMessages, usePreferences } from '../state/preferences'
import { IconButton } from '../ui/icon'
import { NoteBody } from '../ui/note-body'
import { leaveCard, moveAlongCards, useCard, useTellingFocus } from './card-focus'
import { CardTags } from './card-tags'
import { deleteAnnotation, goToPassage, offerCardMenu } from './cards'
import { NoteEditor } from './note-editor'
import { StylePicker } from './style-picker'

interface NoteCardProps {
  readonly context: ReaderContext
  readonly item: Resolved
  /** Which of how many in its list, of which not all are in the page; counted from 0. */
  readonly index: number
  readonly count: number
  /** Whether the card stands beside its mark, and not in the column. */
  readonly isAlone?: boolean
}

/** A mark with its quote, in the script that is shown, and its note, as it was written. */
export function NoteCard({ context, item, index, count, isAlone = false }: NoteCardProps) {
  const { workspace, app, targets } = context
  const { note, annotator, notes } = workspace
  const { annotation } = item
  // Told each by itself: not every card is drawn anew when another is opened.
  const isActive = useComputed(() => note.activeId.value === annotation.id).value
  const isEdited = useComputed(() => {
    const editing = note.editing.value
    return editing?.kind === 'annotation' && editing.id === annotation.id
  }).value
  const card = useCard(context, annotation.id, isAlone)
  const tellingFocus = useTellingFocus(context, annotation.id)
  const wasEdited = useRef(isEdited)
  useLayoutEffect(() => {
    // The field that had the focus is gone: it goes on from the card, not from the page's beginning.
    if (wasEdited.current && !isEdited && document.activeElement === document.body) {
      focusQuietly(card)
    }
    wasEdited.current = isEdited
  }, [isEdited])
  useLayoutEffect(() => {
    if (!isActive || isAlone) return undefined
    return targets.openCard.attach(card.current)
  }, [isActive, isAlone, targets])
  const isStop = useComputed(() => notes.stop.value === annotation.id).value || isAlone
  const isFirstStop = useComputed(() => notes.stop.value === null).value
  return (
    <li
      ref={card}
      class="card"
      data-row={annotation.id}
      data-card={annotation.id}
      data-active={isActive}
      data-color={annotation.style.color}
      data-kind={annotation.style.kind}
      aria-posinset={index + 1}
      aria-setsize={count}
      // One stop of Tab for the whole list; before one was ever there, whichever Tab comes to.
      tabIndex={isStop || isFirstStop ? 0 : -1}
      onClick={(event) => {
        if (!isControl(event.target)) openCard(context, item)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          event.preventDefault()
          openCard(context, item)
        } else if (!isAlone) moveAlongCards(context, annotation.id, event)
      }}
      {...tellingFocus}
      onContextMenu={(event) => offerCardMenu(context, event, annotation.id)}
    >
      <div class="card-head">
        <PickBox context={context} item={item} />
        <CardQuote context={context} item={item} />
      </div>
      {isEdited ? (
        <NoteEditor note={note} api={app.api} />
      ) : (
        hasNote(annotation) && <NoteBody note={annotation.note} api={app.api} />
      )}
      {!isEdited && <DraftLine note={note} id={annotation.id} onLeave={() => focusQuietly(card)} />}
      <CardTags
        annotator={annotator}
        annotations={workspace.annotations.map}
        annotation={annotation}
        isOpen={isActive && !isEdited}
        onLeave={() => focusQuietly(card)}
      />
      {isActive && !isEdited && (
        <StylePicker
          style={annotation.style}
          onPick={(style) => void annotator.restyle(annotation.id, style)}
        />
      )}
      {!isAnchored(item) && <ReattachLine context={context} id={annotation.id} />}
      {!isEdited && <CardFoot context={context} item={item} isActive={isActive} isStop={isStop} />}
    </li>
  )
}

/** Takes the focus to a card that is in sight, or was. */
const focusQuietly = (card: RefObject<HTMLElement | null>) =>
  card.current?.focus({ preventScroll: true })

/** Whether a click is meant for something in the card rather than for the card. */
const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, input, textarea, a, .note-editor') !== null

interface NewNoteCardProps {
  readonly context: ReaderContext
  readonly draft: NewNote
  readonly rowKey: string
}

/** A note on a passage not yet marked: being written, or begun and left. */
export function NewNoteCard({ context, draft, rowKey }: NewNoteCardProps) {
  const { workspace, app } = context
  const { note, view, open } = workspace
  const { lastStyle } = usePreferences().settings.value
  const rendition = view.rendition.value
  const card = useCard(context, rowKey, false)
  const tellingFocus = useTellingFocus(context, rowKey, draft)
  const isWritten = note.editing.value === draft
  return (
    <li
      ref={card}
      class="card"
      data-row={rowKey}
      data-active={isWritten}
      data-color={lastStyle.color}
      data-kind={lastStyle.kind}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          event.preventDefault()
          note.resume(draft)
        } else moveAlongCards(context, rowKey, event)
      }}
      {...tellingFocus}
    >
      <p class="quote" lang={rendition.langAt(draft.range.start)}>
        {sameRange(draft.range, open.whole) && <OnWhole />}
        <span class="quote-text">{rendition.slice(draft.range)}</span>
      </p>
      {isWritten ? (
        <>
          <NoteEditor note={note} api={app.api} />
          <StylePicker
            style={lastStyle}
            onPick={(style) => app.preferences.change({ lastStyle: style })}
          />
        </>
      ) : (
        <Draft note={note} draft={draft} onLeave={() => leaveCard(context, rowKey)} />
      )}
    </li>
  )
}

/** Says that a note is on the whole document. */
function OnWhole() {
  const { language, messages } = usePreferences()
  return (
    <span class="whole" lang={language.value}>
      {messages.value.notes.whole}
    </span>
  )
}

/** Takes the mark into those to which something is to be done; shown only while marks are picked. */
function PickBox({ context, item }: { context: ReaderContext; item: Resolved }) {
  const { notes } = context.workspace
  const { selectThis } = useMessages().notes
  const picked = notes.picked.value
  if (picked === null) return null
  const { id } = item.annotation
  return (
    <input
      type="checkbox"
      class="pick-box"
      aria-label={selectThis(context.workspace.quoteOf(item))}
      checked={picked.has(id)}
      onChange={() => notes.pick(id)}
    />
  )
}

/** The quote: a click opens the card and goes to the passage. */
function CardQuote({ context, item }: { context: ReaderContext; item: Resolved }) {
  const { workspace } = context
  const { view, open } = workspace
  const style = usePreferences().styleLabel(item.annotation.style)
  const lang = isAnchored(item)
    ? view.rendition.value.langAt(item.place.start)
    : open.canonical.lang
  return (
    <button
      type="button"
      class="quote"
      // The card does the same, and is what Tab comes to.
      tabIndex={-1}
      title={style}
      lang={lang}
      onClick={() => openCard(context, item)}
    >
      <span class="visually-hidden">
        {style}
        {': '}
      </span>
      {isAnchored(item) && open.isOnWhole(item) && <OnWhole />}
      <span class="quote-text" id={quoteIdOf(item)}>
        {workspace.quoteOf(item)}
      </span>
    </button>
  )
}

/** Says that a note on a mark was begun and not saved, and offers to go on with it. */
function DraftLine({ id, ...props }: Omit<DraftProps, 'draft'> & { readonly id: string }) {
  const { note } = props
  const draft = note.drafts
    .besides(note.editing.value)
    .find((other) => other.kind === 'annotation' && other.id === id)
  return draft === undefined ? null : <Draft {...props} draft={draft} />
}

/** By which the buttons of a card say which card's they are. */
const quoteIdOf = ({ annotation }: Resolved) => `quote-${annotation.id}`

/** How much of a draft is shown, in code points. */
const shownOfDraft = 120

interface DraftProps {
  readonly note: OpenNote
  readonly draft: Editing
  /** Moves the focus off it, for it is about to go. */
  readonly onLeave: () => void
}

/** A note begun and not saved: its beginning, and whether to go on with it. */
function Draft({ note, draft, onLeave }: DraftProps) {
  const { notes } = useMessages()
  return (
    <div class="draft">
      <p>
        <span class="draft-name">{notes.draftOf}</span> {beginningOf(draft.note, shownOfDraft)}
      </p>
      <button
        type="button"
        class="quiet-button"
        onClick={() => {
          onLeave()
          note.discardDraft(draft)
        }}
      >
        {notes.discard}
      </button>
      <button type="button" class="quiet-button" onClick={() => note.resume(draft)}>
        {notes.resume}
      </button>
    </div>
  )
}

/** Gives an annotation that was not found in the text a place in it: the passage that is selected. */
function ReattachLine({ context, id }: { context: ReaderContext; id: string }) {
  const { notes } = useMessages()
  return (
    <div class="reattach">
      {context.workspace.selection.range.value === null && <p>{notes.reattachHow}</p>}
      <button
        type="button"
        class="quiet-button"
        // The selection must stay where it is while the button is pressed.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void reattachToSelection(context, id)}
      >
        {notes.reattach}
      </button>
    </div>
  )
}

interface CardFootProps {
  readonly context: ReaderContext
  readonly item: Resolved
  /** Whether the card is open. */
  readonly isActive: boolean
  /** Whether Tab comes to the card, and so to what can be done with it. */
  readonly isStop: boolean
}

/** When the mark was changed, which of those on the spot it is, and what can be done with it. */
function CardFoot({ context, item, isActive, isStop }: CardFootProps) {
  const { annotation } = item
  const { note } = context.workspace
  const preferences = usePreferences()
  const { note: wording, export: times } = preferences.messages.value
  const name = preferences.settings.value.colorNames[annotation.style.color]
  const reach = { describedBy: quoteIdOf(item), tabIndex: isStop ? 0 : -1 }
  return (
    <div class="card-foot">
      <time dateTime={annotation.modifiedAt} title={times.time(annotation.modifiedAt)}>
        {times.day(annotation.modifiedAt)}
      </time>
      {name !== undefined && <span class="color-name">{name}</span>}
      {isActive && isAnchored(item) && <OneOf context={context} mark={item} />}
      <span class="card-actions">
        {isAnchored(item) && (
          <IconButton
            icon={LocateFixed}
            label={wording.goTo}
            {...reach}
            onClick={() => void goToPassage(context, item)}
          />
        )}
        <IconButton
          icon={hasNote(annotation) ? PenLine : MessageSquarePlus}
          label={hasNote(annotation) ? wording.edit : wording.add}
          {...reach}
          onClick={() => note.start(annotation.id)}
        />
        <IconButton
          icon={Trash2}
          label={wording.delete}
          {...reach}
          onClick={() => deleteAnnotation(context, annotation.id)}
        />
      </span>
    </div>
  )
}

/** Which of the marks to be clicked on the spot this one is, where there are several. */
function OneOf({ context, mark }: { context: ReaderContext; mark: Anchored }) {
  const { annotations, open, selection } = context.workspace
  const { oneOf } = useMessages()
  const stack = annotations.marks.value
    .stackOf(mark, selection.clickedAt.value)
    .filter((one) => open.isOnWords(one))
  const at = stack.findIndex(({ annotation }) => annotation.id === mark.annotation.id)
  if (at === -1 || stack.length < 2) return null
  return <span class="one-of">{oneOf(at + 1, stack.length)}</span>
}
