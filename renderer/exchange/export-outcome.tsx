import type { ExportOutcome } from '../../core/contract/contract'
import type { Session } from '../state/session'

/** How an export went, in a line; and where it went, the way there. */
export function ExportOutcomeLine({
  session,
  outcome,
}: {
  session: Session
  outcome: ExportOutcome | null
}) {
  const said = outcome && sayExportOutcome(session, outcome)
  if (!said) return null
  return (
    <p class="outcome" data-kind={outcome.kind}>
      {said}{' '}
      {outcome.kind === 'written' && (
        <button
          type="button"
          class="link-button"
          onClick={() => void session.api.showInFolder('export')}
        >
          {session.messages.value.export.showInFolder}
        </button>
      )}
    </p>
  )
}

/** How an export went, in words; nothing where the reader cancelled it. */
export function sayExportOutcome(session: Session, outcome: ExportOutcome): string | undefined {
  const { export: wording, problems } = session.messages.peek()
  switch (outcome.kind) {
    case 'written':
      return wording.written(outcome.count, outcome.file)
    case 'nothing-to-export':
      return wording.nothing
    case 'failed':
      return wording.failed(outcome.file, problems[outcome.problem])
    case 'cancelled':
      return undefined
  }
}
