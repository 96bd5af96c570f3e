import type { Explanation, FigureInText } from '../../core/apparatus/explanation'
import type { CanonicalDocument, PlacedBlock } from '../../core/document/document'
import { codePointLength } from '../../core/text/code-points'
import { type TextRange, textRange } from '../../core/text/range'
import type { ExplanationItem } from './explanations-file'

/**
 * Finds the places of what the editor explains.
 *
 * @throws Error if words do not stand where they are said to, or a figure is not once in its words.
 */
export function buildExplanations(
  document: CanonicalDocument,
  items: readonly ExplanationItem[],
): readonly Explanation[] {
  const blockOf = (id: string): PlacedBlock => {
    const placed = document.block(id)
    if (placed === undefined) throw new Error(`There is no block ${id}`)
    return placed
  }

  const before = ({ block, words, figure: digits }: Before): FigureInText => {
    const [place] = occurrences([blockOf(block)], words)
    return figure(place, words, digits)
  }

  return items.map((item) => {
    const { id, words, says, sources = [] } = item
    const blocks = item.block === undefined ? document.placed : [blockOf(item.block)]
    const places = occurrences(blocks, words)
    const explanation = { id, places, words, says, sources }
    if (item.kind !== 'figures') return { ...explanation, kind: item.kind }
    const [whole, ...parts] = item.before.map(before)
    if (whole === undefined) throw new Error(`${id} compares nothing`)
    return {
      ...explanation,
      kind: item.kind,
      comparison: {
        before: [whole, ...parts],
        after: figure(places[0], words, item.after),
        stated: figure(places[0], words, item.stated),
      },
    }
  })
}

type Before = Extract<ExplanationItem, { kind: 'figures' }>['before'][number]

/** @throws Error if the digits are not one whole figure of the words, once. */
function figure(place: TextRange, words: string, digits: string): FigureInText {
  const hits = [...words.matchAll(/\d+(?:\.\d+)?/g)].filter(([found]) => found === digits)
  const [hit] = hits
  if (hit === undefined || hits.length > 1) throw new Error(`${digits} is not once in ${words}`)
  const start = place.start + codePointLength(words.slice(0, hit.index))
  return { canonical: textRange(start, start + digits.length), text: digits }
}

function occurrences(
  blocks: readonly PlacedBlock[],
  words: string,
): readonly [TextRange, ...TextRange[]] {
  const [first, ...others] = blocks.flatMap(({ block, range }) =>
    block.text
      .split(words)
      .slice(0, -1)
      .reduce<readonly TextRange[]>((places, text) => {
        const start = (places.at(-1)?.end ?? range.start) + codePointLength(text)
        return [...places, textRange(start, start + codePointLength(words))]
      }, []),
  )
  if (first === undefined) throw new Error(`“${words}” does not stand there`)
  return [first, ...others]
}
