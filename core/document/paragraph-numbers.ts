import type { Block } from './block'
import type { CanonicalDocument } from './document'

/**
 * The number of each paragraph within its section, from 1 after every heading, by the block's id. What
 * stands in one list, table or quotation has one number; what stands before the text, as its speaker and
 * whom it greets, has none, nor have headings and footnotes.
 */
export function paragraphNumbers(document: CanonicalDocument): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  let number = 0
  let container: string | undefined
  for (const { block } of document.placed) {
    if (block.kind === 'heading') {
      number = 0
      container = undefined
    } else if (isCounted(block)) {
      const holder = block.within?.[0]?.id
      if (holder === undefined || holder !== container) number++
      container = holder
      numbers.set(block.id, number)
    }
  }
  return numbers
}

const isCounted = (block: Block): boolean =>
  (block.kind !== 'paragraph' || block.role === 'body') &&
  block.within?.some(({ kind }) => kind === 'footnote') !== true
