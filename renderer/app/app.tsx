import { untracked, useComputed, useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { RemarkBeside } from '../apparatus/remark-beside'
import { BackToFigures } from '../figures/back-to-figures'
import { FiguresPane } from '../figures/figures-pane'
import { FindColumns } from '../find/find-bar'
import { FileNotices } from '../library/file-notices'
import { LibraryPane } from '../library/library-pane'
import { MarginNotes } from '../notes/margin-notes'
import { NoteBeside } from '../notes/note-beside'
import { NotesColumn } from '../notes/notes-column'
import { Article } from '../reader/article'
import { FocusTargets, type ReaderContext } from '../reader/context'
import { Reader } from '../reader/reader'
import { takeSelectAll } from '../reader/selecting'
import { followBackButtons } from '../reader/travelling'
import { whenIdle } from '../reader/when-idle'
import { ColumnSeparator } from '../shell/column-separator'
import { Contents } from '../shell/contents'
import { carryPassages } from '../shell/drag-and-drop'
import { Header } from '../shell/header'
import { Announcements, NoticeList, SkipLink } from '../shell/notices'
import { ProgressLine } from '../shell/progress-line'
import { SaidLine } from '../shell/said-line'
import { WayBack } from '../shell/way-back'
import type { AppState } from '../state/app-state'
import { PreferencesContext } from '../state/preferences'
import type { WorkspaceState } from '../state/workspace-state'
import { FocusHome } from '../ui/focus'
import { OpenPopovers, Popovers } from '../ui/popover'
import { ReadAloudBar } from '../voice/read-aloud-bar'
import { arriveAt, goToFound } from './arrive'
import { Dialogs } from './dialogs'
import { keepFocus } from './keep-focus'
import { actionForKey, leaveOnEscape, plainKeysOf, typesAhead } from './keys'
import { perform } from './perform'

/** The whole page; of another document, another one. */
export function App({ app }: { app: AppState }) {
  const { preferences } = app
  const workspace = app.workspace.value
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (workspace !== null) isFirst.current = false
  }, [workspace])
  const popovers = useMemo(() => new Popovers(), [])
  return (
    <PreferencesContext.Provider value={preferences}>
      <OpenPopovers.Provider value={popovers}>
        {workspace === null ? (
          <NoticeList notices={app.notices} version={app.version} api={app.api} />
        ) : (
          <Workspace
            key={workspace.key}
            app={app}
            workspace={workspace}
            popovers={popovers}
            takesFocus={!isFirst.current}
          />
        )}
      </OpenPopovers.Provider>
    </PreferencesContext.Provider>
  )
}

interface WorkspaceProps {
  readonly app: AppState
  readonly workspace: WorkspaceState
  /** The menus and panels that are open over it. */
  readonly popovers: Popovers
  /** Whether it comes in the place of another, with which the focus went. */
  readonly takesFocus: boolean
}

/** An open document: a bar, and under it contents, text and notes. */
function Workspace({ app, workspace, popovers, takesFocus }: WorkspaceProps) {
  const { preferences, notices, announcer } = app
  const context = useMemo(
    (): ReaderContext => ({
      app,
      workspace,
      reader: new Reader(workspace, preferences.messages),
      targets: new FocusTargets(),
    }),
    [app, workspace, preferences],
  )
  const { reader, targets } = context
  // When the text is in the page: before, nothing in it can have the focus.
  useEffect(() => {
    const { arrival, note } = workspace
    const isGoingOn = arrival.peek() !== null || note.isInHand.peek() || app.library.isOpen.peek()
    if (takesFocus && !isGoingOn) reader.focusText()
  }, [])
  useSignalEffect(() => {
    const arrival = workspace.arrival.value
    if (arrival === null) return
    workspace.arrival.value = null
    untracked(() => arriveAt(context, arrival))
  })
  useEffect(() => whenIdle(() => workspace.annotations.askForMore()), [workspace])
  useActions(context, popovers)
  useSignalEffect(() => {
    document.title = `${workspace.view.title.value} — ${preferences.messages.value.appName}`
  })
  const { contentsOpen, notesOpen, numbersShown } = preferences.settings.value
  const hasMarginNotes = useComputed(
    () => preferences.areNotesInMargin.value && workspace.annotations.marks.value.hasNotes,
  )
  return (
    <FocusHome.Provider value={() => reader.focus.focus()}>
      <div
        class="app"
        data-contents={contentsOpen}
        data-numbers={numbersShown}
        data-margin-notes={hasMarginNotes.value}
        data-focus={preferences.focusMode.value}
      >
        <SkipLink onSkip={() => reader.focus.focus()} />
        <Header
          targets={targets}
          app={app}
          workspace={workspace}
          perform={(action) => perform(context, action)}
        />
        <NoticeList notices={notices} version={app.version} api={app.api} openId={workspace.id}>
          <FileNotices context={context} />
        </NoticeList>
        <Columns context={context}>
          {contentsOpen && <ColumnSeparator of="contents" />}
          {notesOpen && <ColumnSeparator of="notes" />}
          <Contents context={context} />
          <FindColumns context={context} />
          <Article context={context}>
            {({ margin, ...elements }) => (
              <>
                <MarginNotes context={context} margin={margin} />
                <RemarkBeside context={context} {...elements} />
                <NoteBeside context={context} {...elements} />
              </>
            )}
          </Article>
          <SaidLine announcer={announcer} note={workspace.note} of="columns" />
          <ProgressLine context={context} />
          <div class="text-foot">
            <SaidLine announcer={announcer} note={workspace.note} of="text" />
            <WayBack context={context} />
            <BackToFigures figures={workspace.figures} />
            <ReadAloudBar
              readAloud={workspace.readAloud}
              perform={(action) => perform(context, action)}
            />
          </div>
          <NotesColumn context={context} />
          <FiguresPane context={context} />
          <LibraryPane context={context} onGo={(place) => goToFound(context, place)} />
        </Columns>
        <Dialogs context={context} />
        <Announcements announcer={announcer} view={workspace.view} />
      </div>
    </FocusHome.Provider>
  )
}

/**
 * Contents, text and notes, which are out of sight while something else lies over them. CSS could see that
 * for itself, but would look over the whole page at every note that comes or goes.
 */
function Columns({
  context: { app, workspace },
  children,
}: {
  readonly context: ReaderContext
  readonly children: ComponentChildren
}) {
  const { figures, open } = workspace
  const areFiguresOver = figures.isOpen.value && open.publication.figures !== undefined
  const over = app.library.isOpen.value ? 'library' : areFiguresOver ? 'figures' : undefined
  return (
    <div class="columns" data-over={over}>
      {children}
    </div>
  )
}

/** Carries out actions, whether the menu asks for them or a key pressed in the page does. */
function useActions(context: ReaderContext, popovers: Popovers): void {
  const { keymap } = context.app.preferences
  const plainKeys = useComputed(() => plainKeysOf(keymap.value))
  useEffect(() => {
    const stopMenu = context.app.onAction((action) => perform(context, action))
    const press = (event: KeyboardEvent) => {
      const { library, offered } = context.app
      const action = actionForKey(event, plainKeys.peek())
      // Plain keys are the text's, which the library covers; and what is typed while the code of a dialog
      // is still being loaded is meant for the dialog.
      const isForText = !library.isOpen.peek() && offered.peek() === null
      if (typesAhead(event, context.app)) return event.preventDefault()
      if (action === undefined || !isForText) return undefined
      event.preventDefault()
      return perform(context, action)
    }
    const leave = (event: KeyboardEvent) => leaveOnEscape(event, context, popovers)
    window.addEventListener('keydown', press)
    window.addEventListener('keydown', leave)
    const stopBackButtons = followBackButtons((way) => perform(context, way))
    const stopSelectAll = takeSelectAll(context)
    const stopDrags = carryPassages(context)
    const stopFocus = keepFocus(() => context.reader.focus.focus())
    return () => {
      stopFocus()
      stopMenu()
      stopDrags()
      stopSelectAll()
      stopBackButtons()
      window.removeEventListener('keydown', press)
      window.removeEventListener('keydown', leave)
    }
  }, [context, popovers])
}
