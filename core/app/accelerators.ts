/**
 * Whether a key, as an Electron accelerator, is also one that types, or edits what was typed: a plain
 * key, perhaps with Shift. On macOS the menu would take such a key even while a note is being written.
 */
export function isTypingKey(accelerator: string): boolean {
  const modifiers = accelerator.split('+').slice(0, -1)
  const isHeld = modifiers.some((modifier) => modifier !== '' && modifier !== 'Shift')
  return !isHeld && !/(?:^|\+)F\d{1,2}$/u.test(accelerator)
}

/**
 * Keys that no action can have, for they mean something wherever one is: they edit, move the focus or the
 * page, extend a selection, or are the system's. In the spelling of `normalKey`.
 */
const fixed: readonly RegExp[] = [
  // Copy, paste, cut, select all; quit, close, minimise, hide.
  /^(?:ctrl|cmd)\+[xcvaqwmh]$/u,
  // Move the focus, press, leave.
  /^(?:(?:alt|cmd|ctrl|shift)\+)*(?:tab|esc|escape|enter|return|space)$/u,
  // Move the page and the caret, and extend the selection.
  /^(?:(?:cmd|ctrl|shift)\+)*(?:left|right|up|down|home|end|pageup|pagedown)$/u,
  // The system's menus, the tools of developers.
  /^(?:f10|shift\+f10|alt\+f4|f12|alt\+cmd\+i)$/u,
]

/** Whether a key belongs to no action. @param normal as `normalKey` spells it */
export const isFixedKey = (normal: string): boolean => fixed.some((keys) => keys.test(normal))

/** What an Electron accelerator looks like, as far as the app writes them. */
export const acceleratorPattern =
  /^(?:CmdOrCtrl\+)?(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[\x21-\x2a\x2c-\x7e]|F(?:[1-9]|1\d|2[0-4])|Plus|Left|Right|Up|Down|Home|End|PageUp|PageDown|Insert|Delete|Backspace)$/u
