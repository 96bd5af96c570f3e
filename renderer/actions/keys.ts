import { type ActionId, actions } from '../../core/app/actions'
import { takesLetters } from '../ui/typing'

const plainKeys = new Map(
  actions
    .filter((action) => action.reach === 'text')
    .flatMap((action) => action.keys.map((key) => [key.toLowerCase(), action.id] as const)),
)

/**
 * The action that a plain key asks for; nothing while something is being typed, a dialog is open, or
 * a modifier is held, for then the key means something else.
 */
export function actionForKey(event: KeyboardEvent): ActionId | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.isComposing || takesLetters(event.target)) return undefined
  const key = event.key.toLowerCase()
  // On some keyboards a sign such as [ takes Shift; it is the sign that counts.
  return (event.shiftKey ? plainKeys.get(`shift+${key}`) : undefined) ?? plainKeys.get(key)
}

const names: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Plus: '+',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
}

const macNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Plus: '+',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
}

/** An accelerator as the reader's keyboard is labelled: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyLabel(accelerator: string, platform: string): string {
  const isMac = platform === 'darwin'
  const parts = accelerator.split('+').map((part) => (isMac ? macNames : names)[part] ?? part)
  return parts.join(isMac ? '' : '+')
}

/** The first keys of an action, for tooltips. */
export function keysOf(id: ActionId, platform: string): string {
  const first = actions.find((action) => action.id === id)?.keys[0]
  return first === undefined ? '' : keyLabel(first, platform)
}
