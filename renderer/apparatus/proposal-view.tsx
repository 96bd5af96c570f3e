import { type Emendation } from '../../core/apparatus/emendation'
import { wordAround } from '../../core/apparatus/reader-emendations'
import type { Proposal } from '../../core/repair/proposal'
import type { ReaderContext } from '../reader/context'
import { useMessages } from '../state/preferences'
import { Reading } from './reading'

interface ProposalViewProps {
  readonly context: ReaderContext
  readonly proposal: Proposal
}

/** A place that seems damaged: as it is, what is proposed, why, and the buttons that repair it. */
export function ProposalView({ context, proposal }: ProposalViewProps) {
  const { app, workspace } = context
  const { repair } = useMessages()
  const { document } = workspace.open
  const script = document.data.canonicalScript
  const { id, kind, found, reading, range, proof } = proposal
  const word = wordAround(document, range, proposal)
  const same = workspace.remarks.proposals.filter((other) => other.proposal.kind === kind)
  return (
    <>
      <dl class="readings">
        <Reading script={script} label={repair.found} text={found} within={word?.found} />
        <Reading script={script} label={repair.reading} text={reading} within={word?.reading} />
      </dl>
      <p class="why">{repair.why[kind]}</p>
      {proof && <p class="why proof">{repair.proof(proof.written, proof.readAs, proof.bytes)}</p>}
      <div class="repair-buttons">
        <button
          type="button"
          class="primary-button"
          onClick={() => void app.edit({ kind: 'take', ids: [id] }, true)}
        >
          {repair.take}
        </button>
        {same.length > 1 && (
          <button
            type="button"
            class="quiet-button"
            onClick={() =>
              void app.edit({ kind: 'take', ids: same.map((other) => other.id) }, true)
            }
          >
            {repair.takeAll(repair.kinds[kind], same.length)}
          </button>
        )}
      </div>
    </>
  )
}

/** The way back from a repair that the reader took; of what editors emended there is none. */
export function GiveBack({
  context: { app, workspace },
  emendation,
}: {
  readonly context: ReaderContext
  readonly emendation: Emendation
}) {
  const { repair } = useMessages()
  if (workspace.open.publication.apparatus.proposals === undefined) return null
  return (
    <div class="repair-buttons">
      <button
        type="button"
        class="quiet-button"
        onClick={() => void app.edit({ kind: 'give-back', ids: [emendation.id] })}
      >
        {repair.giveBack}
      </button>
    </div>
  )
}
