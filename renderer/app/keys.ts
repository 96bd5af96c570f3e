import { isTypingKey } from '../../core/app/accelerators'
import type { ActionId } from '../../core/app/actions'
import type { Keymap } from '../../core/app/keymap'
import type { ReaderContext } from '../reader/context'
import type { AppState } from '../state/app-state'
import type { Popovers } from '../ui/popover'
import { isComposing, takesLetters } from '../ui/typing'

/** Plain keys, which the menu leaves to the page, in lower case. */
type PlainKeys = ReadonlyMap<string, ActionId>

export const plainKeysOf = (keymap: Keymap): PlainKeys =>
  new Map(
    [...keymap].flatMap(([id, keys]) =>
      keys.filter(isTypingKey).map((key) => [key.toLowerCase(), id] as const),
    ),
  )

/**
 * The action that a plain key asks for; nothing while something is being typed, a dialog is open, or
 * a modifier is held, for then the key means something else.
 */
export function actionForKey(event: KeyboardEvent, plainKeys: PlainKeys): ActionId | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (isComposing(event) || takesLetters(event.target)) return undefined
  const key = event.key.toLowerCase()
  // On some keyboards a sign such as [ takes Shift; it is the sign that counts.
  return (event.shiftKey ? plainKeys.get(`shift+${key}`) : undefined) ?? plainKeys.get(key)
}

/**
 * Takes a letter that is typed before the palette's field is there, for it would be missing from the name
 * of what is asked for. Says whether it was one.
 */
export function typesAhead(event: KeyboardEvent, { dialog }: Pick<AppState, 'dialog'>): boolean {
  const open = dialog.peek()
  if (open?.kind !== 'commands' || open.typed === null) return false
  const isHeld = event.ctrlKey || event.metaKey || event.altKey
  if (event.key.length !== 1 || isHeld || isComposing(event)) return false
  dialog.value = { ...open, typed: open.typed + event.key }
  return true
}

/** Closes something if it is open; says whether it was. */
type Closing = (context: ReaderContext) => boolean

/** What Escape closes, the topmost first. */
const closings: readonly Closing[] = [
  leaveLibrary,
  leaveFigures,
  closeRemark,
  leaveSelection,
  leaveCaret,
  leaveReading,
  leaveDrawer,
  leaveNote,
  leaveCard,
  leaveNotesSheet,
  leaveFocusMode,
]

/**
 * Closes what is open and topmost, one thing a press, where the thing that has the focus has not done
 * so itself. Menus and dialogs are the platform's to close.
 */
export function leaveOnEscape(
  event: KeyboardEvent,
  context: ReaderContext,
  popovers: Popovers,
): void {
  if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return
  if (context.app.offered.peek() !== null || popovers.isOneOpen) return
  if (closings.some((close) => close(context))) event.preventDefault()
}

function leaveLibrary({ app: { library } }: ReaderContext): boolean {
  return library.close()
}

function leaveFigures({ workspace: { figures } }: ReaderContext): boolean {
  return figures.close()
}

function closeRemark({ workspace: { remarks } }: ReaderContext): boolean {
  if (remarks.open.peek() === null) return false
  remarks.close()
  return true
}

function leaveSelection({ workspace, reader, targets }: ReaderContext): boolean {
  const range = workspace.selection.range.peek()
  if (range === null) return false
  // The bar over the selection goes with it; a focus on one of its buttons would be lost.
  if (targets.selectionBar.holdsFocus) reader.focus.focusAt(range.start)
  reader.selection.clear()
  return true
}

function leaveCaret({ workspace: { selection } }: ReaderContext): boolean {
  return selection.hideCaret()
}

function leaveReading({ workspace: { readAloud } }: ReaderContext): boolean {
  return readAloud.stop()
}

function leaveDrawer({ app }: ReaderContext): boolean {
  if (!app.isNarrow.peek() || !app.isDrawerOpen.peek()) return false
  app.isDrawerOpen.value = false
  return true
}

function leaveNote({ workspace: { note } }: ReaderContext): boolean {
  if (note.editing.peek() === null) return false
  note.leave()
  return true
}

function leaveCard({ workspace: { note }, targets }: ReaderContext): boolean {
  if (note.activeId.peek() === null) return false
  // Buttons of the open card go; the card stays.
  if (targets.openCard.holdsFocus) targets.openCard.focus()
  note.activeId.value = null
  return true
}

/** Notes that lie over the text. */
function leaveNotesSheet({ app: { preferences }, reader, targets }: ReaderContext): boolean {
  if (!preferences.notesLieOver.peek() || !preferences.settings.peek().notesOpen) return false
  if (targets.notesColumn.holdsFocus) reader.focus.focus()
  preferences.change({ notesOpen: false })
  return true
}

function leaveFocusMode({ app: { preferences, announcer } }: ReaderContext): boolean {
  if (!preferences.focusMode.peek()) return false
  preferences.toggleFocusMode()
  announcer.announce(announcer.messages.peek().appearance.said.focusLeft)
  return true
}
