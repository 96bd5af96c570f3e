import type { CitationData } from '../../core/document/citation-data'
import { goToRemark } from '../apparatus/navigation'
import type { ReaderContext } from '../reader/context'
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

/** The dialog that is open, if one is. */
export function Dialogs({ context }: { context: ReaderContext }) {
  const { app, workspace } = context
  const { api, version } = app
  const { annotations, annotator, remarks, notes, open, view } = workspace
  const dialog = app.dialog.value
  const announce = (text: string) => app.announcer.announce(text)
  const close = () => {
    app.dialog.value = null
  }
  const renameTag = async (from: string, to: string) => {
    const name = await annotator.renameTag(from, to)
    if (name !== undefined) notes.followTag(from, name)
  }
  switch (dialog?.kind) {
    case undefined:
      return app.job.value?.kind === 'import' ? (
        <ReadingDialog api={api} job={app.job.value} />
      ) : null
    case 'export':
      return (
        <ExportDialog
          api={api}
          job={app.job}
          documentId={workspace.id}
          annotations={annotations.map}
          list={notes}
          shown={view.state.peek().script}
          isVertical={view.vertical.peek()}
          ids={dialog.ids}
          documents={dialog.documents}
          announce={announce}
          onClose={close}
        />
      )
    case 'print':
      return (
        <PrintDialog
          api={api}
          documentId={workspace.id}
          view={view}
          announce={announce}
          onClose={close}
        />
      )
    case 'import':
      return (
        <ImportDialog
          api={api}
          announce={announce}
          preview={dialog.preview}
          openId={workspace.id}
          onClose={close}
        />
      )
    case 'backups':
      return (
        <BackupsDialog api={api} documentId={workspace.id} announce={announce} onClose={close} />
      )
    case 'names':
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
          onClose={close}
        />
      )
    case 'commands':
      return (
        <CommandsDialog
          context={context}
          perform={(action) => perform(context, action)}
          typed={dialog.typed}
          onClose={close}
        />
      )
    case 'tag-sheet':
      return <TagSheet context={context} tag={dialog.tag} onClose={close} />
    case 'no-voice':
      return <NoVoiceDialog onClose={close} />
    case 'keyboard':
      return <KeyboardMap onClose={close} />
    case 'remarks':
      return (
        <RemarksDialog
          remarks={remarks}
          rendition={view.rendition}
          onGo={(remark) => goToRemark(context, remark)}
          onClose={close}
        />
      )
    case 'repairs':
      return (
        <RepairsDialog
          document={open.document}
          proposals={remarks.proposals}
          shown={dialog}
          onShow={(shown) => {
            app.dialog.value = shown
          }}
          onTake={(ids) => void app.edit({ kind: 'take', ids })}
          onGo={(remark) => goToRemark(context, remark)}
          onClose={close}
        />
      )
    case 'citation': {
      const { documentId, known, onKnown } = dialog
      const finish = async (given: CitationData | null) => {
        await app.cite(documentId, given)
        close()
        onKnown?.()
      }
      return (
        <CitationDialog
          known={known}
          version={version}
          onSave={(given) => void finish(given)}
          onLater={onKnown && (() => void finish(null))}
          onClose={close}
        />
      )
    }
    case 'encoding':
      return (
        <EncodingDialog
          api={api}
          documentId={workspace.id}
          taken={open.publication.file?.encoding ?? ''}
          lang={open.canonical.lang}
          onClose={close}
        />
      )
    case 'provenance':
      return (
        <ProvenanceDialog
          open={open}
          version={version}
          api={api}
          onCite={() => void app.askForCitation(workspace.id)}
          onClose={close}
        />
      )
  }
}
