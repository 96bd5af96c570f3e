import { citedPassage, citedPassageHtml } from '../../core/exchange/copy'
import type { ReaderContext } from '../reader/context'
import { copyingOf } from '../reader/copying'
import { formSelectedIn } from '../reader/marking'
import { isTypedIn } from '../ui/typing'

/** By which a passage that is dropped again within the page is known: its words alone, without source. */
const passageType = 'application/x-piyue-passage'

/**
 * Carries passages out of the window with their source, and takes in what is dropped on it: a document
 * is opened, words go into the field under the pointer, all else is refused. Gives what stops it.
 */
export function carryPassages(context: ReaderContext): () => void {
  const { app, reader } = context
  const start = (event: DragEvent) => {
    if (reader.surfaces.of(event.target) !== undefined) fill(context, event.dataTransfer)
  }
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? []
    const passage = event.dataTransfer?.getData(passageType) ?? ''
    if (!isWelcome(event)) {
      event.preventDefault()
      if (file !== undefined) void app.api.openDropped(file)
    } else if (passage !== '') {
      event.preventDefault()
      insert(event.target as HTMLElement, passage)
    }
  }
  document.addEventListener('dragstart', start)
  window.addEventListener('dragover', over)
  window.addEventListener('drop', drop)
  return () => {
    document.removeEventListener('dragstart', start)
    window.removeEventListener('dragover', over)
    window.removeEventListener('drop', drop)
  }
}

/** Shows whether what is carried over the window may be dropped there. */
function over(event: DragEvent): void {
  if (isWelcome(event)) return
  event.preventDefault()
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none'
}

/** The passage that is selected goes with its source: as text, and as HTML with its language. */
function fill(context: ReaderContext, data: DataTransfer | null): void {
  const range = context.workspace.selection.range.peek()
  if (range === null || data === null) return
  const rendition = formSelectedIn(context)
  const copying = copyingOf(context, range)
  data.setData('text/plain', citedPassage(rendition, copying, 'plain'))
  data.setData('text/html', citedPassageHtml(rendition, copying, 'plain'))
  data.setData(passageType, rendition.slice(range))
  data.effectAllowed = 'copy'
}

/** Whether the browser's own dropping is right: of words, on a field. */
const isWelcome = (event: DragEvent) =>
  event.target instanceof Element && isTypedIn(event.target) && !hasFiles(event)

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Puts words where the cursor of a field is, so that its own undo takes them back. */
function insert(field: HTMLElement, words: string): void {
  field.focus()
  document.execCommand('insertText', false, words)
}
