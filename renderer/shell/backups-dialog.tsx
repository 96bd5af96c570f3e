import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Generation } from '../../core/app/generation'
import type { RestoreOutcome } from '../../core/contract/contract'
import { backupMessages } from '../../core/messages/backups'
import { announce, type Session } from '../state/session'
import { Dialog } from '../ui/dialog'

/** The earlier states of the notes that are kept, and the way back to each. */
export function BackupsDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const backups = useSignal<readonly Generation[] | null>(null)
  const said = useSignal<string | null>(null)
  const wording = backupMessages[session.language.value]
  const { time } = session.messages.value.export
  const load = async () => {
    backups.value = await session.api.listBackups(session.open.id)
  }
  useEffect(() => void load(), [])
  const restore = async (backup: Generation) => {
    const outcome = await session.api.restoreBackup(session.open.id, backup.name)
    said.value = sayOutcome(session, outcome, time(backup.writtenAt))
    announce(session, said.value)
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
        <button
          type="button"
          class="quiet-button"
          onClick={() => void session.api.showInFolder('data')}
        >
          {wording.showFolder}
        </button>
        <button type="button" class="primary-button" data-first-focus onClick={onClose}>
          {wording.close}
        </button>
      </div>
    </Dialog>
  )
}

function sayOutcome(session: Session, outcome: RestoreOutcome, when: string): string {
  const wording = backupMessages[session.language.peek()]
  switch (outcome.kind) {
    case 'restored':
      return wording.restored(when)
    case 'same':
      return wording.same
    case 'read-only':
      return session.messages.peek().refused['read-only']
    case 'failed':
      return wording.failed(outcome.code)
  }
}
