import { useSignal } from '@preact/signals'
import { X } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type ActionId, actions } from '../../core/app/actions'
import { clashOf, defaultKeysOf, type KeyClash, mostKeys, withKeys } from '../../core/app/keymap'
import type { Messages } from '../../core/messages/en'
import { usePreferences } from '../state/preferences'
import { Icon } from '../ui/icon'
import { acceleratorOf, keyLabel } from '../ui/keys'

interface KeyEditorProps {
  readonly action: ActionId
  /** What the action is called. */
  readonly name: string
  readonly keys: readonly string[]
  /** Says what was done. */
  readonly say: (text: string) => void
  readonly onDone: () => void
}

/**
 * Changes the keys of an action: takes some away, adds one by pressing it, brings the usual ones back. A
 * key that another action has is taken from it only when the reader says so.
 */
export function KeyEditor({ action, name, keys, say, onDone }: KeyEditorProps) {
  const preferences = usePreferences()
  const { platform } = preferences
  const messages = preferences.messages.value
  const words = messages.ways.keys
  const refused = useSignal<{ key: string; clash: KeyClash } | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  const settings = preferences.settings.value
  const give = (given: readonly string[]) => {
    refused.value = null
    preferences.change({ keys: withKeys(settings, platform, action, given) })
    field.current?.focus()
  }
  const add = (key: string) => {
    give([...keys.slice(0, mostKeys - 1), key])
    say(words.given(keyLabel(key, platform), name))
  }
  const press = (event: KeyboardEvent) => {
    const key = acceleratorOf(event, platform)
    if (key === 'Tab' || key === 'Shift+Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Esc') return onDone()
    if (key === undefined || keys.includes(key)) return
    const clash = clashOf(settings, platform, action, key)
    if (clash === undefined) add(key)
    else refused.value = { key, clash }
  }
  const reset = () => {
    const table = actions.find(({ id }) => id === action)
    if (table !== undefined) give(defaultKeysOf(table, platform))
    say(words.isReset(name))
  }
  const problem = refused.value
  return (
    <div class="key-editor" role="group" aria-label={words.change(name)}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          class="key-chip"
          aria-label={words.remove(keyLabel(key, platform))}
          title={words.remove(keyLabel(key, platform))}
          onClick={() => give(keys.filter((other) => other !== key))}
        >
          <kbd>{keyLabel(key, platform)}</kbd>
          <Icon of={X} size={13} />
        </button>
      ))}
      <input
        ref={field}
        class="name-field"
        readOnly
        value=""
        placeholder={words.add}
        aria-label={words.addHow}
        onKeyDown={press}
      />
      {settings.keys[action] !== undefined && (
        <button type="button" class="quiet-button" onClick={reset}>
          {words.reset}
        </button>
      )}
      <button type="button" class="quiet-button" onClick={onDone}>
        {words.done}
      </button>
      {problem !== null && (
        <p class="key-clash" role="alert">
          <span>{wordsFor(problem.clash, keyLabel(problem.key, platform), messages)}</span>
          {problem.clash.with === 'action' && (
            <button type="button" class="quiet-button" onClick={() => add(problem.key)}>
              {words.useHere}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

function wordsFor(clash: KeyClash, key: string, { actions: names, ways }: Messages): string {
  switch (clash.with) {
    case 'action':
      return ways.keys.taken(key, names[clash.action].replace(/…$/u, ''))
    case 'fixed':
      return ways.keys.fixed
    case 'switch':
      return ways.keys.off
  }
}
