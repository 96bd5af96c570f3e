import { type ActionId, actions } from '../../core/actions/actions'

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
  if (event.isComposing || isForTyping(event.target)) return undefined
  return plainKeys.get(event.key.toLowerCase())
}

function isForTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], dialog, [role="menu"]') !== null
  )
}

const names: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Plus: '+',
}

const macNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Plus: '+',
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
