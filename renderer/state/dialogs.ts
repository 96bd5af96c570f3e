import type { ImportPreview } from '../../core/exchange/import/verdict'

/** The dialog that lies over the page; one at a time. */
export type OpenDialog =
  /** All notes, or those named. */
  | { readonly kind: 'export'; readonly ids?: readonly string[] }
  | { readonly kind: 'backups' }
  /** What the colours are called, and the tags. */
  | { readonly kind: 'names' }
  | { readonly kind: 'keyboard' }
  /** What importing a file would do. */
  | { readonly kind: 'import'; readonly preview: ImportPreview }
  | { readonly kind: 'provenance' }
