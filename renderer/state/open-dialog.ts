import type { ActionId } from '../../core/app/actions'
import type { ImportPreview } from '../../core/app/import-report'
import type { Job } from '../../core/app/job'
import type { KnownCitation } from '../../core/document/citation-data'
import type { RepairKind } from '../../core/repair/proposal'
import type { DocumentsMeant } from './library'

/** The dialog that lies over the page; one at a time. */
export type OpenDialog =
  /** All notes on the open document, or those named; or the notes on the documents named. */
  | {
      readonly kind: 'export'
      readonly ids?: readonly string[]
      readonly documents?: DocumentsMeant
    }
  | { readonly kind: 'print' }
  | { readonly kind: 'backups' }
  /** What the colours are called, and the tags. */
  | { readonly kind: 'names' }
  /** The passages of a tag, to be read together. */
  | { readonly kind: 'tag-sheet'; readonly tag: string }
  | { readonly kind: 'keyboard' }
  /** @property typed what was typed before its field was there; null once it is */
  | { readonly kind: 'commands'; readonly typed: string | null }
  /** How the system is given a voice. */
  | { readonly kind: 'no-voice' }
  /** What importing a file would do. */
  | { readonly kind: 'import'; readonly preview: ImportPreview }
  /** What the edition has to say of the text, in lists. */
  | { readonly kind: 'remarks' }
  /** Places that seem damaged; those of a kind, and which of them has the focus. */
  | { readonly kind: 'repairs'; readonly group?: RepairKind; readonly focused?: number }
  | { readonly kind: 'provenance' }
  /** What a document is to be cited as. */
  | {
      readonly kind: 'citation'
      readonly documentId: string
      readonly known: KnownCitation
      /** What the reader wanted to do, and is asked for; nothing where they asked to be asked. */
      readonly onKnown?: () => void
    }
  /** In which encoding the document's file was read, and may be read. */
  | { readonly kind: 'encoding' }

/** What concerns the window, or the field where one types, whichever dialog is open. */
const ofEveryDialog: readonly ActionId[] = ['undo', 'redo', 'full-screen']

/**
 * What can be asked for while a dialog is open; null where none is, and all can. The page under it is inert:
 * nothing there can be clicked or come to by Tab. Keys and menus reach past that, and are held to the same; else
 * a note would be deleted that cannot be seen, or one dialog would take the place of another that asks something.
 */
export function actionsIn(dialog: OpenDialog | null, job: Job | null): readonly ActionId[] | null {
  if (dialog?.kind === 'commands') return [...ofEveryDialog, 'commands']
  // The reading of a file to import has a dialog of its own, for as long as it takes.
  return dialog !== null || job?.kind === 'import' ? ofEveryDialog : null
}

/**
 * Whether undo and redo, asked for outside of a field, mean the notes or the words of the document: where the
 * dialog itself changes them at once.
 */
export const changesAtOnce = (dialog: OpenDialog | null): boolean =>
  dialog?.kind === 'names' || dialog?.kind === 'repairs'
