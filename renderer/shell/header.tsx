import { useComputed } from '@preact/signals'
import {
  ArrowLeft,
  ArrowRight,
  Bookmark,
  ChartNoAxesColumn,
  FileDown,
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
import type { AppState } from '../state/app-state'
import { usePreferences } from '../state/preferences'
import type { WorkspaceState } from '../state/workspace-state'
import type { FocusTarget } from '../ui/focus'
import { Icon, IconButton } from '../ui/icon'
import { Appearance } from './appearance'
import { ScriptSwitch } from './script-switch'

interface HeaderProps {
  /** Where an action is given the button of how things look. */
  readonly appearance: FocusTarget
  readonly app: AppState
  readonly workspace: WorkspaceState
  readonly perform: (action: ActionId) => void
}

/** The bar over the three columns. */
export function Header({ appearance, app, workspace, perform }: HeaderProps) {
  const { view, find, figures, remarks, open, annotations, readAloud } = workspace
  const preferences = usePreferences()
  const messages = preferences.messages.value
  const history = workspace.places.history.value
  const { undo, redo } = annotations.history.value
  const settings = preferences.settings.value
  const isReport = open.publication.file === undefined
  const isBookmarkedHere = useComputed(
    () => bookmarkIn(workspace, workspace.open.document.blockAt(view.place.value)) !== undefined,
  ).value
  return (
    <header class="header">
      <div class="header-side">
        {preferences.focusMode.value && (
          <IconButton
            icon={Minimize2}
            label={messages.appearance.leaveFocus}
            keys={preferences.keysOf('focus-mode')}
            onClick={() => perform('focus-mode')}
          />
        )}
        <IconButton
          icon={PanelLeft}
          label={messages.actions['toggle-contents']}
          keys={preferences.keysOf('toggle-contents')}
          pressed={app.isNarrow.value ? app.isDrawerOpen.value : settings.contentsOpen}
          onClick={() => perform('toggle-contents')}
        />
        <IconButton
          icon={LibraryBig}
          label={messages.library.title}
          keys={preferences.keysOf('library')}
          pressed={app.library.isOpen.value}
          onClick={() => perform('library')}
        />
        <IconButton
          icon={ArrowLeft}
          label={messages.ways.back}
          keys={preferences.keysOf('back')}
          disabled={history.back.length === 0}
          onClick={() => perform('back')}
        />
        <IconButton
          icon={ArrowRight}
          label={messages.ways.forward}
          keys={preferences.keysOf('forward')}
          disabled={history.forward.length === 0}
          onClick={() => perform('forward')}
        />
        <IconButton
          icon={Bookmark}
          label={messages.ways.bookmarks.name}
          keys={preferences.keysOf('bookmark')}
          pressed={isBookmarkedHere}
          onClick={() => perform('bookmark')}
        />
        <span class="header-title" lang={view.rendition.value.lang} aria-hidden="true">
          {view.title.value}
        </span>
      </div>
      <ScriptSwitch
        view={view}
        open={open}
        remarks={remarks}
        onRemarks={() => {
          app.dialog.value = { kind: 'remarks' }
        }}
        onRepairs={() => perform('repairs')}
        onProvenance={() => {
          app.dialog.value = { kind: 'provenance' }
        }}
      />
      <div class="header-side header-end">
        {open.publication.figures && (
          <IconButton
            icon={ChartNoAxesColumn}
            label={messages.actions.figures}
            keys={preferences.keysOf('figures')}
            pressed={figures.isOpen.value}
            onClick={() => perform('figures')}
          />
        )}
        <IconButton
          icon={Search}
          label={isReport ? messages.find.label : messages.find.labelOfAny}
          keys={preferences.keysOf('find')}
          pressed={find.isOpen.value}
          onClick={() => perform('find')}
        />
        <IconButton
          icon={Volume2}
          label={messages.ways.voice.title}
          keys={preferences.keysOf('read-aloud')}
          pressed={readAloud.status.value !== 'off'}
          onClick={() => (readAloud.stop() ? undefined : perform('read-aloud'))}
        />
        <IconButton
          icon={Undo2}
          label={messages.undo}
          keys={preferences.keysOf('undo')}
          disabled={undo === null}
          onClick={() => perform('undo')}
        />
        <IconButton
          icon={Redo2}
          label={messages.redo}
          keys={preferences.keysOf('redo')}
          disabled={redo === null}
          onClick={() => perform('redo')}
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
        <Appearance target={appearance} view={view} />
        <IconButton
          icon={PanelRight}
          label={messages.actions['toggle-notes']}
          keys={preferences.keysOf('toggle-notes')}
          pressed={settings.notesOpen}
          onClick={() => perform('toggle-notes')}
        />
      </div>
    </header>
  )
}
