import { type Annotation, byPlaceAndTime } from '../../core/annotation/annotation'
import { isAnchored, resolve } from '../../core/annotation/resolve'
import { hashtag } from '../../core/annotation/tag'
import { visible } from '../../core/exchange/export/visible'
import { type CommandSurroundings, exitCodes } from './surroundings'

/**
 * Prints the notes, one a line: id, place, style, tags, quote, note; apart by tabs. Those whose words are
 * not in the text come last, with — for a place.
 */
export async function listCommand(
  annotations: readonly Annotation[],
  { material, print }: CommandSurroundings,
): Promise<number> {
  const { open, settings, messages } = await material()
  const all = annotations.toSorted(byPlaceAndTime).map((one) => resolve(open.document, one))
  const placedFirst = [...all.filter(isAnchored), ...all.filter((item) => !isAnchored(item))]
  for (const resolved of placedFirst) {
    const { annotation } = resolved
    const { color, kind } = annotation.style
    const cells = [
      annotation.id,
      isAnchored(resolved) ? `${resolved.place.start}–${resolved.place.end}` : '—',
      messages.styleName(settings.colorNames[color] || messages.colors[color], kind),
      annotation.tags.map(hashtag).join(' '),
      annotation.quote.exact,
      annotation.note,
    ]
    print(cells.map((cell) => visible(cell).replaceAll(/\s+/gu, ' ')).join('\t'))
  }
  return exitCodes.done
}
