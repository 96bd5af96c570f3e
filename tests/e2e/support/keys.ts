import { isTypingKey } from '../../../core/app/accelerators'
import type { ActionId } from '../../../core/app/actions'
import { keymapOf, type Platform } from '../../../core/app/keymap'
import { defaultSettings } from '../../../core/app/settings'

/** A key as Playwright spells it, in one order and case. */
function spelled(key: string): string {
  const parts = key.replace('CmdOrCtrl', 'Control').replace(/Plus$/u, '=').split('+')
  const names: Readonly<Record<string, string>> = { Alt: 'alt', Control: 'control', Shift: 'shift' }
  const modifiers = parts.slice(0, -1).map((name) => names[name] ?? name)
  return [...modifiers.toSorted(), (parts.at(-1) ?? '').toLowerCase()].join('+')
}

const itemsByKey = new Map(
  [...keymapOf(defaultSettings, process.platform as Platform)].flatMap(([id, keys]) =>
    keys.filter((key) => !isTypingKey(key)).map((key) => [spelled(key), id] as const),
  ),
)

/** The item of the application menu that takes a key, if one does. */
export const menuItemOf = (key: string): ActionId | undefined => itemsByKey.get(spelled(key))

/** A key as this system has it: ⌘ stands for Control on a Mac. */
export const systemKey = (key: string): string =>
  process.platform === 'darwin' ? key.replace('Control', 'Meta') : key
