import {
  ChartNoAxesColumn,
  FileDown,
  LibraryBig,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Undo2,
} from 'lucide'
import type { ActionId } from '../../core/app/actions'
import type { AppState } from '../state/app-state'
import { usePreferences } from '../state/preferences'
import type { WorkspaceState } from '../state/workspace-state'
import type { FocusTarget } from '../ui/focus'
import { Icon, IconButton } from '../ui/icon'
import { keysOf } from '../ui/keys'
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
  const { view, find, figures, explanation, open, annotations } = workspace
  const preferences = usePreferences()
  const { platform } = preferences
  const messages = preferences.messages.value
  const { undo, redo } = annotations.history.value
  const settings = preferences.settings.value
  return (
    <header class="header">
      <div class="header-side">
        <IconButton
          icon={PanelLeft}
          label={messages.actions['toggle-contents']}
          keys={keysOf('toggle-contents', platform)}
          pressed={app.isNarrow.value ? app.isDrawerOpen.value : settings.contentsOpen}
          onClick={() => perform('toggle-contents')}
        />
        <IconButton
          icon={LibraryBig}
          label={messages.library.title}
          keys={keysOf('library', platform)}
          pressed={app.library.isOpen.value}
          onClick={() => perform('library')}
        />
        <span class="header-title" lang={view.rendition.value.lang} aria-hidden="true">
          {view.title.value}
        </span>
      </div>
      <ScriptSwitch
        view={view}
        open={open}
        explanation={explanation}
        onRemarks={() => {
          app.dialog.value = { kind: 'remarks' }
        }}
        onProvenance={() => {
          app.dialog.value = { kind: 'provenance' }
        }}
      />
      <div class="header-side header-end">
        {open.publication.figures && (
          <IconButton
            icon={ChartNoAxesColumn}
            label={messages.actions.figures}
            keys={keysOf('figures', platform)}
            pressed={figures.isOpen.value}
            onClick={() => perform('figures')}
          />
        )}
        <IconButton
          icon={Search}
          label={messages.find.label}
          keys={keysOf('find', platform)}
          pressed={find.isOpen.value}
          onClick={() => perform('find')}
        />
        <IconButton
          icon={Undo2}
          label={messages.undo}
          keys={keysOf('undo', platform)}
          disabled={undo === null}
          onClick={() => perform('undo')}
        />
        <IconButton
          icon={Redo2}
          label={messages.redo}
          keys={keysOf('redo', platform)}
          disabled={redo === null}
          onClick={() => perform('redo')}
        />
        <button
          type="button"
          class="text-button"
          title={`${messages.export.title} (${keysOf('export', platform)})`}
          onClick={() => perform('export')}
        >
          <Icon of={FileDown} />
          <span>{messages.export.button}</span>
        </button>
        <Appearance target={appearance} />
        <IconButton
          icon={PanelRight}
          label={messages.actions['toggle-notes']}
          keys={keysOf('toggle-notes', platform)}
          pressed={settings.notesOpen}
          onClick={() => perform('toggle-notes')}
        />
      </div>
    </header>
  )
}
