import { useComputed } from '@preact/signals'
import {
  ArrowLeft,
  ArrowRight,
  Bookmark,
  ChartNoAxesColumn,
  FileDown,
  type IconNode,
  LibraryBig,
  Minimize2,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Undo2,
  Volume2,
} from 'lucide'
import type { ActionId } from '../../core/app/actions'
import { bookmarkIn } from '../reader/bookmarking'
import type { FocusTargets } from '../reader/context'
import type { AppState } from '../state/app-state'
import { usePreferences } from '../state/preferences'
import type { WorkspaceState } from '../state/workspace-state'
import { Icon, IconButton } from '../ui/icon'
import { Appearance } from './appearance'
import { ScriptSwitch } from './script-switch'

interface HeaderProps {
  /** Where an action takes the focus: the bar, and the button of how things look. */
  readonly targets: Pick<FocusTargets, 'header' | 'appearance'>
  readonly app: AppState
  readonly workspace: WorkspaceState
  readonly perform: (action: ActionId) => void
}

/** The bar over the three columns. */
export function Header(props: HeaderProps) {
  const { app, workspace, targets, perform } = props
  return (
    <header ref={targets.header} class="header">
      <HeaderStart {...props} />
      <ScriptSwitch
        view={workspace.view}
        open={workspace.open}
        remarks={workspace.remarks}
        onRemarks={() => {
          app.dialog.value = { kind: 'remarks' }
        }}
        onRepairs={() => perform('repairs')}
        onProvenance={() => {
          app.dialog.value = { kind: 'provenance' }
        }}
      />
      <HeaderEnd {...props} />
    </header>
  )
}

/** Takes the focus to the first button of the bar. */
export function focusHeader({ header }: Pick<FocusTargets, 'header'>): void {
  header.current?.querySelector<HTMLElement>('button:enabled')?.focus()
}

/** The ways to a place in the text, and what the text is called. */
function HeaderStart({ app, workspace, perform }: HeaderProps) {
  const { view, places } = workspace
  const { focusMode, messages, settings } = usePreferences()
  const { actions, appearance, library, ways } = messages.value
  const { back, forward } = places.history.value
  const isBookmarkedHere = useComputed(
    () => bookmarkIn(workspace, workspace.open.document.blockAt(view.place.value)) !== undefined,
  ).value
  return (
    <div class="header-side">
      {focusMode.value && (
        <ActionButton
          perform={perform}
          action="focus-mode"
          icon={Minimize2}
          label={appearance.leaveFocus}
        />
      )}
      <ActionButton
        perform={perform}
        action="toggle-contents"
        icon={PanelLeft}
        label={actions['toggle-contents']}
        pressed={app.isNarrow.value ? app.isDrawerOpen.value : settings.value.contentsOpen}
      />
      <ActionButton
        perform={perform}
        action="library"
        icon={LibraryBig}
        label={library.title}
        pressed={app.library.isOpen.value}
      />
      <ActionButton
        perform={perform}
        action="back"
        icon={ArrowLeft}
        label={ways.back}
        disabled={back.length === 0}
      />
      <ActionButton
        perform={perform}
        action="forward"
        icon={ArrowRight}
        label={ways.forward}
        disabled={forward.length === 0}
      />
      <ActionButton
        perform={perform}
        action="bookmark"
        icon={Bookmark}
        label={ways.bookmarks.name}
        pressed={isBookmarkedHere}
      />
      <span class="header-title" lang={view.rendition.value.lang} aria-hidden="true">
        {view.title.value}
      </span>
    </div>
  )
}

/** What one does with the text, and how it looks. */
function HeaderEnd({ targets, workspace, perform }: HeaderProps) {
  const { view, find, figures, open, annotations, readAloud } = workspace
  const preferences = usePreferences()
  const messages = preferences.messages.value
  const { undo, redo } = annotations.history.value
  const isReport = open.publication.file === undefined
  return (
    <div class="header-side header-end">
      {open.publication.figures && (
        <ActionButton
          perform={perform}
          action="figures"
          icon={ChartNoAxesColumn}
          label={messages.actions.figures}
          pressed={figures.isOpen.value}
        />
      )}
      <ActionButton
        perform={perform}
        action="find"
        icon={Search}
        label={isReport ? messages.find.label : messages.find.labelOfAny}
        pressed={find.isOpen.value}
      />
      <ActionButton
        perform={(action) => (readAloud.stop() ? undefined : perform(action))}
        action="read-aloud"
        icon={Volume2}
        label={messages.ways.voice.title}
        pressed={readAloud.status.value !== 'off'}
      />
      <ActionButton
        perform={perform}
        action="undo"
        icon={Undo2}
        label={messages.undo}
        disabled={undo === null}
      />
      <ActionButton
        perform={perform}
        action="redo"
        icon={Redo2}
        label={messages.redo}
        disabled={redo === null}
      />
      <button
        type="button"
        class="text-button"
        title={preferences.withKeys(messages.export.title, 'export')}
        onClick={() => perform('export')}
      >
        <Icon of={FileDown} />
        <span>{messages.export.button}</span>
      </button>
      <Appearance target={targets.appearance} view={view} />
      <ActionButton
        perform={perform}
        action="toggle-notes"
        icon={PanelRight}
        label={messages.actions['toggle-notes']}
        pressed={preferences.settings.value.notesOpen}
      />
    </div>
  )
}

interface ActionButtonProps {
  readonly action: ActionId
  readonly icon: IconNode
  readonly label: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly perform: (action: ActionId) => void
}

/** A button for an action of the table, which names the keys that do the same. */
function ActionButton({ action, perform, ...shown }: ActionButtonProps) {
  const keys = usePreferences().keysOf(action)
  return <IconButton {...shown} keys={keys} onClick={() => perform(action)} />
}
