import { BackupsDialog } from './backups/backups-dialog'
import { ExportDialog } from './export/export-dialog'
import { KeyboardMap } from './help/keyboard-map'
import { ImportDialog } from './import/import-dialog'
import { NamesDialog } from './names/names-dialog'
import { ProvenanceDialog } from './provenance/provenance-dialog'
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
