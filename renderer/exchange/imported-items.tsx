import type { ImportedItem } from '../../core/exchange/import/verdict'
import type { Session } from '../state/session'

/** The annotations of a file, each with what becomes of it and why. */
export function ImportedItems({
  session,
  items,
}: {
  session: Session
  items: readonly ImportedItem[]
}) {
  const { verdicts, reasons, title } = session.messages.value.import
  return (
    // A region that scrolls must be reachable by key.
    <ul class="imported" aria-label={title} tabIndex={0}>
      {items.map((item) => (
        <li key={item.index} data-verdict={item.verdict}>
          <span class="imported-words">
            <span class="imported-quote" lang="zh">
              {item.quote || `#${item.index + 1}`}
            </span>
            {item.note !== '' && <span class="imported-note">{item.note}</span>}
          </span>
          <span class="imported-verdict">
            {verdicts[item.verdict]}
            {item.reason !== null && <small>{reasons[item.reason]}</small>}
            {item.detail !== null && <small>{item.detail}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}
