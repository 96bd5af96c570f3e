import { Bookmark } from 'lucide'
import { isBookmark } from '../../core/annotation/style'
import { textRange } from '../../core/text/range'
import { useMessages } from '../state/preferences'
import { Icon } from '../ui/icon'
import type { TextElements } from './article'
import type { ReaderContext } from './context'
import { flowOf } from './flow'
import { type ContentBox, contentBox, styleOf, useMeasured } from './measure'
import { passageOf } from './near-chunks'

/** A line beside which notes are told of. */
interface Tick extends ContentBox {
  readonly ids: readonly string[]
  /** Whether a bookmark begins in the line. */
  readonly isBookmarked: boolean
}

/** How far from the text a stroke stands, and how much room one may be clicked in, in CSS px. */
const gap = 4
const room = 24

/**
 * A quiet stroke in the margin beside each line where marks with notes end, one a note, and a ribbon
 * where a bookmark stands. It lies over
 * the page and moves no text. The keys go from note to note without it, so it is no tab stop.
 */
export function MarginTicks({
  context,
  scroller,
  article,
}: { readonly context: ReaderContext } & TextElements) {
  const { reader, workspace } = context
  const { notes, ways } = useMessages()
  const { notesHere } = notes
  const bookmark = ways.bookmarks.name
  const ticks = useMeasured<readonly Tick[]>(
    { scroller, article },
    () => {
      void workspace.annotations.marks.value
      void reader.surfaces.main.rendition.value
      void reader.near.value
    },
    () =>
      scroller.current === null || article.current === null
        ? []
        : measure(context, scroller.current, article.current),
    [],
    (act) => reader.rest.scheduleIdle(act),
  )
  return (
    <div class="ticks">
      {ticks.value.map(({ ids, isBookmarked, ...box }) => (
        <button
          key={ids[0]}
          type="button"
          class="tick"
          tabIndex={-1}
          aria-label={isBookmarked ? bookmark : notesHere(ids.length)}
          title={isBookmarked ? bookmark : notesHere(ids.length)}
          style={styleOf(box)}
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

function measure(
  { reader, workspace }: ReaderContext,
  scroller: HTMLElement,
  article: HTMLElement,
): readonly Tick[] {
  const near = passageOf(reader.near.peek(), reader.surfaces.main.chunks)
  const flow = flowOf(article)
  const text = article.getBoundingClientRect()
  const lines = new Map<number, Tick>()
  for (const { annotation, place } of workspace.annotations.marks.peek().in(near)) {
    const isBookmarked = isBookmark(annotation)
    if (annotation.note === '' && !isBookmarked) continue
    // A note stands where its passage ends, a bookmark where it begins.
    const last = isBookmarked
      ? textRange(place.start, place.start + 1)
      : textRange(place.end - 1, place.end)
    if (last.start < near.start || last.start >= near.end) continue
    const box = reader.surfaces.boxesOf(last).at(-1)
    if (box === undefined) continue
    const line = Math.round(flow.boxOf(box).blockStart)
    const others = lines.get(line)
    const ids = [...(others?.ids ?? []), annotation.id]
    lines.set(line, {
      ...contentBox(scroller, flow.besideLine(box, text, room, gap)),
      ids: isBookmarked ? ids.toReversed() : ids,
      isBookmarked: isBookmarked || others?.isBookmarked === true,
    })
  }
  return [...lines.values()]
}

/** Opens the first note of a line, or the one after that which is open. */
function openNext({ app, workspace }: ReaderContext, ids: readonly string[]): void {
  const { activeId } = workspace.note
  const at = ids.indexOf(activeId.peek() ?? '')
  activeId.value = ids[(at + 1) % ids.length] ?? null
  app.preferences.showNotes()
}
