import { useEffect, useRef } from 'preact/hooks'
import { langOf } from '../../core/script/script-tag'
import { wordAt } from '../../core/text/words'
import { keepCopiesClean } from '../copy/copying'
import { GlossCard } from '../gloss/gloss-card'
import { shownTitle } from '../state/session'
import type { Stage } from '../state/stage'
import { SelectionToolbar } from '../toolbar/selection-toolbar'
import { openUnder } from './click'
import { characterAt } from './hit-test'
import { MarginTicks } from './margin-ticks'
import { RangeHandles } from './range-handles'

/** The text. Its blocks are made and kept by the reader; this gives it a place in the page. */
export function Article({ stage }: { stage: Stage }) {
  const { session, reader } = stage
  const scroller = useRef<HTMLElement>(null)
  const article = useRef<HTMLElement>(null)
  const clicked = useRef<string>(undefined)
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
        onDblClick={(event) => selectWordUnder(stage, event)}
      />
      <MarginTicks stage={stage} scroller={scroller} article={article} />
      <RangeHandles stage={stage} scroller={scroller} article={article} />
      <SelectionToolbar stage={stage} scroller={scroller} />
      <GlossCard stage={stage} scroller={scroller} />
    </main>
  )
}

/** A double click selects the word: that of the canonical text, so the same in every script. */
function selectWordUnder({ session, reader }: Stage, event: MouseEvent): void {
  const surface = event.target instanceof Node ? reader.surfaceOf(event.target) : undefined
  const offset = surface && characterAt(surface, event.clientX, event.clientY)
  const word = offset === undefined ? undefined : wordAt(session.document, offset)
  if (word !== undefined) reader.select(word, surface)
}
