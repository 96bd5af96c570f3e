import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { TextElements } from '../reader/article'
import { useBesidePassage } from '../reader/beside-passage'
import type { ReaderContext } from '../reader/context'
import { useMessages } from '../state/preferences'
import { NoteCard } from './note-card'

/**
 * While the column of notes is closed: the card of a mark that was clicked or gone to, beside the mark, so
 * that nothing of the text has to move.
 */
export function NoteBeside({
  context,
  scroller,
  article,
}: { readonly context: ReaderContext } & TextElements) {
  const { app, workspace, reader } = context
  const { note, rangeEdit } = workspace
  const anchor = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLElement>(null)
  const { regions } = useMessages()
  const isShown = !app.preferences.settings.value.notesOpen && note.isBeside.value
  const mark = isShown ? rangeEdit.mark.value : undefined
  const place = useBesidePassage({ scroller, article, anchor, popover: box }, () =>
    mark === undefined ? [] : reader.surfaces.boxesOf(rangeEdit.placeOf(mark)),
  )
  useEffect(place)
  useSignalEffect(() => {
    void workspace.view.rendition.value
    place()
  })
  return (
    <>
      <div ref={anchor} class="note-anchor" aria-hidden="true" />
      <aside ref={box} class="note-beside" aria-label={regions.notes} popover="manual">
        {mark !== undefined && (
          <ul class="cards">
            <NoteCard context={context} item={mark} index={0} count={1} isAlone />
          </ul>
        )}
      </aside>
    </>
  )
}
