import { hasNote } from '../../core/annotation/annotation'
import { type Anchored, isAnchored } from '../../core/annotation/resolve'
import { type Section, sectionAt } from '../../core/document/sections'
import { locatorOf } from '../../core/exchange/citation'
import type { ReaderContext } from '../reader/context'
import { useMessages } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { NoteBody } from '../ui/note-body'
import { goToPassage } from './cards'

interface TagSheetProps {
  readonly context: ReaderContext
  readonly tag: string
  readonly onClose: () => void
}

/** Every passage that bears a tag, with what is written on it, on one sheet in the order of the text. */
export function TagSheet({ context, tag, onClose }: TagSheetProps) {
  const { app, workspace } = context
  const messages = useMessages()
  const { sheetOf, sheet, close } = messages.notes
  const marks = workspace.annotations.resolved.value.filter(
    (item): item is Anchored => isAnchored(item) && item.annotation.tags.includes(tag),
  )
  return (
    <Dialog title={sheetOf(tag)} onClose={onClose} wide>
      {/* A region that scrolls must be reachable by key. */}
      <div class="tag-sheet" role="region" aria-label={sheet} tabIndex={0} data-first-focus>
        {marks.map((mark, i) => (
          <Passage
            key={mark.annotation.id}
            context={context}
            mark={mark}
            isHeaded={sectionOf(context, mark) !== sectionOf(context, marks[i - 1])}
            onGo={onClose}
          />
        ))}
      </div>
      <div class="dialog-foot">
        <button
          type="button"
          class="quiet-button"
          onClick={() => app.exportNamed(marks.map(({ annotation }) => annotation.id))}
        >
          {messages.export.go}
        </button>
        <button type="button" class="primary-button" onClick={onClose}>
          {close}
        </button>
      </div>
    </Dialog>
  )
}

const sectionOf = ({ workspace }: ReaderContext, mark: Anchored | undefined): Section | undefined =>
  mark && sectionAt(workspace.open.sections, mark.place.start)

interface PassageProps {
  readonly context: ReaderContext
  readonly mark: Anchored
  /** Whether it is the first under its heading. */
  readonly isHeaded: boolean
  readonly onGo: () => void
}

function Passage({ context, mark, isHeaded, onGo }: PassageProps) {
  const { app, workspace } = context
  const messages = useMessages()
  const rendition = workspace.view.rendition.value
  const section = sectionOf(context, mark)
  const passage = { open: workspace.open, range: mark.place }
  return (
    <section>
      {isHeaded && section !== undefined && (
        <h3 lang={rendition.langOfBlock(section.heading.id)}>
          {rendition.block(section.heading.id).text}
        </h3>
      )}
      <blockquote lang={rendition.langAt(mark.place.start)}>
        {rendition.slice(mark.place)}
      </blockquote>
      {hasNote(mark.annotation) && <NoteBody note={mark.annotation.note} api={app.api} />}
      <button
        type="button"
        class="link-button"
        title={messages.note.goTo}
        onClick={({ currentTarget }) => {
          // At once: under a dialog nothing takes the focus.
          currentTarget.closest('dialog')?.close()
          onGo()
          void goToPassage(context, mark)
        }}
      >
        {locatorOf(rendition, passage, messages.citation) || messages.note.goTo}
      </button>
    </section>
  )
}
