import { isAnchored } from '../../core/anchor/anchored'
import { resolve } from '../../core/anchor/resolve'
import { type Annotation, byPlaceAndTime } from '../../core/annotation/annotation'
import { CanonicalDocument } from '../../core/edition/document'
import { visible } from '../../core/export/visible'
import { type CommandSurroundings, exitCodes } from './surroundings'

/** Prints the notes, one a line: id, place or —, style, tags, quote, note; apart by tabs. */
export async function listCommand(
  annotations: readonly Annotation[],
  { material, print }: CommandSurroundings,
): Promise<number> {
  const { publication } = await material()
  const document = new CanonicalDocument(publication.document)
  for (const annotation of annotations.toSorted(byPlaceAndTime)) {
    const resolved = resolve(document, annotation)
    const { color, kind } = annotation.style
    const cells = [
      annotation.id,
      isAnchored(resolved) ? `${resolved.place.start}–${resolved.place.end}` : '—',
      `${color} ${kind}`,
      annotation.tags.map((tag) => `#${tag}`).join(' '),
      annotation.quote.exact,
      annotation.note,
    ]
    print(cells.map((cell) => visible(cell).replaceAll(/\s+/gu, ' ')).join('\t'))
  }
  return exitCodes.done
}
