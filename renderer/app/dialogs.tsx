import type { CitationData } from '../../core/document/citation-data'
import { goToRemark } from '../apparatus/navigation'
import type { ReaderContext } from '../reader/context'
import type { OpenDialog } from '../state/open-dialog'
import { lazy } from '../ui/lazy'
import { perform } from './perform'

const ProvenanceDialog = lazy(
  async () => (await import('../apparatus/provenance-dialog')).ProvenanceDialog,
)
const RemarksDialog = lazy(async () => (await import('../apparatus/remarks-dialog')).RemarksDialog)
const RepairsDialog = lazy(async () => (await import('../apparatus/repairs-dialog')).RepairsDialog)
const CitationDialog = lazy(async () => (await import('../library/citation-dialog')).CitationDialog)
const EncodingDialog = lazy(async () => (await import('../library/encoding-dialog')).EncodingDialog)
const ExportDialog = lazy(async () => (await import('../exchange/export-dialog')).ExportDialog)
const PrintDialog = lazy(async () => (await import('../exchange/print-dialog')).PrintDialog)
const ImportDialog = lazy(async () => (await import('../exchange/import-dialog')).ImportDialog)
const ReadingDialog = lazy(async () => (await import('../exchange/import-dialog')).ReadingDialog)
const BackupsDialog = lazy(async () => (await import('../shell/backups-dialog')).BackupsDialog)
const CommandsDialog = lazy(async () => (await import('../palette/commands-dialog')).CommandsDialog)
const KeyboardMap = lazy(async () => (await import('../shell/keyboard-map')).KeyboardMap)
const TagSheet = lazy(async () => (await import('../notes/tag-sheet')).TagSheet)
const NoVoiceDialog = lazy(async () => (await import('../voice/no-voice-dialog')).NoVoiceDialog)
const NamesDialog = lazy(async () => (await import('../shell/names-dialog')).NamesDialog)

interface DialogsProps {
  readonly context: ReaderContext
}

/** The dialog that is open, if one is. */
export function Dialogs({ context }: DialogsProps) {
  const { app, workspace } = context
  const dialog = app.dialog.value
  const onClose = () => closeDialog(context, dialog)
  switch (dialog?.kind) {
    case undefined:
      return app.job.value?.kind === 'import' ? (
        <ReadingDialog api={app.api} job={app.job.value} />
      ) : null
    case 'export':
      return <Export context={context} dialog={dialog} />
    case 'print':
      return <Print context={context} dialog={dialog} />
    case 'import':
      return <Import context={context} dialog={dialog} />
    case 'backups':
      return <Backups context={context} dialog={dialog} />
    case 'names':
      return <Names context={context} dialog={dialog} />
    case 'commands':
      return <Commands context={context} dialog={dialog} />
    case 'tag-sheet':
      return <TagSheet context={context} tag={dialog.tag} onClose={onClose} />
    case 'no-voice':
      return <NoVoiceDialog onClose={onClose} />
    case 'keyboard':
      return <KeyboardMap onClose={onClose} />
    case 'remarks':
      return (
        <RemarksDialog
          remarks={workspace.remarks}
          rendition={workspace.view.rendition}
          onGo={(remark) => goToRemark(context, remark)}
          onClose={onClose}
        />
      )
    case 'repairs':
      return <Repairs context={context} dialog={dialog} />
    case 'citation':
      return <Citation context={context} dialog={dialog} />
    case 'encoding':
      return <Encoding context={context} dialog={dialog} />
    case 'provenance':
      return (
        <ProvenanceDialog
          open={workspace.open}
          version={app.version}
          api={app.api}
          onCite={() => void app.askForCitation(workspace.id)}
          onClose={onClose}
        />
      )
  }
}

/** What a dialog is made of that was opened with something of its own. */
interface DialogProps<Kind extends OpenDialog['kind']> extends DialogsProps {
  readonly dialog: Extract<OpenDialog, { kind: Kind }>
}

/** Closes a dialog, and none that has come in its place meanwhile. */
function closeDialog({ app }: ReaderContext, dialog: OpenDialog | null): void {
  if (app.dialog.peek() === dialog) app.dialog.value = null
}

/** Says how what was asked for in a dialog went; to the eye too, once the dialog that shows it is gone. */
function say({ app }: ReaderContext, dialog: OpenDialog, text: string): void {
  if (app.dialog.peek() === dialog) app.announcer.announce(text)
  else app.announcer.tell(text)
}

function Export({ context, dialog }: DialogProps<'export'>) {
  const { app, workspace } = context
  const { annotations, notes, view } = workspace
  return (
    <ExportDialog
      api={app.api}
      job={app.job}
      documentId={workspace.id}
      annotations={annotations.map}
      list={notes}
      shown={view.state.peek().script}
      isVertical={view.vertical.peek()}
      ids={dialog.ids}
      documents={dialog.documents}
      say={(text) => say(context, dialog, text)}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Print({ context, dialog }: DialogProps<'print'>) {
  const { app, workspace } = context
  return (
    <PrintDialog
      api={app.api}
      documentId={workspace.id}
      view={workspace.view}
      say={(text) => say(context, dialog, text)}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Import({ context, dialog }: DialogProps<'import'>) {
  const { app, workspace } = context
  return (
    <ImportDialog
      api={app.api}
      say={(text) => say(context, dialog, text)}
      preview={dialog.preview}
      openId={workspace.id}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Backups({ context, dialog }: DialogProps<'backups'>) {
  const { app, workspace } = context
  return (
    <BackupsDialog
      api={app.api}
      documentId={workspace.id}
      say={(text) => say(context, dialog, text)}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Names({ context, dialog }: DialogProps<'names'>) {
  const { app, workspace } = context
  const { annotations, annotator, notes } = workspace
  const renameTag = async (from: string, to: string) => {
    const name = await annotator.renameTag(from, to)
    if (name !== undefined) notes.followTag(from, name)
  }
  return (
    <NamesDialog
      annotations={annotations.map}
      onRenameTag={(from, to) => void renameTag(from, to)}
      onReadTag={(tag) => {
        app.dialog.value = { kind: 'tag-sheet', tag }
      }}
      onDeleteTag={(tag) => {
        notes.dropTag(tag)
        void annotator.deleteTag(tag)
      }}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Commands({ context, dialog }: DialogProps<'commands'>) {
  return (
    <CommandsDialog
      context={context}
      perform={(action) => perform(context, action)}
      typed={dialog.typed ?? ''}
      onShown={() => {
        if (dialog.typed !== null) context.app.dialog.value = { kind: 'commands', typed: null }
      }}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Repairs({ context, dialog }: DialogProps<'repairs'>) {
  const { app, workspace } = context
  return (
    <RepairsDialog
      document={workspace.open.document}
      proposals={workspace.remarks.proposals}
      shown={dialog}
      onShow={(shown) => {
        app.dialog.value = shown
      }}
      onTake={(ids) => void app.edit({ kind: 'take', ids })}
      onGo={(remark) => goToRemark(context, remark)}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Citation({ context, dialog }: DialogProps<'citation'>) {
  const { app } = context
  const { documentId, known, onKnown } = dialog
  const finish = async (given: CitationData | null) => {
    const refusal = await app.cite(documentId, given)
    if (refusal !== null) return refusal
    closeDialog(context, dialog)
    onKnown?.()
    return null
  }
  return (
    <CitationDialog
      known={known}
      version={app.version}
      onSave={finish}
      onLater={onKnown && (() => void finish(null))}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}

function Encoding({ context, dialog }: DialogProps<'encoding'>) {
  const { app, workspace } = context
  const { canonical, publication } = workspace.open
  return (
    <EncodingDialog
      api={app.api}
      documentId={workspace.id}
      taken={publication.file?.encoding ?? ''}
      lang={canonical.lang}
      onClose={() => closeDialog(context, dialog)}
    />
  )
}
