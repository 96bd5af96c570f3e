import { excerptOfText } from '../../core/search/excerpt'
import type { Stage } from '../state/stage'
import { ExcerptText } from './excerpt-text'
import { showNote } from './finding'

/** As many notes as are listed without being asked for. */
const fewNotes = 3

/** The notes that hold what is looked for; each opens its card. */
export function NoteMatches({ stage }: { stage: Stage }) {
  const { find, messages } = stage.session
  const hits = find.noteHits.value
  if (hits.length === 0) return null
  return (
    <details class="match-group match-notes" open={hits.length <= fewNotes}>
      <summary>{messages.value.find.inNotes(hits.length)}</summary>
      <ol>
        {hits.map(({ item, place }) => (
          <li key={item.annotation.id}>
            <button
              type="button"
              class="match"
              data-color={item.annotation.style.color}
              onClick={() => showNote(stage, item)}
            >
              <ExcerptText excerpt={excerptOfText(item.annotation.note, place)} />
            </button>
          </li>
        ))}
      </ol>
    </details>
  )
}
