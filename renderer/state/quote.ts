import { isAnchored, type Resolved } from '../../core/annotation/resolve'
import { placeShown } from './range-edit'
import type { Session } from './session'

/** The marked words in the form that is shown; those not found in the text, as they were marked. */
export const quoteOf = (session: Session, item: Resolved): string =>
  isAnchored(item)
    ? session.rendition.value.slice(placeShown(session, item))
    : item.annotation.quote.exact
