import type { Block } from '../../core/document/block'
import { blockSeparator } from '../../core/document/document'
import type { RenderedBlockData, RenditionData } from '../../core/script/rendition'
import type { ChangedStretch } from '../../core/text/offset-map'
import { textRange } from '../../core/text/range'
import type { Segment } from './apply-emendations'
import type { EmendationItem } from './emendations-file'

/**
 * The text as it was published, block by block: every block shows its own line of the source, with
 * its damage, its half-width punctuation and its stray spaces. Chrome belongs to no block and is not
 * shown.
 *
 * Where an emendation exchanges character for character the map is the identity; where it changes
 * the length, or where bytes were paired wrongly, found and reading correspond only as a whole.
 */
export function publishedForm(
  segments: readonly Segment<EmendationItem>[],
  blocks: readonly Block[],
): RenditionData {
  const lines: Line[] = [new Line()]
  for (const segment of segments) {
    if (segment.change?.kind === 'chrome') continue
    if (segment.change !== undefined) {
      lines.at(-1)?.add(segment.found, segment.reading, correspondsByCharacter(segment.change))
      continue
    }
    const [first = '', ...rest] = segment.found.split(blockSeparator)
    lines.at(-1)?.add(first, first, true)
    for (const text of rest) {
      const line = new Line()
      line.add(text, text, true)
      lines.push(line)
    }
  }
  if (lines.length !== blocks.length) {
    throw new Error(`The source has ${lines.length} lines for ${blocks.length} blocks`)
  }
  return {
    tag: 'source',
    blocks: Object.fromEntries(blocks.map(({ id }, i) => [id, (lines[i] as Line).data])),
  }
}

const correspondsByCharacter = ({ kind, found, reading }: EmendationItem) =>
  kind !== 'encoding' && [...found].length === [...reading].length

/** One block in the making; counts both sides as it grows. */
class Line {
  #text = ''
  #canonical = 0
  #rendered = 0
  readonly #stretches: ChangedStretch[] = []

  add(found: string, reading: string, byCharacter: boolean): void {
    const canonical = textRange(this.#canonical, this.#canonical + [...reading].length)
    const rendered = textRange(this.#rendered, this.#rendered + [...found].length)
    if (!byCharacter) this.#stretches.push({ canonical, rendered })
    this.#text += found
    this.#canonical = canonical.end
    this.#rendered = rendered.end
  }

  get data(): RenderedBlockData {
    const stretches = this.#stretches
    return stretches.length > 0 ? { text: this.#text, stretches } : { text: this.#text }
  }
}
