import type { Platform } from '../../core/app/keymap'

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

/** Keys by their place on the keyboard, where what they write depends on what is held. */
const signs: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
}

/** Keys that write nothing, as accelerators call them. */
const others: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  Enter: 'Enter',
  Tab: 'Tab',
  ' ': 'Space',
  '+': 'Plus',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
  Backspace: 'Backspace',
}

/**
 * The accelerator of a key that is pressed. With a modifier it is the place of the key that counts, as in
 * a menu; alone, the sign that it writes. Nothing where only a modifier is down, or what it writes is no
 * key of an accelerator.
 */
export function acceleratorOf(event: KeyboardEvent, platform: Platform): string | undefined {
  const isMac = platform === 'darwin'
  const held = [
    ...((isMac ? event.metaKey : event.ctrlKey) ? ['CmdOrCtrl'] : []),
    ...(isMac && event.ctrlKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
  ]
  const isPlain = held.length === 0
  const key = others[event.key] ?? (isPlain ? plainKey(event.key) : placedKey(event))
  if (key === undefined) return undefined
  // A sign says itself whether Shift was held.
  const isSign = isPlain && /^[^A-Z]$/u.test(key)
  return [...held, ...(event.shiftKey && !isSign && key !== 'Plus' ? ['Shift'] : []), key].join('+')
}

const functionKey = /^F(?:[1-9]|1\d|2[0-4])$/u

const plainKey = (key: string): string | undefined =>
  functionKey.test(key) || /^[!-~]$/u.test(key) ? key.replace(/^[a-z]$/u, upper) : undefined

const placedKey = ({ key, code }: KeyboardEvent): string | undefined =>
  functionKey.test(key) ? key : (/^(?:Key|Digit)(.)$/u.exec(code)?.[1] ?? signs[code])

const upper = (letter: string) => letter.toUpperCase()

/** An accelerator as the reader's keyboard is labelled: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyLabel(accelerator: string, platform: string): string {
  const isMac = platform === 'darwin'
  const parts = accelerator.split('+').map((part) => (isMac ? macNames : names)[part] ?? part)
  return parts.join(isMac ? '' : '+')
}
