import { signal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { PiyueApi } from '../../core/contract/contract'
import { setApartIn } from './drawn-text'

interface NoteBodyProps {
  readonly note: string
  /** Links are handed to main, which asks before anything opens. */
  readonly api: Pick<PiyueApi, 'openLink'>
}

/** What sets notes; loaded when the first is shown, for most of what it takes is no part of reading. */
const markdown = signal<typeof import('./note-markdown') | null>(null)

async function loadMarkdown(): Promise<void> {
  markdown.value = await import('./note-markdown')
}

/** A note, set; as it was typed, for the moment until that can be done. */
export function NoteBody({ note, api }: NoteBodyProps) {
  const box = useRef<HTMLDivElement>(null)
  const loaded = markdown.value
  useEffect(() => {
    if (markdown.peek() === null) void loadMarkdown()
  }, [])
  useLayoutEffect(() => {
    if (box.current === null) return
    box.current.replaceChildren(loaded === null ? note : loaded.renderNote(note))
    setApartIn(box.current)
  }, [note, loaded])
  return <div ref={box} class="note-body" onClick={(event) => followLink(api, event)} />
}

/** What a note says, in one line, without the signs of its Markdown; with them, until that can be done. */
export function useNoteWords(note: string): string {
  const loaded = markdown.value
  useEffect(() => {
    if (markdown.peek() === null) void loadMarkdown()
  }, [])
  return useMemo(() => wordsOf(note), [note, loaded])
}

/** The same for the ear. */
export async function spokenNote(note: string): Promise<string> {
  if (note === '') return ''
  await loadMarkdown()
  return wordsOf(note)
}

function wordsOf(note: string): string {
  const set = markdown.peek()?.renderNote(note).textContent ?? note
  return set.replaceAll(/\s+/gu, ' ').trim()
}

function followLink(api: NoteBodyProps['api'], event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null) return
  event.preventDefault()
  void api.openLink(link.href)
}
