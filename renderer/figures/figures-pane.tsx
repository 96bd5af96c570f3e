import { useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { isAnchored } from '../../core/annotation/resolve'
import type { FigureList } from '../../core/figures/figure'
import type { ReaderContext } from '../reader/context'
import { lazy } from '../ui/lazy'
import type { FigureFiles, FigureMark } from './figures-props'

const FiguresView = lazy(async () => (await import('./figures-view')).FiguresView)

/** The figures of the open document, over the page. */
export function FiguresPane({ context }: { context: ReaderContext }) {
  const list = context.workspace.open.publication.figures
  return list === undefined ? null : <Pane context={context} list={list} />
}

function Pane({ context, list }: { context: ReaderContext; list: FigureList }) {
  const { app, workspace, reader, targets } = context
  const { figures: state, note, open, view } = workspace
  const { preferences, announcer } = app
  useLeaving(context)
  const messages = preferences.messages.value
  if (!state.isOpen.value) return null
  return (
    <FiguresView
      open={open}
      list={list}
      rendition={view.rendition.value}
      language={preferences.language.value}
      messages={messages}
      marks={marksOf(context)}
      state={state}
      queryField={targets.figureQuery}
      files={filesOf(context)}
      goTo={({ id, range }) => {
        state.left.value = id
        state.leave(() => reader.travel('jump', () => reader.goTo(range)))
      }}
      openMark={({ id, range }) => {
        if (!preferences.settings.peek().notesOpen) preferences.change({ notesOpen: true })
        state.leave(() => {
          reader.focus.focusAt(range.start)
          reader.travel('jump', () => reader.reveal(range))
        })
        note.activeId.value = id
      }}
      announce={(text) => announcer.announce(text)}
      onClose={() => state.close()}
    />
  )
}

/** Takes the reader to the text when the figures are left, and leaves them for a card that is opened. */
function useLeaving({ workspace: { figures, note }, reader }: ReaderContext): void {
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    const next = figures.takeNext()
    if (wasOpen.current && !figures.isOpen.value) (next ?? (() => reader.goTo()))()
    wasOpen.current = figures.isOpen.value
  }, [figures.isOpen.value])
  useSignalEffect(() => {
    if (note.activeId.value !== null && figures.isOpen.peek()) figures.close()
  })
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
