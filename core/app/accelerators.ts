/**
 * Whether a key, as an Electron accelerator, is also one that types, or edits what was typed: a plain
 * key, perhaps with Shift. On macOS the menu would take such a key even while a note is being written.
 */
export function isTypingKey(accelerator: string): boolean {
  const modifiers = accelerator.split('+').slice(0, -1)
  const isHeld = modifiers.some((modifier) => modifier !== '' && modifier !== 'Shift')
  return !isHeld && !/(?:^|\+)F\d{1,2}$/u.test(accelerator)
}
