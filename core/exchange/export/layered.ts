import { charactersOf } from '../../text/code-points'
import { holds, type TextRange } from '../../text/range'
import { html } from './html-entry'

/** Something that a stretch of a text is wrapped in. Code points of that text. */
export interface Layer {
  readonly range: TextRange
  readonly open: string
  readonly close: string
}

/** HTML that stands behind a character. */
export interface Insertion {
  readonly at: number
  readonly html: string
}

/**
 * A text as HTML, with every stretch in its layers, however they overlap: the text is cut at every
 * edge, and each piece wrapped in all that cover it, the longest outermost.
 */
export function layered(
  text: string,
  layers: readonly Layer[],
  insertions: readonly Insertion[] = [],
): string {
  const characters = charactersOf(text)
  const cuts = new Set([
    0,
    characters.length,
    ...layers.flatMap(({ range }) => [range.start, range.end]),
    ...insertions.map(({ at }) => at),
  ])
  const edges = [...cuts].sort((a, b) => a - b)
  const nested = layers.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return edges
    .map((start, i) => {
      const around = nested.filter(({ range }) => holds(range, start))
      const piece = html(characters.slice(start, edges[i + 1] ?? start).join(''))
      const wrapped = around.reduceRight((inner, { open, close }) => open + inner + close, piece)
      const inserted = insertions
        .filter(({ at }) => at === start)
        .map((insertion) => insertion.html)
      return inserted.join('') + (piece === '' ? '' : wrapped)
    })
    .join('')
}

const lengthOf = ({ range }: Layer) => range.end - range.start
