import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { sameRange } from '../../core/text/range'
import { langOf } from '../../core/text/script-tag'
import { styleLabel } from '../state/color-names'
import { wholeOf } from '../state/drafts'
import { quoteOf } from '../state/quote'
import type { Stage } from '../state/stage'

/** The quote: a click opens the card and goes to the passage. */
export function CardQuote({ stage, item }: { stage: Stage; item: Resolved }) {
  const { session, reader } = stage
  const { annotation } = item
  const { tag } = session.rendition.value
  const isWhole = isAnchored(item) && sameRange(item.place, wholeOf(session))
  return (
    <button
      type="button"
      class="quote"
      title={styleLabel(session, annotation.style)}
      lang={langOf[isAnchored(item) ? tag : session.document.data.canonicalScript]}
      onClick={() => {
        session.activeId.value = annotation.id
        if (isAnchored(item)) reader.reveal(item.place)
      }}
    >
      <span class="visually-hidden">
        {styleLabel(session, annotation.style)}
        {': '}
      </span>
      {isWhole && (
        <span class="whole" lang={session.language.value}>
          {session.messages.value.notes.whole}
        </span>
      )}
      <span class="quote-text">{quoteOf(session, item)}</span>
    </button>
  )
}
