import type { ImportPreview } from '../../core/app/import-report'
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
  /** @property typed what was typed before its field was there */
  | { readonly kind: 'commands'; readonly typed: string }
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
