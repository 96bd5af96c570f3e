import { useLayoutEffect, useRef } from 'preact/hooks'
import type { PiyueApi } from '../../core/contract/contract'
import { renderNote } from './note-markdown'

interface NoteBodyProps {
  readonly note: string
  /** Links are handed to main, which asks before anything opens. */
  readonly api: Pick<PiyueApi, 'openLink'>
}

/** A note, set. */
export function NoteBody({ note, api }: NoteBodyProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    box.current?.replaceChildren(renderNote(note))
  }, [note])
  return <div ref={box} class="note-body" onClick={(event) => followLink(api, event)} />
}

function followLink(api: Pick<PiyueApi, 'openLink'>, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null) return
  event.preventDefault()
  void api.openLink(link.href)
}
