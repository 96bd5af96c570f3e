import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Session } from '../state/session'
import { renderNote } from './note-markdown'

/** A note, set. Links are handed to main, which asks before anything opens. */
export function NoteBody({ session, note }: { session: Session; note: string }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    box.current?.replaceChildren(renderNote(note))
  }, [note])
  return <div ref={box} class="note-body" onClick={(event) => followLink(session, event)} />
}

function followLink(session: Session, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null) return
  event.preventDefault()
  void session.api.openLink(link.href)
}
