import { useEffect, useRef } from 'preact/hooks'
import { langOf } from '../../core/script/script-tag'
import type { Stage } from '../state/perform'
import { changeSettings } from '../state/session'
import { SelectionToolbar } from '../toolbar/selection-toolbar'
import { characterAt, marksAt, nextMark } from './hit-test'

/** The text. Its blocks are made and kept by the reader; this gives it a place in the page. */
export function Article({ stage }: { stage: Stage }) {
  const { session, reader } = stage
  const scroller = useRef<HTMLElement>(null)
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    if (scroller.current === null || article.current === null) return undefined
    return reader.mount(scroller.current, article.current)
  }, [reader])
  const rendition = session.rendition.value
  const title = session.sections[0]?.heading
  return (
    <main class="reading" ref={scroller} tabIndex={-1}>
      <article
        ref={article}
        lang={langOf[rendition.tag]}
        aria-label={title && rendition.block(title.id).text}
        onClick={(event) => openMarkUnder(stage, event)}
      />
      <SelectionToolbar stage={stage} scroller={scroller} />
    </main>
  )
}

/** A click on a mark opens its card; another click, that of the next mark on the same character. */
function openMarkUnder({ session, reader }: Stage, event: MouseEvent): void {
  session.isDrawerOpen.value = false
  if (session.selection.peek() !== null) return
  const offset = characterAt(reader.surface, event.clientX, event.clientY)
  const marks = offset === undefined ? [] : marksAt(session.resolved.peek(), offset)
  const mark = nextMark(marks, session.activeId.peek())
  session.activeId.value = mark?.annotation.id ?? null
  if (mark && !session.settings.peek().notesOpen) changeSettings(session, { notesOpen: true })
}
