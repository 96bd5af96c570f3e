/** Accelerators as Electron writes them, and key strokes as a page sees them. Runs in both. */

/** A key pressed in a page. */
export interface Stroke {
  key: string
  code: string
  control: boolean
  shift: boolean
  alt: boolean
  meta: boolean
}

const aliases: Record<string, string> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  del: 'delete',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** Keys that need Shift on some layouts, so that Shift says nothing about them. */
const shiftedKeys = new Set(['+', '?', '!', '@', '#', '$', '%', '^', '&', '*', '(', ')', '_', ':'])

/** Whether `stroke` is what `accelerator` (such as `CmdOrCtrl+Shift+Z`) names. */
export function matches(accelerator: string, stroke: Stroke, mac: boolean): boolean {
  const parts = accelerator.toLowerCase().split('+')
  const name = accelerator.endsWith('+') ? '+' : (parts.pop() ?? '')
  const key = aliases[name] ?? name
  const has = (...names: string[]): boolean => parts.some((part) => names.includes(part))
  const either = has('commandorcontrol', 'cmdorctrl')
  return (
    stroke.control === (has('control', 'ctrl') || (either && !mac)) &&
    stroke.meta === (has('command', 'cmd', 'meta', 'super') || (either && mac)) &&
    stroke.alt === has('alt', 'option') &&
    (stroke.shift === has('shift') || (shiftedKeys.has(key) && !has('shift'))) &&
    (stroke.key.toLowerCase() === key || stroke.code.toLowerCase() === codeOf(key))
  )
}

/** The physical key of a letter or digit: with Shift or another layout, `key` differs. */
function codeOf(key: string): string | undefined {
  if (/^[a-z]$/.test(key)) return `key${key}`
  if (/^[0-9]$/.test(key)) return `digit${key}`
  return undefined
}
