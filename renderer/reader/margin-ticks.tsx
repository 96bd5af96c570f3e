import type { ReadonlySignal } from '@preact/signals'
import { Bookmark } from 'lucide'
import { useMessages } from '../state/preferences'
import { Icon } from '../ui/icon'
import type { ReaderContext } from './context'
import type { Margin } from './margin-lines'
import { styleOf } from './measure'

/** How far from the text a stroke stands, and how much room one may be clicked in, in CSS px. */
const gap = 4
export const tickRoom = 24

interface MarginTicksProps {
  readonly context: ReaderContext
  readonly margin: ReadonlySignal<Margin | undefined>
}

/**
 * A quiet stroke in the margin beside each line where marks with notes end, one a note, and a ribbon
 * where a bookmark stands. It lies over
 * the page and moves no text. The keys go from note to note without it, so it is no tab stop.
 */
export function MarginTicks({ context, margin }: MarginTicksProps) {
  const { notes, ways } = useMessages()
  const { notesHere } = notes
  const bookmark = ways.bookmarks.name
  if (margin.value === undefined) return null
  const { flow, text, lines } = margin.value
  return (
    <div class="ticks">
      {lines.map(({ ids, isBookmarked, box }) => (
        <button
          key={ids[0]}
          type="button"
          class="tick"
          data-bookmarked={isBookmarked}
          tabIndex={-1}
          aria-label={isBookmarked ? bookmark : notesHere(ids.length)}
          title={isBookmarked ? bookmark : notesHere(ids.length)}
          style={styleOf(flow.besideLine(box, text, tickRoom, gap))}
          onClick={() => openNext(context, ids)}
        >
          {isBookmarked && <Icon of={Bookmark} size={14} />}
          {ids.slice(isBookmarked ? 1 : 0, 3).map((id) => (
            <span key={id} />
          ))}
        </button>
      ))}
    </div>
  )
}

/** Opens the first note of a line, or the one after that which is open. */
function openNext({ app, workspace }: ReaderContext, ids: readonly string[]): void {
  const { activeId } = workspace.note
  const at = ids.indexOf(activeId.peek() ?? '')
  activeId.value = ids[(at + 1) % ids.length] ?? null
  app.preferences.showNotes()
}
