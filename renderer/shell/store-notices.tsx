import { TriangleAlert, X } from 'lucide'
import type { StoreStatus } from '../../core/app/store-status'
import type { Messages } from '../../core/messages/en'
import type { Session } from '../state/session'
import { Icon } from '../ui/icon'
import { IconButton } from '../ui/icon-button'
import { ErrorNotice } from './error-notice'

/** What the reader must know of the files: how they were found, and whether changes reach the disk. */
export function StoreNotices({ session }: { session: Session }) {
  const messages = session.messages.value
  const standing = sayStatus(messages, session.store.value)
  return (
    <div class="notices">
      <ErrorNotice session={session} />
      {standing !== undefined && (
        <div class="notice" role="alert">
          <Icon of={TriangleAlert} />
          <p>{standing}</p>
          <ShowFolder session={session} />
        </div>
      )}
      {session.notices.value.map((notice) => (
        <div key={messages.store.notice(notice)} class="notice" role="alert">
          <Icon of={TriangleAlert} />
          <p>{messages.store.notice(notice)}</p>
          <ShowFolder session={session} />
          <IconButton
            icon={X}
            label={messages.store.dismiss}
            onClick={() => {
              session.notices.value = session.notices.peek().filter((other) => other !== notice)
            }}
          />
        </div>
      ))}
    </div>
  )
}

function ShowFolder({ session }: { session: Session }) {
  return (
    <button
      type="button"
      class="quiet-button"
      onClick={() => void session.api.showInFolder('data')}
    >
      {session.messages.value.store.showFolder}
    </button>
  )
}

function sayStatus(messages: Messages, status: StoreStatus): string | undefined {
  switch (status.state) {
    case 'saved':
      return undefined
    case 'unsaved':
      return messages.store.unsaved(status.file, messages.problems[status.problem], status.code)
    case 'read-only':
      return messages.store.readOnly(status.file, status.version)
  }
}
