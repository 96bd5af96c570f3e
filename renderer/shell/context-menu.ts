import { hasNote } from '../../core/annotation/annotation'
import type { ContextTarget } from '../../core/app/context-target'
import { holds } from '../../core/text/range'
import { characterAt } from '../reader/clicking'
import type { ReaderContext } from '../reader/context'
import { formSelectedIn } from '../reader/marking'
import type { WorkspaceState } from '../state/workspace-state'
import { isTypedIn } from '../ui/typing'

/**
 * Asks for the system's menu over the report and its marks; gives what stops it. Fields, and words that
 * are none of the report's, are left to the main process, which knows what can be edited there.
 */
export function offerContextMenus(context: ReaderContext): () => void {
  const ask = (event: MouseEvent) => {
    const target = targetOf(context, event)
    if (target === undefined) return
    event.preventDefault()
    const at = {
      x: Math.max(0, Math.round(event.clientX)),
      y: Math.max(0, Math.round(event.clientY)),
    }
    void context.app.api.showContextMenu(target, at)
  }
  window.addEventListener('contextmenu', ask)
  return () => window.removeEventListener('contextmenu', ask)
}

/** What the reader means: the selection, if it lies there; a mark, which becomes the open one; the text. */
function targetOf(context: ReaderContext, event: MouseEvent): ContextTarget | undefined {
  const { workspace, reader } = context
  const { selection, annotations } = workspace
  const { target } = event
  if (!(target instanceof Element) || isTypedIn(target)) return undefined
  const card = target.closest<HTMLElement>('[data-card]')?.dataset['card']
  if (card !== undefined) return openMark(workspace, card)
  const surface = reader.surfaces.of(target)
  if (surface === undefined) return undefined
  const offset = characterAt(surface, event.clientX, event.clientY)
  const selected = selection.range.peek()
  // Asked for by a key, it means what is selected, wherever the pointer may be.
  const isByKey = event.button !== 2
  if (selected !== null && (isByKey || (offset !== undefined && holds(selected, offset)))) {
    return { on: 'selection', words: wordsOf(context) }
  }
  const [mark] = offset === undefined ? [] : annotations.marks.peek().at(offset)
  if (mark === undefined) {
    return selected === null ? { on: 'text' } : { on: 'selection', words: wordsOf(context) }
  }
  reader.selection.clear()
  selection.clickedAt.value = offset ?? null
  return openMark(workspace, mark.annotation.id)
}

function openMark({ annotations, note }: WorkspaceState, id: string): ContextTarget | undefined {
  const annotation = annotations.map.peek().get(id)
  if (annotation === undefined) return undefined
  note.activeId.value = id
  return { on: 'mark', hasNote: hasNote(annotation) }
}

/** The beginning of the selected words as they are shown: as many as a menu could name. */
function wordsOf(context: ReaderContext): string {
  const range = context.workspace.selection.range.peek()
  const words = range === null ? '' : formSelectedIn(context).slice(range)
  return Array.from(words).slice(0, 100).join('')
}
