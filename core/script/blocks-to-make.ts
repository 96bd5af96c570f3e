import type { PlacedBlock } from '../document/document'
import type { CodePoints } from '../text/code-points'
import type { ConvertedTag } from './conversion-forms'
import type { Rendition, RenditionData } from './rendition'

/** Neighbouring blocks of a document, by their numbers from 0: the first, and the one behind the last. */
interface BlockSpan {
  readonly start: number
  readonly end: number
}

/** Asks for blocks of a form that is still being made. */
export interface FormRequest {
  /** Of the text that the form is made of: by now there may be another. */
  readonly digest: string
  readonly tag: ConvertedTag
  readonly blocks: BlockSpan
}

export type FormAnswer =
  | { readonly kind: 'made'; readonly blocks: RenditionData['blocks'] }
  /** The form cannot be made, and is none of the document's any more. */
  | { readonly kind: 'failed' }
  /** The document was closed meanwhile, or has other words by now. */
  | { readonly kind: 'gone' }

/**
 * The next blocks of a form to be made: those at a place and behind it first, and then whatever lies nearest,
 * behind or before. Nothing where all are made.
 *
 * @param most how much is made at once, in code points; one block at the least
 */
export function blocksToMake(
  form: Rendition,
  place: CodePoints,
  most: number,
): BlockSpan | undefined {
  const { placed } = form.document
  const isLacking = (number: number) => {
    const one = placed[number]
    return one !== undefined && !form.has(one.block.id)
  }
  const at = form.document.blockAt(place)
  const here = at === undefined ? 0 : placed.indexOf(at)
  let behind = here
  while (behind < placed.length && !isLacking(behind)) behind++
  let before = here - 1
  while (before >= 0 && !isLacking(before)) before--
  const [next, last] = [placed[behind], placed[before]]
  if (next === undefined && last === undefined) return undefined
  if (last === undefined || (next && next.range.start - place <= place - last.range.end)) {
    let end = behind + 1
    while (isLacking(end) && lengthOf(placed, behind, end) <= most) end++
    return { start: behind, end }
  }
  let start = before
  while (isLacking(start - 1) && lengthOf(placed, start - 1, before) <= most) start--
  return { start, end: before + 1 }
}

/** In code points. @param last included */
const lengthOf = (placed: readonly PlacedBlock[], first: number, last: number): number =>
  (placed[last]?.range.end ?? 0) - (placed[first]?.range.start ?? 0)
