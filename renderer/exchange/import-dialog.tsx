import { useSignal } from '@preact/signals'
import {
  type ImportOutcome,
  type ImportPreview,
  mostListed,
} from '../../core/exchange/import/verdict'
import { announce, type Session } from '../state/session'
import { Dialog } from '../ui/dialog'
import { ImportedItems } from './imported-items'
import { sayImportOutcome } from './say-import'

interface ImportDialogProps {
  readonly session: Session
  readonly preview: ImportPreview
  readonly onClose: () => void
}

/** Shows item by item what an import would do, and does it when the reader agrees. */
export function ImportDialog({ session, preview, onClose }: ImportDialogProps) {
  const wording = session.messages.value.import
  const outcome = useSignal<ImportOutcome | null>(null)
  const said = outcome.value && sayImportOutcome(session.messages.value, outcome.value)
  const confirm = async (token: string) => {
    outcome.value = await session.api.confirmImport(token)
    announce(session, sayImportOutcome(session.messages.peek(), outcome.value))
  }
  const adds = preview.kind === 'preview' && addsSomething(preview.counts)
  return (
    <Dialog title={wording.title} onClose={onClose} wide={preview.kind === 'preview'}>
      {preview.kind === 'refused' && <p>{wording.refusals(preview.file, preview.refusal)}</p>}
      {preview.kind === 'preview' && outcome.value === null && (
        <>
          <p class="dialog-lead">
            {wording.origins[preview.origin]} · {wording.summary(preview.counts)}
          </p>
          <ImportedItems session={session} items={preview.items} />
          {preview.items.length === mostListed && (
            <p class="hint">{wording.listed(preview.items.length, total(preview.counts))}</p>
          )}
          {!adds && <p>{wording.nothingNew}</p>}
        </>
      )}
      {said && <p class="outcome">{said}</p>}
      <div class="dialog-foot">
        <button type="button" class="quiet-button" onClick={onClose}>
          {adds && outcome.value === null ? wording.cancel : wording.close}
        </button>
        {preview.kind === 'preview' && adds && outcome.value === null && (
          <button type="button" class="primary-button" onClick={() => void confirm(preview.token)}>
            {wording.go}
          </button>
        )}
      </div>
    </Dialog>
  )
}

type Counts = Extract<ImportPreview, { kind: 'preview' }>['counts']

const addsSomething = ({ new: fresh, moved, orphan, changed }: Counts): boolean =>
  fresh + moved + orphan + changed > 0

const total = (counts: Counts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
