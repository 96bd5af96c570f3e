import { ChevronLeft, ChevronRight } from 'lucide'
import { isOnWords, type Remark } from '../../core/apparatus/remark'
import { keysOf } from '../actions/keys'
import { moveRemark } from '../state/gloss'
import type { Stage } from '../state/stage'
import { IconButton } from '../ui/icon-button'
import { EmendationView, Slip } from './emendation-view'

/** What the edition has to say of one place, and the way to the places before and after it. */
export function RemarkGloss({ stage, remark }: { stage: Stage; remark: Remark }) {
  const { session } = stage
  const { edition } = session.messages.value
  const kind = remark.kind === 'sic' ? 'sic' : remark.emendation.kind
  const platform = session.app.platform
  const which = isOnWords(remark) ? 'words' : 'any'
  const list = which === 'any' ? session.remarks : session.remarks.filter(isOnWords)
  const [back, on] =
    which === 'any'
      ? (['previous-remark', 'next-remark'] as const)
      : (['previous-emendation', 'next-emendation'] as const)
  return (
    <>
      <header class="gloss-head">
        <h2 id="gloss-title">{edition.kinds[kind]}</h2>
        <span class="count">{edition.placeOf(list.indexOf(remark) + 1, list.length)}</span>
        <IconButton
          icon={ChevronLeft}
          label={edition.gloss.previous}
          keys={keysOf(back, platform)}
          onClick={() => moveRemark(stage, -1, which)}
        />
        <IconButton
          icon={ChevronRight}
          label={edition.gloss.next}
          keys={keysOf(on, platform)}
          onClick={() => moveRemark(stage, 1, which)}
        />
      </header>
      {remark.kind === 'sic' ? (
        <Slip session={session} sic={remark.sic} />
      ) : (
        <EmendationView session={session} emendation={remark.emendation} />
      )}
    </>
  )
}
