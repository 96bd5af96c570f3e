import { useEffect, useRef } from 'preact/hooks'
import { isInOneWord, wholeWords, wordAt } from '../../core/document/words'
import type { CodePoints } from '../../core/text/code-points'
import { textRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import { GlossCard } from '../apparatus/gloss-card'
import { shownTitle } from '../state/session'
import type { Stage } from '../state/stage'
import { openUnder } from './click'
import { keepCopiesClean } from './copying'
import { characterAt } from './hit-test'
import { MarginTicks } from './margin-ticks'
import { RangeHandles } from './range-handles'
import { SelectionToolbar } from './selection-toolbar'

/** The text. Its blocks are made and kept by the reader; this gives it a place in the page. */
export function Article({ stage }: { stage: Stage }) {
  const { session, reader } = stage
  const scroller = useRef<HTMLElement>(null)
  const article = useRef<HTMLElement>(null)
  const clicked = useRef<string>(undefined)
  const pressed = useRef<CodePoints>(undefined)
  useEffect(() => {
    if (scroller.current === null || article.current === null) return undefined
    return reader.mount(scroller.current, article.current)
  }, [reader])
  useEffect(() => keepCopiesClean(session), [session])
  const rendition = session.rendition.value
  return (
    <main class="reading" ref={scroller} tabIndex={-1}>
      <article
        ref={article}
        lang={langOf[rendition.tag]}
        aria-label={shownTitle(session)}
        onClick={(event) => {
          clicked.current = openUnder(session, reader, event, clicked.current)
        }}
        onMouseDown={(event) => {
          pressed.current = offsetUnder(stage, event)
        }}
        onDblClick={(event) => selectWords(stage, event, pressed.current)}
      />
      <MarginTicks stage={stage} scroller={scroller} article={article} />
      <RangeHandles stage={stage} scroller={scroller} article={article} />
      <SelectionToolbar stage={stage} scroller={scroller} />
      <GlossCard stage={stage} scroller={scroller} />
    </main>
  )
}

/** The character under the pointer. */
function offsetUnder({ reader }: Stage, event: MouseEvent): CodePoints | undefined {
  const surface = event.target instanceof Node ? reader.surfaceOf(event.target) : undefined
  return surface && characterAt(surface, event.clientX, event.clientY)
}

/**
 * A double click selects the word, and one that is drawn on over the text the words at both ends: those
 * of the canonical text, so the same in every script.
 *
 * @param pressed the character on which the second click began.
 */
function selectWords(stage: Stage, event: MouseEvent, pressed: CodePoints | undefined): void {
  const { session, reader } = stage
  const released = offsetUnder(stage, event)
  const isDrawn = pressed !== released && !isInOneWord(session.document, pressed, released)
  const words = isDrawn
    ? wholeWords(session.document, between(pressed, released) ?? reader.selected())
    : released !== undefined
      ? wordAt(session.document, released)
      : undefined
  if (words === undefined) return
  const surface = event.target instanceof Node ? reader.surfaceOf(event.target) : undefined
  reader.select(words, isDrawn ? reader.selectedSurface : surface)
}

/** From one character to another, whichever is first; nothing where the pointer was beside the text. */
function between(one: CodePoints | undefined, other: CodePoints | undefined) {
  if (one === undefined || other === undefined) return undefined
  return textRange(Math.min(one, other), Math.max(one, other) + 1)
}
