import { type Action, actions, type MenuId } from '../../core/app/actions'
import { editingKeys } from '../../core/app/editing-keys'
import { useMessages, usePreferences } from '../state/preferences'
import { Dialog } from '../ui/dialog'
import { keyLabel } from '../ui/keys'

const menus: readonly MenuId[] = ['go', 'annotate', 'edit', 'view', 'file', 'help']

/** Every key and what it does, from the table that the menus are made from. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  const messages = useMessages()
  const { notes } = messages
  return (
    <Dialog title={notes.keysTitle} onClose={onClose} wide>
      {/* Focusable, so that the keys scroll it. */}
      <div class="key-map" tabIndex={0} role="region" aria-label={notes.keysTitle} data-first-focus>
        <div class="key-columns">
          {menus.map((menu) => (
            <KeyTable
              key={menu}
              title={messages.menus[menu]}
              rows={actions.filter((action) => action.menu === menu).map(rowOf)}
            />
          ))}
          <KeyTable
            title={notes.keysElsewhere}
            rows={editingKeys.map(({ id, keys }) => [notes.keys[id], keys])}
          />
        </div>
      </div>
      <form method="dialog" class="dialog-foot">
        <button type="submit" class="primary-button">
          {notes.close}
        </button>
      </form>
    </Dialog>
  )

  function rowOf({ id, keys }: Action): Row {
    return [messages.actions[id].replace(/…$/u, ''), keys]
  }
}

type Row = readonly [what: string, keys: readonly string[]]

interface KeyTableProps {
  readonly title: string
  readonly rows: readonly Row[]
}

function KeyTable({ title, rows }: KeyTableProps) {
  const { platform } = usePreferences()
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{keyLabel(key, platform)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
