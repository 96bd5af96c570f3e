import { type Action, type ActionId, actions } from './actions'

export type Platform = 'darwin' | 'win32' | 'linux'

/** The keys of each action on one machine, as Electron accelerators; the first is shown in the menu. */
export type Keymap = ReadonlyMap<ActionId, readonly string[]>

/** The keys that an action has unless the reader changes them. */
export const defaultKeysOf = ({ keys, macKeys }: Action, platform: Platform): readonly string[] =>
  platform === 'darwin' ? (macKeys ?? keys) : keys

export const keymapOn = (platform: Platform): Keymap =>
  new Map(actions.map((action) => [action.id, defaultKeysOf(action, platform)]))
