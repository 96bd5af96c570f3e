import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import { RotateCcw } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type ActionId, actions, type MenuId } from '../../core/app/actions'
import { editingKeys } from '../../core/app/editing-keys'
import { fold } from '../../core/script/folding'
import { type Preferences, usePreferences } from '../state/preferences'
import { CloseButton, Dialog } from '../ui/dialog'
import { moveAlong } from '../ui/focus'
import { Icon } from '../ui/icon'
import { keyLabel } from '../ui/keys'
import { typedInto } from '../ui/typing'
import { KeyEditor } from './key-editor'

const menus: readonly MenuId[] = ['go', 'annotate', 'edit', 'view', 'file', 'help']

/** Every key and what it does, to be looked through and changed: from the table that the menus are made from. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  const { notes, ways } = usePreferences().messages.value
  const query = useSignal('')
  const edited = useSignal<ActionId | null>(null)
  const said = useSignal('')
  return (
    <Dialog title={notes.keysTitle} onClose={onClose} wide>
      <div class="key-tools">
        <input
          type="search"
          class="name-field"
          aria-label={ways.keys.find}
          placeholder={ways.keys.find}
          data-first-focus
          {...typedInto((text) => {
            query.value = text
          })}
        />
        <SingleKeysSwitch />
        <ResetButton
          onReset={() => {
            edited.value = null
            said.value = ways.keys.allReset
          }}
        />
      </div>
      <KeyColumns query={query} edited={edited} said={said} />
      <p class="key-said" role="status">
        {said.value}
      </p>
      <CloseButton label={notes.close} />
    </Dialog>
  )
}

/** Whether letters alone do something. */
function SingleKeysSwitch() {
  const preferences = usePreferences()
  const words = preferences.messages.value.ways.keys
  const { singleKeys } = preferences.settings.value
  return (
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
  )
}

/** Gives every action the keys it had at first. */
function ResetButton({ onReset }: { onReset: () => void }) {
  const preferences = usePreferences()
  return (
    <button
      type="button"
      class="quiet-button"
      disabled={Object.keys(preferences.settings.value.keys).length === 0}
      onClick={() => {
        preferences.change({ keys: {} })
        onReset()
      }}
    >
      <Icon of={RotateCcw} size={15} />
      <span>{preferences.messages.value.ways.keys.resetAll}</span>
    </button>
  )
}

interface KeyColumnsProps {
  readonly query: ReadonlySignal<string>
  /** The action of which the keys are being changed. */
  readonly edited: Signal<ActionId | null>
  /** What came of a change, for the reader. */
  readonly said: Signal<string>
}

/** The keys that are looked for, by the menus their actions stand in. */
function KeyColumns({ query, edited, said }: KeyColumnsProps) {
  const preferences = usePreferences()
  const messages = preferences.messages.value
  const { notes } = messages
  const map = useRef<HTMLDivElement>(null)
  const fits = fitting(query.value, preferences.platform)
  const sections = menus.map((menu) => ({
    menu,
    rows: rowsOf(menu, preferences).filter(
      (row) => row.id === edited.value || fits(row.name, row.keys),
    ),
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
    // Focusable, so that the keys scroll it.
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
                    <EditableRow key={row.id} row={row} edited={edited} said={said} />
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
      {isNothing && <p class="hint">{messages.ways.keys.none}</p>}
    </div>
  )
}

interface Row {
  readonly id: ActionId
  readonly name: string
  readonly keys: readonly string[]
}

const rowsOf = (menu: MenuId, { messages, keymap }: Preferences): readonly Row[] =>
  actions
    .filter((action) => action.menu === menu)
    .map(({ id }) => ({
      id,
      name: messages.value.actions[id].replace(/…$/u, ''),
      keys: keymap.value.get(id) ?? [],
    }))

/** Whether a row is looked for, by its name or its keys, whatever the script. */
function fitting(query: string, platform: string) {
  const wanted = fold(query).trim()
  return (name: string, keys: readonly string[]) =>
    [name, ...keys.map((key) => keyLabel(key, platform))].some((text) =>
      fold(text).includes(wanted),
    )
}

interface EditableRowProps extends Omit<KeyColumnsProps, 'query'> {
  readonly row: Row
}

/** An action with its keys, and where they are being changed, what changes them. */
function EditableRow({ row, edited, said }: EditableRowProps) {
  const isOpen = edited.value === row.id
  return (
    <li data-changed={usePreferences().settings.value.keys[row.id] !== undefined}>
      <KeyRow
        row={row}
        isOpen={isOpen}
        onOpen={() => {
          edited.value = isOpen ? null : row.id
        }}
      />
      {isOpen && (
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
  )
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
