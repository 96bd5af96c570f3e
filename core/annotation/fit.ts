import { limits } from './annotation'
import { tagNames } from './tag'

/** A mark that belongs to the character before it, which must not lose it. */
const extension = /\p{M}|\u200d/u

/**
 * The beginning of a text, no longer than so many UTF-16 units; no character is cut in two, nor parted
 * from its marks.
 */
export function shorten(text: string, units: number): string {
  if (text.length <= units) return text
  let end = units
  const isPair = (at: number) =>
    /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
  const isWithin = (at: number) =>
    isPair(at) ||
    extension.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ||
    text.charAt(at - 1) === '\u200d'
  // Of marks without end, as a hostile text piles them up, no more than this is spared.
  const least = Math.max(0, units - 64)
  while (end > least && isWithin(end)) end--
  if (end > least) return text.slice(0, end)
  return text.slice(0, isPair(units) ? units - 1 : units)
}

/** How many UTF-16 units a note has left; less than 0 where it is too long to be kept. */
export const roomLeft = (note: string): number => limits.note - note.length

/** What had to be left out of words that came from elsewhere, so that they can be kept. */
export type Shortened = 'note-shortened' | 'tag-shortened' | 'tags-dropped'

/** A note and tags of any length and kind as they can be kept, and what was left out for that. */
export function fitWords(
  note: string,
  written: readonly string[],
): { note: string; tags: readonly string[]; leftOut: readonly Shortened[] } {
  const named = tagNames(written)
  const all = [...new Set(named.map((tag) => shorten(tag, limits.tag).trim()))]
  const tags = all.slice(0, limits.tags)
  const isBlank = written.length > 0 && named.length === 0
  return {
    note: shorten(note, limits.note),
    tags,
    leftOut: [
      ...(note.length > limits.note ? ['note-shortened' as const] : []),
      ...(named.some((tag) => tag.length > limits.tag) ? ['tag-shortened' as const] : []),
      ...(all.length > limits.tags || isBlank ? ['tags-dropped' as const] : []),
    ],
  }
}
