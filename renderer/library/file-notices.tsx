import { TriangleAlert, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { FileNotice } from '../../core/publication/publication'
import type { ReaderContext } from '../reader/context'
import type { OpenDialog } from '../state/open-dialog'
import { useMessages } from '../state/preferences'
import { Icon, IconButton } from '../ui/icon'

/**
 * What the reader is told once of a file that was opened: places that seem damaged, bytes that fit
 * nothing, what was not taken over. Each is passed by itself.
 */
export function FileNotices({ context: { app, workspace } }: { context: ReaderContext }) {
  const { repair, file: words } = useMessages()
  const { remarks, open, id } = workspace
  const { file } = open.publication
  if (file === undefined) return null
  const passed = app.passedNotices.value.get(id) ?? file.passed
  const isNew = (notice: FileNotice) => !passed.includes(notice)
  const pass = (notice: FileNotice) => {
    app.passedNotices.value = new Map(app.passedNotices.peek()).set(id, [...passed, notice])
    void app.api.passNotices(id, [...passed, notice])
  }
  const show = (notice: FileNotice, dialog: OpenDialog) => {
    pass(notice)
    app.dialog.value = dialog
  }
  const { length } = remarks.proposals
  const { encoding, misfits, leftOut } = file
  return (
    <>
      {isNew('misfits') && misfits > 0 && encoding !== null && (
        <NoticeOfFile text={words.misfits(misfits, encoding)} onPass={() => pass('misfits')}>
          <button
            type="button"
            class="quiet-button"
            onClick={() => show('misfits', { kind: 'encoding' })}
          >
            {words.choose}
          </button>
        </NoticeOfFile>
      )}
      {isNew('damage') && length > 0 && (
        <NoticeOfFile text={repair.count(length)} onPass={() => pass('damage')}>
          <button
            type="button"
            class="quiet-button"
            onClick={() => show('damage', { kind: 'repairs' })}
          >
            {repair.show(length)}
          </button>
        </NoticeOfFile>
      )}
      {isNew('left-out') && Object.keys(leftOut).length > 0 && (
        <NoticeOfFile text={words.leftOut(leftOut)} onPass={() => pass('left-out')} />
      )}
    </>
  )
}

interface NoticeOfFileProps {
  readonly text: string
  readonly onPass: () => void
  readonly children?: ComponentChildren
}

function NoticeOfFile({ text, onPass, children }: NoticeOfFileProps) {
  const { file: words } = useMessages()
  return (
    <div class="notice" role="status">
      <Icon of={TriangleAlert} size={16} />
      <p>{text}</p>
      {children}
      <IconButton icon={X} label={words.dismiss} onClick={onPass} />
    </div>
  )
}
