import { ChartNoAxesColumn, FileDown, PanelLeft, PanelRight, Redo2, Search, Undo2 } from 'lucide'
import { langOf } from '../../core/text/script-tag'
import { keysOf } from '../actions/keys'
import { perform } from '../actions/perform'
import { shownTitle } from '../state/session'
import type { Stage } from '../state/stage'
import { Icon } from '../ui/icon'
import { IconButton } from '../ui/icon-button'
import { Appearance } from './appearance'
import { ScriptSwitch } from './script-switch'

/** The bar over the three columns. */
export function Header({ stage }: { stage: Stage }) {
  const { session } = stage
  const messages = session.messages.value
  const { undo, redo } = session.history.value
  const settings = session.settings.value
  const platform = session.app.platform
  const title = shownTitle(session)
  return (
    <header class="header">
      <div class="header-side">
        <IconButton
          icon={PanelLeft}
          label={messages.actions['toggle-contents']}
          keys={keysOf('toggle-contents', platform)}
          pressed={session.isNarrow.value ? session.isDrawerOpen.value : settings.contentsOpen}
          onClick={() => perform(stage, 'toggle-contents')}
        />
        <span class="header-title" lang={langOf[session.view.value.script]} aria-hidden="true">
          {title}
        </span>
      </div>
      <ScriptSwitch session={session} />
      <div class="header-side header-end">
        {session.open.publication.figures && (
          <IconButton
            icon={ChartNoAxesColumn}
            label={messages.actions.figures}
            keys={keysOf('figures', platform)}
            pressed={session.figures.isOpen.value}
            onClick={() => perform(stage, 'figures')}
          />
        )}
        <IconButton
          icon={Search}
          label={messages.find.label}
          keys={keysOf('find', platform)}
          pressed={session.find.isOpen.value}
          onClick={() => perform(stage, 'find')}
        />
        <IconButton
          icon={Undo2}
          label={messages.undo}
          keys={keysOf('undo', platform)}
          disabled={undo === null}
          onClick={() => perform(stage, 'undo')}
        />
        <IconButton
          icon={Redo2}
          label={messages.redo}
          keys={keysOf('redo', platform)}
          disabled={redo === null}
          onClick={() => perform(stage, 'redo')}
        />
        <button
          type="button"
          class="text-button"
          title={`${messages.export.title} (${keysOf('export', platform)})`}
          onClick={() => perform(stage, 'export')}
        >
          <Icon of={FileDown} />
          <span>{messages.export.button}</span>
        </button>
        <Appearance session={session} />
        <IconButton
          icon={PanelRight}
          label={messages.actions['toggle-notes']}
          keys={keysOf('toggle-notes', platform)}
          pressed={settings.notesOpen}
          onClick={() => perform(stage, 'toggle-notes')}
        />
      </div>
    </header>
  )
}
