import { useEffect, useMemo } from 'preact/hooks'
import { actionForKey } from './actions/keys'
import { leaveOnEscape } from './actions/leave'
import { perform } from './actions/perform'
import { Dialogs } from './dialogs'
import { FiguresPane } from './figures/figures-pane'
import { Find } from './find/find-bar'
import { FindList } from './find/find-list'
import { NotesColumn } from './notes/notes-column'
import { Article } from './reader/article'
import { Reader } from './reader/reader'
import { Announcements } from './shell/announcements'
import { Contents } from './shell/contents'
import { offerContextMenus } from './shell/context-menu'
import { carryPassages } from './shell/drag-and-drop'
import { Header } from './shell/header'
import { StoreNotices } from './shell/store-notices'
import type { Session } from './state/session'
import type { Stage } from './state/stage'

/** The whole page: a bar, and under it contents, text and notes. */
export function App({ session }: { session: Session }) {
  const stage = useMemo(
    (): Stage => ({
      session,
      reader: new Reader(session),
    }),
    [session],
  )
  useActions(stage)
  const { contentsOpen, notesOpen, textSize } = session.settings.value
  return (
    <div
      class="app"
      data-contents={contentsOpen}
      data-notes={notesOpen}
      style={{ '--text-size': `${textSize}px` }}
    >
      <Header stage={stage} />
      <StoreNotices session={session} />
      <div class="columns">
        <Contents session={session} reader={stage.reader} />
        <Find stage={stage} />
        <FindList stage={stage} />
        <Article stage={stage} />
        <NotesColumn stage={stage} />
        <FiguresPane stage={stage} />
      </div>
      <Dialogs session={session} />
      <Announcements session={session} />
    </div>
  )
}

/** Carries out actions, whether the menu asks for them or a key pressed in the page does. */
function useActions(stage: Stage): void {
  useEffect(() => {
    const stopEvents = stage.session.api.onEvent((event) => {
      if (event.kind === 'action') perform(stage, event.action)
    })
    const press = (event: KeyboardEvent) => {
      const action = actionForKey(event)
      if (action === undefined) return
      event.preventDefault()
      perform(stage, action)
    }
    const leave = (event: KeyboardEvent) => leaveOnEscape(event, stage)
    window.addEventListener('keydown', press)
    window.addEventListener('keydown', leave)
    const stopMenus = offerContextMenus(stage)
    const stopDrags = carryPassages(stage)
    return () => {
      stopEvents()
      stopMenus()
      stopDrags()
      window.removeEventListener('keydown', press)
      window.removeEventListener('keydown', leave)
    }
  }, [stage])
}
