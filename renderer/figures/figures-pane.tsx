import { useLayoutEffect, useRef } from 'preact/hooks'
import { isAnchored } from '../../core/annotation/resolve'
import type { FigureList } from '../../core/figures/figure'
import type { TextRange } from '../../core/text/range'
import { styleLabel } from '../state/color-names'
import { announce, changeSettings } from '../state/session'
import type { Stage } from '../state/stage'
import { BackToFigures } from './back-to-figures'
import type { FigureFiles, FigureMark } from './figures-props'
import { FiguresView } from './figures-view'

/** The figures of the open document over the page, and the way back to them from the text. */
export function FiguresPane({ stage }: { stage: Stage }) {
  const list = stage.session.open.publication.figures
  return list === undefined ? null : <Pane stage={stage} list={list} />
}

function Pane({ stage, list }: { stage: Stage; list: FigureList }) {
  const { session } = stage
  const { figures: state } = session
  const leave = useLeaving(stage)
  const messages = session.messages.value
  if (!state.isOpen.value) return <BackToFigures state={state} messages={messages} />
  return (
    <FiguresView
      open={session.open}
      list={list}
      rendition={session.rendition.value}
      language={session.language.value}
      messages={messages}
      marks={marksOf(stage)}
      state={state}
      files={filesOf(stage)}
      goTo={({ id, range }) => {
        state.left.value = id
        leave({ to: range })
      }}
      openMark={(id) => {
        const mark = marksOf(stage).find((one) => one.id === id)
        if (!session.settings.peek().notesOpen) changeSettings(session, { notesOpen: true })
        session.activeId.value = id
        leave({ show: mark?.range })
      }}
      announce={(text) => announce(session, text)}
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
function useLeaving({ session, reader }: Stage): (leaving: Leaving) => void {
  const { isOpen } = session.figures
  const leaving = useRef<Leaving | null>(null)
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen.value) {
      const { to, show } = leaving.current ?? {}
      leaving.current = null
      if (show === undefined) reader.goTo(to)
      else {
        reader.holdFocus(show.start)
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

const marksOf = ({ session }: Stage): readonly FigureMark[] =>
  session.resolved.value.filter(isAnchored).map(({ annotation, place }) => ({
    id: annotation.id,
    range: place,
    color: annotation.style.color,
    style: styleLabel(session, annotation.style),
    note: annotation.note,
  }))

const filesOf = ({ session: { api } }: Stage): FigureFiles => ({
  copyText: (text) => api.copyText(text),
  copyImage: (png) => api.copyImage(png),
  save: (file) => api.saveFile(file),
  showInFolder: () => void api.showInFolder('export'),
})
