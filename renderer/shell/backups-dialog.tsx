import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Generation } from '../../core/app/generation'
import type { PiyueApi, RestoreOutcome } from '../../core/contract/contract'
import { useMessages } from '../state/preferences'
import { Dialog } from '../ui/dialog'

interface BackupsDialogProps {
  readonly api: Pick<PiyueApi, 'listBackups' | 'restoreBackup' | 'showInFolder'>
  readonly documentId: string
  readonly say: (text: string) => void
  readonly onClose: () => void
}

/** The earlier states of the notes that are kept, and the way back to each. */
export function BackupsDialog({ api, documentId, say, onClose }: BackupsDialogProps) {
  const backups = useSignal<readonly Generation[] | null>(null)
  const said = useSignal<string | null>(null)
  const { backups: wording, export: exporting, refused } = useMessages()
  const { time } = exporting
  const sayOutcome = (outcome: RestoreOutcome, when: string): string => {
    switch (outcome.kind) {
      case 'restored':
        return wording.restored(when)
      case 'same':
        return wording.same
      case 'read-only':
        return refused['read-only']
      case 'failed':
        return wording.failed(outcome.reason)
    }
  }
  const load = async () => {
    backups.value = await api.listBackups(documentId)
  }
  useEffect(() => void load(), [documentId])
  const restore = async (backup: Generation) => {
    const outcome = await api.restoreBackup(documentId, backup.name)
    said.value = sayOutcome(outcome, time(backup.writtenAt))
    say(said.value)
    await load()
  }
  return (
    <Dialog title={wording.title} onClose={onClose}>
      <p class="dialog-lead">{backups.value?.length === 0 ? wording.none : wording.how}</p>
      <ul class="backups">
        {backups.value?.map((backup) => (
          <li key={backup.name}>
            <time dateTime={backup.writtenAt}>{time(backup.writtenAt)}</time>
            <span class="count">{wording.count(backup.count)}</span>
            <button type="button" class="quiet-button" onClick={() => void restore(backup)}>
              {wording.restore}
            </button>
          </li>
        ))}
      </ul>
      {said.value !== null && <p class="outcome">{said.value}</p>}
      <div class="dialog-foot">
        <button type="button" class="quiet-button" onClick={() => void api.showInFolder('data')}>
          {wording.showFolder}
        </button>
        <button type="button" class="primary-button" data-first-focus onClick={onClose}>
          {wording.close}
        </button>
      </div>
    </Dialog>
  )
}
