import { hasNote } from '../../core/annotation/annotation'
import type { ContextTarget } from '../../core/app/context-target'
import { holds } from '../../core/text/range'
import { characterAt, marksOn } from './clicking'
import type { ReaderContext } from './context'
import { formSelectedIn } from './marking'

/*
 * The system's menu over the report and its marks. Fields, and words that are none of the report's, are left to the
 * main process, which knows what can be edited there.
 */

/** Asks for the menu over the text: of the selection, if it lies there, of a mark, which opens, or of the text. */
export function offerTextMenu(context: ReaderContext, event: MouseEvent): void {
  const { workspace, reader } = context
  const { selection } = workspace
  const surface = reader.surfaces.of(event.target)
  if (surface === undefined) return
  const offset = characterAt(surface, event.clientX, event.clientY)
  const selected = selection.range.peek()
  // Asked for by a key, it means what is selected, wherever the pointer may be.
  const isByKey = event.button !== 2
  const isOnSelected =
    isByKey || (offset !== undefined && selected !== null && holds(selected, offset))
  const [mark] = marksOn(workspace, offset)
  if (selected !== null && (isOnSelected || mark === undefined)) {
    ask(context, event, { on: 'selection', words: wordsOf(context) })
  } else if (mark === undefined) ask(context, event, { on: 'text' })
  else {
    reader.selection.clear()
    selection.clickedAt.value = offset ?? null
    offerMarkMenu(context, event, mark.annotation.id)
  }
}

/** Asks for the menu of a mark, which becomes the open one. */
export function offerMarkMenu(context: ReaderContext, event: MouseEvent, id: string): void {
  const { annotations, note } = context.workspace
  const annotation = annotations.map.peek().get(id)
  if (annotation === undefined) return
  note.activeId.value = id
  ask(context, event, { on: 'mark', hasNote: hasNote(annotation) })
}

function ask({ app }: ReaderContext, event: MouseEvent, target: ContextTarget): void {
  event.preventDefault()
  const x = Math.max(0, Math.round(event.clientX))
  const y = Math.max(0, Math.round(event.clientY))
  void app.api.showContextMenu(target, { x, y })
}

/** The beginning of the selected words as they are shown: as many as a menu could name. */
function wordsOf(context: ReaderContext): string {
  const range = context.workspace.selection.range.peek()
  const words = range === null ? '' : formSelectedIn(context).slice(range)
  return Array.from(words).slice(0, 100).join('')
}
