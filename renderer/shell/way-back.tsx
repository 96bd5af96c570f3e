import { ArrowLeft } from 'lucide'
import type { ReaderContext } from '../reader/context'
import { goAlong, nameOfPlace } from '../reader/travelling'
import { Icon } from '../ui/icon'

/**
 * After a jump, a pale line at the text's foot that leads back; it fades by itself, but not while the
 * pointer or the focus is on it. How long it stays is the style sheet's to say.
 */
export function WayBack({ context }: { context: ReaderContext }) {
  const { app, workspace } = context
  const { places, view } = workspace
  const left = places.left.value
  // The way back to the figures is offered in the same place.
  if (left === null || workspace.figures.left.value !== null) return null
  const { ways } = app.preferences.messages.value
  const [before, after] = ways.backTo('\n').split('\n')
  return (
    <button
      // Another jump begins anew.
      key={left}
      type="button"
      class="way-back"
      title={app.preferences.withKeys(ways.back, 'back')}
      onClick={() => goAlong(context, 'back')}
      onAnimationEnd={() => places.forgetOffer()}
    >
      <Icon of={ArrowLeft} size={15} />
      <span>
        {before}
        <span lang={view.rendition.value.lang}>{nameOfPlace(context, left)}</span>
        {after}
      </span>
    </button>
  )
}
