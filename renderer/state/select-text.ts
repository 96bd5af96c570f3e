import { sentenceAt, sentenceBefore } from '../../core/document/sentences'
import { type Step, wordBefore, wordFrom } from '../../core/document/words'
import { type CodePoints } from '../../core/text/code-points'
import type { TextRange } from '../../core/text/range'
import { announce } from './session'
import type { Stage } from './stage'

/** Selects the next word, or the one before: from what is selected, or else from where one left off. */
export function selectWord(stage: Stage, step: Step): void {
  const { document } = stage.session
  const at = startingPoint(stage, step)
  if (at !== undefined) show(stage, step > 0 ? wordFrom(document, at) : wordBefore(document, at))
}

/** Selects the next sentence, or the one before. */
export function selectSentence(stage: Stage, step: Step): void {
  const { document } = stage.session
  const at = startingPoint(stage, step)
  if (at !== undefined) {
    show(stage, step > 0 ? sentenceAt(document, at) : sentenceBefore(document, at))
  }
}

/** Selects the whole paragraph: the one in which something is selected, or the one being read. */
export function selectParagraph(stage: Stage): void {
  const { session, reader } = stage
  const selection = session.selection.peek()
  const block =
    selection === null ? reader.currentBlock() : session.document.blockAt(selection.start)
  show(stage, block?.range)
}

function startingPoint({ session, reader }: Stage, step: Step): CodePoints | undefined {
  const selection = session.selection.peek()
  if (selection !== null) return step > 0 ? selection.end : selection.start
  return session.cursor.peek() ?? reader.currentBlock()?.range.start
}

/** Selects a passage, goes there, and says it: a selection made for the reader is not spoken by itself. */
function show({ session, reader }: Stage, range: TextRange | undefined): void {
  if (range === undefined) return
  reader.holdFocus(range.start)
  reader.select(range)
  reader.reveal(range)
  announce(session, session.rendition.peek().slice(range))
}
