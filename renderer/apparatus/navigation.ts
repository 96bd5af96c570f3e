import type { Remark, RemarkSet } from '../../core/apparatus/remark'
import type { ReaderContext } from '../reader/context'
import type { Travel } from '../state/places'

/** Goes to the next remark of a set, or the one before, and opens it. */
export function moveRemark(context: ReaderContext, step: 1 | -1, set: RemarkSet): void {
  const { remarks, view } = context.workspace
  const next = remarks.next(step, set, view.placeNow())
  if (next !== undefined) goToRemark(context, next, 'step')
}

/** Goes to the place of a remark and opens it. */
export function goToRemark(
  { workspace, reader }: ReaderContext,
  remark: Remark,
  kind: Travel = 'jump',
): void {
  reader.travel(kind, () => reader.reveal(remark.range))
  workspace.remarks.openRemark(remark, 'block')
}

/** Goes to the next place that seems damaged, from where the reader is on. */
export function goOnRepairing(context: ReaderContext): void {
  const { remarks, view } = context.workspace
  const { proposals } = remarks
  const place = view.placeNow()
  const next = proposals.find(({ range }) => range.start >= place) ?? proposals[0]
  if (next === undefined) context.reader.focusText()
  else goToRemark(context, next, 'step')
}
