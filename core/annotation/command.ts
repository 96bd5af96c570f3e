import type { TextRange } from '../text/range'
import type { ScriptTag } from '../text/script-tag'
import type { Color, MarkStyle } from './style'

/**
 * What the page can ask for: one item a gesture of the reader. The page names places and wishes; the
 * owner of the annotations makes ids, times and quotes, so none of those can be forged.
 */
export type Command =
  | {
      readonly kind: 'highlight'
      readonly range: TextRange
      readonly seenIn: ScriptTag
      readonly style: MarkStyle
      readonly note?: string | undefined
    }
  | { readonly kind: 'restyle'; readonly ids: readonly string[]; readonly style: MarkStyle }
  | { readonly kind: 'recolor'; readonly ids: readonly string[]; readonly color: Color }
  | { readonly kind: 'note'; readonly id: string; readonly note: string }
  | { readonly kind: 'tags'; readonly id: string; readonly tags: readonly string[] }
  | { readonly kind: 'add-tags'; readonly ids: readonly string[]; readonly tags: readonly string[] }
  | { readonly kind: 'rename-tag'; readonly from: string; readonly to: string }
  /** Takes a tag from all that bear it. */
  | { readonly kind: 'remove-tag'; readonly tag: string }
  | { readonly kind: 're-range'; readonly id: string; readonly range: TextRange }
  | { readonly kind: 'reattach'; readonly id: string; readonly range: TextRange }
  | { readonly kind: 'delete'; readonly ids: readonly string[] }
