import { useEffect } from 'preact/hooks'
import { wordStep } from '../../core/document/words'
import { type CodePoints, codePointLength, codePoints } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'
import type { TextElements } from './article'
import type { ReaderContext } from './context'
import { flowOf } from './flow'
import { type ContentBox, styleOf, useMeasured } from './measure'
import { gapBox, gapInNextLine } from './range-handles'

/** Shows a caret in the text, which the arrow keys move, or no longer. */
export function toggleCaret(context: ReaderContext): void {
  const { app, workspace } = context
  const { selection } = workspace
  const { reading } = app.preferences.messages.peek()
  if (selection.isCaretShown.peek()) {
    selection.hideCaret()
    app.announcer.tell(reading.caretOff)
    return
  }
  const at = beginning(context)
  if (at === undefined) return
  selection.showCaret(at)
  context.reader.focus.focusAt(at)
  app.announcer.tell(reading.caretOn)
}

/**
 * The caret: a place in the text from which the keyboard selects. It is drawn once it was asked for; Shift
 * and an arrow key select from it in any case, where nothing is selected yet.
 */
export function Caret({
  context,
  scroller,
  article,
}: { readonly context: ReaderContext } & TextElements) {
  const { reader, workspace } = context
  const { selection } = workspace
  useKeys(context)
  const box = useMeasured<ContentBox | undefined>(
    { scroller, article },
    () => {
      void selection.caret.value
      void selection.isCaretShown.value
      void reader.surfaces.main.rendition.value
    },
    () => {
      const at = selection.caret.peek()?.at
      const isDrawn = selection.isCaretShown.peek() && at !== undefined && scroller.current !== null
      return isDrawn
        ? gapBox(reader.surfaces, scroller.current as HTMLElement, at, 'after')
        : undefined
    },
    undefined,
  )
  if (box.value === undefined) return null
  return <div class="caret" style={styleOf(box.value)} aria-hidden="true" />
}

/** Where the caret stands at first: behind what was selected last, or where the paragraph in hand begins. */
function beginning({ workspace, reader }: ReaderContext): CodePoints | undefined {
  const at = workspace.selection.cursor.peek()
  return at !== null && reader.isInView(at) ? at : reader.blockInHand()?.range.start
}

function useKeys(context: ReaderContext): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !context.reader.focus.hasFocus()) return
      if (moveCaret(context, event)) event.preventDefault()
    }
    const release = (event: KeyboardEvent) => {
      if (event.shiftKey && event.key.startsWith('Arrow')) saySelected(context)
    }
    // Before the ends of the open mark, which the same keys move while there is no caret.
    window.addEventListener('keydown', press, true)
    window.addEventListener('keyup', release)
    return () => {
      window.removeEventListener('keydown', press, true)
      window.removeEventListener('keyup', release)
    }
  }, [context])
}

/** Moves the caret as a key asks, selecting with Shift; says whether the key was the caret's. */
function moveCaret(context: ReaderContext, event: KeyboardEvent): boolean {
  const { selection, rangeEdit } = context.workspace
  const isShown = selection.isCaretShown.peek()
  if (!isShown && !event.shiftKey) return false
  const isSelected = selection.range.peek() !== null
  const caret = selection.caret.peek()
  if (!isShown && (isSelected ? caret === null : rangeEdit.place.peek() !== undefined)) return false
  const from = caret?.at ?? beginning(context)
  const to = from === undefined ? undefined : goneTo(context, from, event)
  if (from === undefined || to === undefined) return false
  const anchor = event.shiftKey ? (caret?.anchor ?? from) : to
  selection.moveCaret({ anchor, at: to })
  context.reader.focus.focusAt(to)
  if (anchor === to) context.reader.selection.clear()
  else context.reader.selection.select(between(anchor, to))
  context.reader.keepInView(to)
  if (!event.shiftKey) sayPassed(context, from, to)
  return true
}

const between = (one: CodePoints, other: CodePoints): TextRange =>
  textRange(Math.min(one, other), Math.max(one, other))

/** Where a key takes the caret to; nothing for keys that are not the caret's. */
function goneTo(
  context: ReaderContext,
  from: CodePoints,
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
): CodePoints | undefined {
  const { document } = context.workspace.open
  const { scroller } = context.reader
  const arrow = scroller && flowOf(scroller).arrowOf(key)
  if (arrow?.axis === 'block') {
    return ctrlKey || altKey || metaKey ? undefined : gapInNextLine(context, from, arrow.step)
  }
  if (arrow?.axis === 'inline') {
    if (ctrlKey || altKey || metaKey) return wordStep(document, from, arrow.step)
    return codePoints(Math.min(document.length, Math.max(0, from + arrow.step)))
  }
  if (ctrlKey || altKey || metaKey) return undefined
  const block = document.blockAt(from)?.range
  return key === 'Home' ? block?.start : key === 'End' ? block?.end : undefined
}

/** As much of what the caret passed, or of what is selected, as is spoken, in code points. */
const spoken = 40

/** Says the character the caret came to; or the words that it passed, where those were several. */
function sayPassed({ app, workspace }: ReaderContext, from: CodePoints, to: CodePoints): void {
  const { start, end } = between(from, to)
  const passed =
    end - start > 1 ? textRange(start, Math.min(end, start + spoken)) : textRange(to, to + 1)
  const { open, view } = workspace
  if (passed.end <= open.document.length)
    app.announcer.announce(view.rendition.peek().slice(passed))
}

/** Says what is selected; of a long passage its end, and how long it is. */
function saySelected({ app, workspace }: ReaderContext): void {
  const range = workspace.selection.range.peek()
  if (range === null) return
  const words = workspace.view.renditionIn(workspace.selection.column.peek()).slice(range)
  const count = codePointLength(words)
  const isCut = count > spoken
  const end = isCut ? Array.from(words).slice(-spoken).join('') : words
  app.announcer.announce(app.preferences.messages.peek().reading.selected(end, count, isCut))
}
