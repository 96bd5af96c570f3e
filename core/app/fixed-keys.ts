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
