import * as fc from 'fast-check'
import type { CanonicalDocument } from '../../../../core/document/document'
import { charactersOf } from '../../../../core/text/code-points'
import { type TextRange, textRange } from '../../../../core/text/range'
import { editionOf } from '../../support/document'

/** Words in the place of others: nothing in the place of some takes them out. */
export interface Edit {
  readonly range: TextRange
  readonly words: string
}

/** A text that was edited around and inside a quote, and where the quote's two edges went. */
export interface Edited {
  readonly document: CanonicalDocument
  readonly quoteWent: TextRange
}

/**
 * Edits a text. Each edit lies wholly inside the quote or wholly outside; what is put in at one of its
 * very edges is put in outside.
 */
export function edited(
  document: CanonicalDocument,
  quote: TextRange,
  edits: readonly Edit[],
): Edited {
  const characters = charactersOf(document.text)
  let { start, end } = quote as { start: number; end: number }
  for (const { range, words } of edits.toSorted((a, b) => b.range.start - a.range.start)) {
    const added = charactersOf(words)
    characters.splice(range.start, range.end - range.start, ...added)
    const grows = added.length - (range.end - range.start)
    if (range.end <= quote.start) start += grows
    if (range.end <= quote.start || (range.start < quote.end && range.end <= quote.end))
      end += grows
  }
  return {
    document: editionOf(document.id, ...characters.join('').split('\n')),
    quoteWent: textRange(start, end),
  }
}

/** The paragraph that holds a quote, with its line break, goes to the head or the end of the text. */
export function moved({ document, quoteWent }: Edited, to: 'head' | 'end'): Edited {
  const blocks = document.placed.map(({ block }) => block.text)
  const at = document.placed.findIndex(({ range }) => range.end >= quoteWent.end)
  const [own = ''] = blocks.splice(at, 1)
  const texts = to === 'head' ? [own, ...blocks] : [...blocks, own]
  const edition = editionOf(document.id, ...texts)
  const before = document.placed[at]!.range.start
  const now = edition.placed[to === 'head' ? 0 : texts.length - 1]!.range.start
  return {
    document: edition,
    quoteWent: textRange(quoteWent.start - before + now, quoteWent.end - before + now),
  }
}

/**
 * Words that might be put in: characters of the text's own in no order. Words of its own in their order
 * might be the very ones that follow, and then nobody can say which of the two were there before.
 */
export const wordsOf = (document: CanonicalDocument, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.nat(document.length - 1), { minLength: 1, maxLength: most })
    .map((places) =>
      places.map((at) => document.slice(textRange(at, at + 1)).replace('\n', '。')).join(''),
    )

/** An edit of up to `most` characters wholly within a range. */
export const editWithin = (
  document: CanonicalDocument,
  within: TextRange,
  most: number,
): fc.Arbitrary<Edit> =>
  fc
    .record({
      at: fc.integer({ min: within.start, max: Math.max(within.start, within.end - 1) }),
      length: fc.nat(most),
      words: fc.oneof(fc.constant(''), wordsOf(document, most)),
    })
    .map(({ at, length, words }) => ({
      range: textRange(at, Math.min(at + length, within.end)),
      words,
    }))

/** Those of some edits that touch none before them. */
export function apart(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    const last = kept.at(-1)
    if (last === undefined || edit.range.start > last.range.end) kept.push(edit)
  }
  return kept
}
