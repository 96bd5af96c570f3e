import { useLayoutEffect, useRef } from 'preact/hooks'
import { isAnchored } from '../../core/annotation/resolve'
import type { FigureList } from '../../core/figures/figure'
import type { TextRange } from '../../core/text/range'
import type { ReaderContext } from '../reader/context'
import { BackToFigures } from './back-to-figures'
import type { FigureFiles, FigureMark } from './figures-props'
import { FiguresView } from './figures-view'

/** The figures of the open document over the page, and the way back to them from the text. */
export function FiguresPane({ context }: { context: ReaderContext }) {
  const list = context.workspace.open.publication.figures
  return list === undefined ? null : <Pane context={context} list={list} />
}

function Pane({ context, list }: { context: ReaderContext; list: FigureList }) {
  const { app, workspace } = context
  const { figures: state, note, open, view } = workspace
  const { preferences, announcer } = app
  const leave = useLeaving(context)
  const messages = preferences.messages.value
  if (!state.isOpen.value) return <BackToFigures state={state} messages={messages} />
  return (
    <FiguresView
      open={open}
      list={list}
      rendition={view.rendition.value}
      language={preferences.language.value}
      messages={messages}
      marks={marksOf(context)}
      state={state}
      files={filesOf(context)}
      goTo={({ id, range }) => {
        state.left.value = id
        leave({ to: range })
      }}
      openMark={(id) => {
        const mark = marksOf(context).find((one) => one.id === id)
        if (!preferences.settings.peek().notesOpen) preferences.change({ notesOpen: true })
        note.activeId.value = id
        leave({ show: mark?.range })
      }}
      announce={(text) => announcer.announce(text)}
      onClose={() => {
        state.left.value = null
        leave({})
      }}
    />
  )
}

/** Where in the text the reader goes on leaving: to a passage, selected; to one, shown; or to the text. */
interface Leaving {
  readonly to?: TextRange
  readonly show?: TextRange | undefined
}

/** Closes the view; when the text is there again, goes where leaving leads. */
function useLeaving({ workspace, reader }: ReaderContext): (leaving: Leaving) => void {
  const { isOpen } = workspace.figures
  const leaving = useRef<Leaving | null>(null)
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen.value) {
      const { to, show } = leaving.current ?? {}
      leaving.current = null
      if (show === undefined) reader.goTo(to)
      else {
        reader.focus.focusAt(show.start)
        reader.reveal(show)
      }
    }
    wasOpen.current = isOpen.value
  }, [isOpen.value])
  return (next) => {
    leaving.current = next
    isOpen.value = false
  }
}

const marksOf = ({ app, workspace }: ReaderContext): readonly FigureMark[] =>
  workspace.annotations.resolved.value.filter(isAnchored).map(({ annotation, place }) => ({
    id: annotation.id,
    range: place,
    color: annotation.style.color,
    style: app.preferences.styleLabel(annotation.style),
    note: annotation.note,
  }))

const filesOf = ({ app: { api } }: ReaderContext): FigureFiles => ({
  copyText: (text) => api.copyText(text),
  copyImage: (png) => api.copyImage(png),
  save: (file) => api.saveFile(file),
  showInFolder: () => void api.showInFolder('export'),
})
