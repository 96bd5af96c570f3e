import { TriangleAlert, X } from 'lucide'
import { reportText } from '../../core/app/error-report'
import { errorMessages } from '../../core/messages/errors'
import type { Session } from '../state/session'
import { Icon } from '../ui/icon'
import { IconButton } from '../ui/icon-button'

/** Says once that something unforeseen happened, and offers what helps to mend it. */
export function ErrorNotice({ session }: { session: Session }) {
  const report = session.error.value
  if (report === null) return null
  const wording = errorMessages[session.language.value]
  const details = reportText(report, session.app.version)
  return (
    <div class="notice" role="alert">
      <Icon of={TriangleAlert} />
      <p>{wording.happened}</p>
      <button type="button" class="quiet-button" onClick={() => void session.api.copyText(details)}>
        {wording.copyDetails}
      </button>
      <IconButton
        icon={X}
        label={session.messages.value.store.dismiss}
        onClick={() => {
          session.error.value = null
        }}
      />
    </div>
  )
}
