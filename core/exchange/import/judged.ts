import type { Annotation } from '../../annotation/annotation'
import type { Change } from '../../annotation/change-set'
import type { Verdict, VerdictReason } from './verdict'

/** What is to become of one annotation of a file. */
export interface Judged {
  readonly verdict: Verdict
  readonly reason?: VerdictReason
  readonly detail?: string
  /** The annotation as it is or would be kept; none where it is refused. */
  readonly annotation?: Annotation
  /** Absent where nothing changes. */
  readonly change?: Change
}
