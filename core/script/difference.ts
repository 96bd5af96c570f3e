import { charactersOf } from '../text/code-points'
import { identityMap } from '../text/offset-map'
import { type TextRange, textRange } from '../text/range'
import { mapOf, type Rendition } from './rendition'

/**
 * Where two forms of a document show different characters: runs of canonical code points, in order, block
 * by block. Where a form shows a stretch in another length, the whole of the stretch is compared.
 */
export function differencesBetween(one: Rendition, other: Rendition): readonly TextRange[] {
  const ranges: { start: number; end: number }[] = []
  for (const { block, range } of one.document.placed) {
    const shownAt = charactersShown(one, block.id)
    const otherAt = charactersShown(other, block.id)
    for (let i = 0; i < range.end - range.start; i++) {
      if (shownAt(i) === otherAt(i)) continue
      const at = range.start + i
      const last = ranges.at(-1)
      if (last?.end === at) last.end = at + 1
      else ranges.push({ start: at, end: at + 1 })
    }
  }
  return ranges.map(({ start, end }) => textRange(start, end))
}

/** What a form shows for a character of a block, by the character's place in the canonical text. */
function charactersShown(rendition: Rendition, id: string): (at: number) => string | undefined {
  const block = rendition.block(id)
  const map = mapOf(block)
  const characters = charactersOf(block.text)
  if (map === identityMap) return (at) => characters[at]
  return (at) => {
    const { start, end } = map.toRendered(textRange(at, at + 1))
    return characters.slice(start, end).join('')
  }
}
