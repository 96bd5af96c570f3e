import { isFixedKey, isTypingKey } from './accelerators'
import { type Action, type ActionId, actions } from './actions'

export type Platform = 'darwin' | 'win32' | 'linux'

/** The keys of each action on one machine, as Electron accelerators; the first is shown in the menu. */
export type Keymap = ReadonlyMap<ActionId, readonly string[]>

/** What the reader has changed about the keys. */
export interface KeySettings {
  /** The keys of actions to which the reader gave others than they had. */
  readonly keys: Readonly<Partial<Record<ActionId, readonly string[]>>>
  /** Whether plain keys, such as J, do anything: one who speaks or mistypes may want that they do not. */
  readonly singleKeys: boolean
}

/** The most keys that one action can have. */
export const mostKeys = 6

/** The keys that an action has unless the reader changes them. */
export const defaultKeysOf = ({ keys, macKeys }: Action, platform: Platform): readonly string[] =>
  platform === 'darwin' ? (macKeys ?? keys) : keys

/**
 * The keys of all actions. No key has two actions: one that the reader gave to an action is taken from
 * that which had it.
 */
export function keymapOf({ keys, singleKeys }: KeySettings, platform: Platform): Keymap {
  const taken = new Set<string>()
  const own = new Map<ActionId, readonly string[]>()
  for (const { id } of actions) {
    const given = keys[id]
    if (given !== undefined) own.set(id, untaken(given, taken, platform))
  }
  return new Map(
    actions.map((action) => {
      const all = own.get(action.id) ?? untaken(defaultKeysOf(action, platform), taken, platform)
      return [action.id, singleKeys ? all : all.filter((key) => !isTypingKey(key))]
    }),
  )
}

/** The keys that are not yet taken; they are then. */
function untaken(keys: readonly string[], taken: Set<string>, platform: Platform) {
  return keys.filter((key) => {
    const normal = normalKey(key, platform)
    if (taken.has(normal) || isFixedKey(normal)) return false
    taken.add(normal)
    return true
  })
}

const modifiers: Readonly<Record<string, (platform: Platform) => string>> = {
  cmdorctrl: (platform) => (platform === 'darwin' ? 'cmd' : 'ctrl'),
  command: () => 'cmd',
  cmd: () => 'cmd',
  control: () => 'ctrl',
  ctrl: () => 'ctrl',
  option: () => 'alt',
  alt: () => 'alt',
  shift: () => 'shift',
}

/** A key in the one spelling in which two that are pressed alike are equal. */
export function normalKey(accelerator: string, platform: Platform): string {
  const parts = accelerator.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const held = parts.map((part) => modifiers[part]?.(platform) ?? part)
  return [...held.toSorted(), key].join('+')
}

/** Why a key cannot simply be given to an action. */
export type KeyClash =
  /** Another action has it. */
  | { readonly with: 'action'; readonly action: ActionId }
  /** It means something everywhere, such as copying, or moves the focus. */
  | { readonly with: 'fixed' }
  /** It is a plain key, and those are switched off. */
  | { readonly with: 'switch' }

/** What stands in the way of giving a key to an action; nothing where it is free. */
export function clashOf(
  settings: KeySettings,
  platform: Platform,
  action: ActionId,
  key: string,
): KeyClash | undefined {
  const normal = normalKey(key, platform)
  if (isFixedKey(normal)) return { with: 'fixed' }
  if (!settings.singleKeys && isTypingKey(key)) return { with: 'switch' }
  for (const [id, keys] of keymapOf(settings, platform)) {
    if (id !== action && keys.some((other) => normalKey(other, platform) === normal)) {
      return { with: 'action', action: id }
    }
  }
  return undefined
}

/**
 * The settings with these keys for an action, and for no other. Keys that are those it has anyway are
 * not kept, so that they change with the app.
 */
export function withKeys(
  { keys }: KeySettings,
  platform: Platform,
  id: ActionId,
  given: readonly string[],
): KeySettings['keys'] {
  const normal = new Set(given.map((key) => normalKey(key, platform)))
  const others = Object.entries(keys).filter(([other]) => other !== id)
  const kept = others.map(([other, list]) => [
    other,
    list?.filter((key) => !normal.has(normalKey(key, platform))),
  ])
  const usual = defaultKeysOf(actionOf(id), platform)
  const isUsual = given.length === usual.length && given.every((key, i) => key === usual[i])
  return Object.fromEntries(isUsual ? kept : [...kept, [id, given.slice(0, mostKeys)]])
}

const actionOf = (id: ActionId): Action => actions.find((action) => action.id === id) as Action
