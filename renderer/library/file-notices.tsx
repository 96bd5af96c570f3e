import { TriangleAlert, X } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { ReaderContext } from '../reader/context'
import type { OpenDialog } from '../state/app-state'
import { useMessages } from '../state/preferences'
import { Icon, IconButton } from '../ui/icon'

/**
 * What the reader is told once of a file that was opened: places that seem damaged, bytes that fit
 * nothing, what was not taken over.
 */
export function FileNotices({ context: { app, workspace } }: { context: ReaderContext }) {
  const { repair, file: words } = useMessages()
  const { remarks, open, id } = workspace
  const { file } = open.publication
  if (file === undefined || file.isTold || app.toldOf.value.has(id)) return null
  const pass = () => {
    app.toldOf.value = new Set([...app.toldOf.peek(), id])
    void app.api.passNotices(id)
  }
  const show = (dialog: OpenDialog) => {
    pass()
    app.dialog.value = dialog
  }
  const { length } = remarks.proposals
  const { encoding, misfits, leftOut } = file
  return (
    <>
      {misfits > 0 && encoding !== null && (
        <FileNotice text={words.misfits(misfits, encoding)} onPass={pass}>
          <button type="button" class="quiet-button" onClick={() => show({ kind: 'encoding' })}>
            {words.choose}
          </button>
        </FileNotice>
      )}
      {length > 0 && (
        <FileNotice text={repair.count(length)} onPass={pass}>
          <button type="button" class="quiet-button" onClick={() => show({ kind: 'repairs' })}>
            {repair.show(length)}
          </button>
        </FileNotice>
      )}
      {Object.keys(leftOut).length > 0 && (
        <FileNotice text={words.leftOut(leftOut)} onPass={pass} />
      )}
    </>
  )
}

interface FileNoticeProps {
  readonly text: string
  readonly onPass: () => void
  readonly children?: ComponentChildren
}

function FileNotice({ text, onPass, children }: FileNoticeProps) {
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
