import type { TextRange } from '../text/range'
import type { ScriptTag } from '../text/script-tag'
import type { MarkStyle } from './style'

/** What a note being written belongs to: a mark that is there, or a passage not yet marked. */
export type DraftTarget =
  | { readonly kind: 'annotation'; readonly id: string }
  | {
      readonly kind: 'passage'
      readonly documentId: string
      readonly documentDigest: string
      readonly range: TextRange
      readonly seenIn: ScriptTag
      readonly style: MarkStyle
    }

/** What two targets that are the same share: a mark, or a passage, whatever style it is to have and however seen. */
export const keyOfTarget = (target: DraftTarget): string =>
  JSON.stringify(
    target.kind === 'annotation'
      ? [target.id]
      : [target.documentId, target.documentDigest, target.range.start, target.range.end],
  )

/** A note that is being written and not yet saved; kept on disk, so that it survives a crash. */
export interface Draft {
  readonly target: DraftTarget
  readonly note: string
  /** ISO 8601, milliseconds, UTC. */
  readonly at: string
  /** The reader left it: it waits at its card, and does not open by itself. */
  readonly left?: true | undefined
}
