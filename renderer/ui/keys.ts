import { type ActionId, actions } from '../../core/app/actions'

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
