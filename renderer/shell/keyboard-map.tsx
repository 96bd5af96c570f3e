import { useSignal } from '@preact/signals'
import { RotateCcw } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type ActionId, actions, type MenuId } from '../../core/app/actions'
import { editingKeys } from '../../core/app/editing-keys'
import type { Messages } from '../../core/messages/en'
import { fold } from '../../core/script/folding'
import { usePreferences } from '../state/preferences'
import { CloseButton, Dialog } from '../ui/dialog'
import { moveAlong } from '../ui/focus'
import { Icon } from '../ui/icon'
import { keyLabel } from '../ui/keys'
import { typedInto } from '../ui/typing'
import { KeyEditor } from './key-editor'

const menus: readonly MenuId[] = ['go', 'annotate', 'edit', 'view', 'file', 'help']

/** Every key and what it does, to be looked through and changed: from the table that the menus are made from. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  const preferences = usePreferences()
  const messages = preferences.messages.value
  const { notes } = messages
  const words = messages.ways.keys
  const query = useSignal('')
  const edited = useSignal<ActionId | null>(null)
  const said = useSignal('')
  const map = useRef<HTMLDivElement>(null)
  const { keys, singleKeys } = preferences.settings.value
  const fits = fitting(query.value, preferences.platform)
  const sections = menus.map((menu) => ({
    menu,
    rows: actions
      .filter((action) => action.menu === menu)
      .map(({ id }) => ({
        id,
        name: nameOf(messages, id),
        keys: preferences.keymap.value.get(id) ?? [],
      }))
      .filter((row) => row.id === edited.value || fits(row.name, row.keys)),
  }))
  const elsewhere = editingKeys.filter((row) => fits(notes.keys[row.id], row.keys))
  const isNothing = elsewhere.length === 0 && sections.every(({ rows }) => rows.length === 0)
  const wasEdited = useRef<ActionId | null>(null)
  useLayoutEffect(() => {
    // The button that stood where the editor was, or the one that is gone.
    if (edited.value === null && wasEdited.current !== null) {
      map.current?.querySelector<HTMLElement>(`[data-action="${wasEdited.current}"]`)?.focus()
    }
    wasEdited.current = edited.value
  }, [edited.value])
  return (
    <Dialog title={notes.keysTitle} onClose={onClose} wide>
      <div class="key-tools">
        <input
          type="search"
          class="name-field"
          aria-label={words.find}
          placeholder={words.find}
          data-first-focus
          {...typedInto((text) => {
            query.value = text
          })}
        />
        <label title={words.singleKeysHow}>
          <input
            type="checkbox"
            role="switch"
            checked={singleKeys}
            aria-description={words.singleKeysHow}
            onChange={() => preferences.change({ singleKeys: !singleKeys })}
          />
          <span>{words.singleKeys}</span>
        </label>
        <button
          type="button"
          class="quiet-button"
          disabled={Object.keys(keys).length === 0}
          onClick={() => {
            preferences.change({ keys: {} })
            edited.value = null
            said.value = words.allReset
          }}
        >
          <Icon of={RotateCcw} size={15} />
          <span>{words.resetAll}</span>
        </button>
      </div>
      {/* Focusable, so that the keys scroll it. */}
      <div
        ref={map}
        class="key-map"
        tabIndex={0}
        role="region"
        aria-label={notes.keysTitle}
        onKeyDown={(event) => {
          if (edited.value === null) moveAlong(event, map.current, 'vertical')
        }}
      >
        <div class="key-columns">
          {sections.map(
            ({ menu, rows }) =>
              rows.length > 0 && (
                <section key={menu}>
                  <h3>{messages.menus[menu]}</h3>
                  <ul>
                    {rows.map((row) => (
                      <li key={row.id} data-changed={keys[row.id] !== undefined}>
                        <KeyRow
                          row={row}
                          isOpen={edited.value === row.id}
                          onOpen={() => {
                            edited.value = edited.value === row.id ? null : row.id
                          }}
                        />
                        {edited.value === row.id && (
                          <KeyEditor
                            action={row.id}
                            name={row.name}
                            keys={row.keys}
                            say={(text) => {
                              said.value = text
                            }}
                            onDone={() => {
                              edited.value = null
                            }}
                          />
                        )}
                      </li>
                    ))}
                  </ul>
                </section>
              ),
          )}
          {elsewhere.length > 0 && (
            <section>
              <h3>{notes.keysElsewhere}</h3>
              <ul>
                {elsewhere.map((row) => (
                  <li key={row.id}>
                    <div class="key-row">
                      <span>{notes.keys[row.id]}</span>
                      <Keys keys={row.keys} />
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        {isNothing && <p class="hint">{words.none}</p>}
      </div>
      <p class="key-said" role="status">
        {said.value}
      </p>
      <CloseButton label={notes.close} />
    </Dialog>
  )
}

const nameOf = (messages: Messages, id: ActionId) => messages.actions[id].replace(/…$/u, '')

/** Whether a row is looked for, by its name or its keys, whatever the script. */
function fitting(query: string, platform: string) {
  const wanted = fold(query).trim()
  return (name: string, keys: readonly string[]) =>
    [name, ...keys.map((key) => keyLabel(key, platform))].some((text) =>
      fold(text).includes(wanted),
    )
}

interface Row {
  readonly id: ActionId
  readonly name: string
  readonly keys: readonly string[]
}

interface KeyRowProps {
  readonly row: Row
  readonly isOpen: boolean
  readonly onOpen: () => void
}

/** What an action is called; its keys are the button that changes them. */
function KeyRow({ row, isOpen, onOpen }: KeyRowProps) {
  const words = usePreferences().messages.value.ways.keys
  return (
    <div class="key-row">
      <span>{row.name}</span>
      <button
        type="button"
        class="key-button"
        data-action={row.id}
        aria-expanded={isOpen}
        title={words.change(row.name)}
        onClick={onOpen}
      >
        {row.keys.length === 0 ? (
          <span class="key-none">{words.noKey}</span>
        ) : (
          <Keys keys={row.keys} />
        )}
        <span class="visually-hidden">{words.change(row.name)}</span>
      </button>
    </div>
  )
}

function Keys({ keys }: { keys: readonly string[] }) {
  const { platform } = usePreferences()
  return (
    <span class="keys">
      {keys.map((key) => (
        <kbd key={key}>{keyLabel(key, platform)}</kbd>
      ))}
    </span>
  )
}
