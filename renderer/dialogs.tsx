import { ProvenanceDialog } from './apparatus/provenance-dialog'
import { ExportDialog } from './exchange/export-dialog'
import { ImportDialog } from './exchange/import-dialog'
import { BackupsDialog } from './shell/backups-dialog'
import { KeyboardMap } from './shell/keyboard-map'
import { NamesDialog } from './shell/names-dialog'
import type { Session } from './state/session'

/** The dialog that is open, if one is. */
export function Dialogs({ session }: { session: Session }) {
  const open = session.dialog.value
  const close = () => {
    session.dialog.value = null
  }
  switch (open?.kind) {
    case undefined:
      return null
    case 'export':
      return <ExportDialog session={session} ids={open.ids} onClose={close} />
    case 'import':
      return <ImportDialog session={session} preview={open.preview} onClose={close} />
    case 'backups':
      return <BackupsDialog session={session} onClose={close} />
    case 'names':
      return <NamesDialog session={session} onClose={close} />
    case 'keyboard':
      return <KeyboardMap session={session} onClose={close} />
    case 'provenance':
      return <ProvenanceDialog session={session} onClose={close} />
  }
}
