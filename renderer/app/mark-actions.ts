import { type MarkStyle, restyled } from '../../core/annotation/style'
import { deleteAnnotation, targetAnnotation } from '../notes/cards'
import type { ReaderContext } from '../reader/context'
import { markSelection, noteOnSelection } from '../reader/marking'

/*
 * What acts on marks: on the words that are selected, or else on the target annotation, which is that of the
 * card with the focus, or the open one.
 */

/** Whether a key means the selected passage: not where the focus is on a card. */
const isSelectionMeant = ({ workspace }: ReaderContext): boolean =>
  workspace.selection.range.peek() !== null && workspace.notes.focused.peek() === null

/** Marks what is selected; or else gives the target annotation another style. */
export function markOrRestyle(
  context: ReaderContext,
  styled: (style: MarkStyle) => MarkStyle,
): void {
  const { app, workspace } = context
  if (isSelectionMeant(context)) {
    return void markSelection(context, styled(app.preferences.settings.peek().lastStyle))
  }
  const target = workspace.annotations.map.peek().get(targetAnnotation(context) ?? '')
  if (target === undefined) sayHowToSelect(context)
  else void workspace.annotator.restyle(target.id, restyled(target.style, styled(target.style)))
}

/** Something was to be marked, and nothing is selected: says what selects. */
function sayHowToSelect({ app: { announcer, preferences } }: ReaderContext): void {
  const keys = (['select-word', 'select-sentence', 'select-paragraph', 'caret'] as const).map(
    (id) => preferences.keysOf(id),
  ) as [string, string, string, string]
  announcer.tell(announcer.messages.peek().reading.nothingSelected(...keys))
}

/** Something was to be done to a mark, and none is open: says what opens one. */
function sayHowToOpen({ app: { announcer, preferences } }: ReaderContext): void {
  announcer.tell(announcer.messages.peek().reading.noMark(preferences.keysOf('next-note')))
}

/** Takes the focus to the end of the target annotation's mark, as soon as that is drawn. */
export function changeEnds(context: ReaderContext): void {
  const { note, rangeEdit } = context.workspace
  note.activeId.value = targetAnnotation(context)
  if (rangeEdit.place.peek() === undefined) return sayHowToOpen(context)
  context.targets.endOfMark.focus()
}

/** Opens the editor for a note; on the card of a draft, it goes on with that. */
export function startNote(context: ReaderContext): void {
  const { note, notes } = context.workspace
  const draft = notes.focusedNew.peek()
  const target = targetAnnotation(context)
  if (draft !== null) note.resume(draft)
  else if (isSelectionMeant(context)) noteOnSelection(context)
  else if (target !== null) note.start(target)
  else sayHowToSelect(context)
}

export function deleteTarget(context: ReaderContext): void {
  const target = targetAnnotation(context)
  if (target !== null) deleteAnnotation(context, target)
  else sayHowToOpen(context)
}
