import { sentenceAt, sentenceBefore } from '../../core/document/sentences'
import {
  isInOneWord,
  type Step,
  wholeWords,
  wordAt,
  wordBefore,
  wordFrom,
} from '../../core/document/words'
import type { CodePoints } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'
import { characterAt } from './clicking'
import type { ReaderContext } from './context'

/** Selects the next word, or the one before: from what is selected, or else from where one left off. */
export function selectWord(context: ReaderContext, step: Step): void {
  const { document } = context.workspace.open
  const at = startingPoint(context, step)
  if (at !== undefined) show(context, step > 0 ? wordFrom(document, at) : wordBefore(document, at))
}

/** Selects the next sentence, or the one before. */
export function selectSentence(context: ReaderContext, step: Step): void {
  const { document } = context.workspace.open
  const at = startingPoint(context, step)
  if (at !== undefined) {
    show(context, step > 0 ? sentenceAt(document, at) : sentenceBefore(document, at))
  }
}

/** Selects the whole paragraph: the one in which something is selected, or the one being read. */
export function selectParagraph(context: ReaderContext): void {
  const { workspace, reader } = context
  const selected = workspace.selection.range.peek()
  const block =
    selected === null ? reader.blockInHand() : workspace.open.document.blockAt(selected.start)
  show(context, block?.range)
}

/**
 * “Select all” means the text from end to end, and nothing of what is around it, whether a key or a menu
 * asks. For either, an engine that is about to select all that the page shows says so of the body first;
 * in a field it says so of the field. What lies over the text is left to the engine.
 */
export function takeSelectAll({ app, workspace, reader }: ReaderContext): () => void {
  const take = (event: Event) => {
    const isTextCovered =
      app.library.isOpen.peek() || workspace.figures.isOpen.peek() || app.offered.peek() !== null
    if (event.target !== document.body || isTextCovered) return
    event.preventDefault()
    reader.selection.select(textRange(0, workspace.open.document.length))
  }
  document.addEventListener('selectstart', take)
  return () => document.removeEventListener('selectstart', take)
}

function startingPoint({ workspace, reader }: ReaderContext, step: Step): CodePoints | undefined {
  const { range, cursor } = workspace.selection
  const selected = range.peek()
  if (selected !== null) return step > 0 ? selected.end : selected.start
  const at = cursor.peek()
  // Where one scrolled away from it, one goes on from what is read.
  return at !== null && reader.isInView(at) ? at : reader.blockInHand()?.range.start
}

/** Selects a passage, goes there, and says it: a selection made for the reader is not spoken by itself. */
function show({ app, workspace, reader }: ReaderContext, range: TextRange | undefined): void {
  if (range === undefined) return
  reader.focus.focusAt(range.start)
  reader.selection.select(range)
  reader.reveal(range)
  app.announcer.announce(workspace.view.rendition.peek().slice(range))
}

/**
 * A double click selects the word, and one that is drawn on over the text the words at both ends: those
 * of the canonical text, so the same in every script.
 *
 * @param pressed the character on which the second click began.
 */
export function selectClicked(
  { workspace, reader }: ReaderContext,
  event: MouseEvent,
  pressed: CodePoints | undefined,
): void {
  const { document } = workspace.open
  const surface = reader.surfaces.of(event.target)
  const released = surface && characterAt(surface, event.clientX, event.clientY)
  const isDrawn = pressed !== released && !isInOneWord(document, pressed, released)
  const words = isDrawn
    ? wholeWords(document, between(pressed, released) ?? reader.selection.selected())
    : released !== undefined
      ? wordAt(document, released)
      : undefined
  if (words !== undefined)
    reader.selection.select(words, isDrawn ? reader.selection.surface : surface)
}

/** From one character to another, whichever is first; nothing where the pointer was beside the text. */
function between(one: CodePoints | undefined, other: CodePoints | undefined) {
  if (one === undefined || other === undefined) return undefined
  return textRange(Math.min(one, other), Math.max(one, other) + 1)
}
