import { computed, type ReadonlySignal } from '@preact/signals'
import { isAnchored } from '../../core/annotation/resolve'
import { allStyles, styleName } from '../../core/annotation/style'
import type { TextRange } from '../../core/text/range'
import { placeShown } from '../state/range-edit'
import type { Session } from '../state/session'
import type { Layers } from './painting'

/**
 * The layers of paint, lowest first: marks by style; emended words, emended punctuation and the
 * author's slips; the passage that a card explains; what was found, and the match that is shown; the open mark; the passage
 * being noted.
 */
export const layerNames = [
  ...allStyles.map(styleName),
  'emendation',
  'emended-mark',
  'sic',
  'explained',
  'found',
  'found-current',
  'active',
  'noted',
] as const

/** What each layer shows: the reader's marks, and the overlays that others put over them. */
export const layersOf = (session: Session): ReadonlySignal<Layers> =>
  computed(() => {
    const layers = new Map<string, TextRange[]>(layerNames.map((name) => [name, []]))
    for (const [name, ranges] of session.overlays.value) layers.get(name)?.push(...ranges)
    for (const item of session.resolved.value) {
      if (!isAnchored(item)) continue
      const place = placeShown(session, item)
      layers.get(styleName(item.annotation.style))?.push(place)
      if (item.annotation.id === session.activeId.value) layers.get('active')?.push(place)
    }
    if (session.editing.value?.kind === 'passage') {
      layers.get('noted')?.push(session.editing.value.range)
    }
    return layers
  })
