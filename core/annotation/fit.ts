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

/** What comes of tags that are typed: their names, or why one of them has none. */
export type TypedTags =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Nothing that was typed can be seen. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'too-many' }

/**
 * The tags typed in one line, with commas between them of whatever kind.
 *
 * @param others the tags that are there already
 */
export function typedTags(line: string, others: readonly string[]): TypedTags {
  const typed = line.split(/[,，、]/u).filter((tag) => tag.trim() !== '')
  const names = tagNames(typed)
  if (typed.length > 0 && names.length === 0) return { kind: 'unseen' }
  const longest = Math.max(0, ...names.map((name) => name.length))
  if (longest > limits.tag) return { kind: 'too-long', length: longest }
  const count = new Set([...others, ...names]).size
  return count > Math.max(limits.tags, others.length)
    ? { kind: 'too-many' }
    : { kind: 'names', names }
}

/** What had to be left out of words that came from elsewhere, so that they can be kept. */
type Shortened = 'note-shortened' | 'tag-shortened' | 'tags-dropped'

/** A note and tags of any length and kind as they can be kept, and what was left out for that. */
export function fitWords(
  note: string,
  written: readonly string[],
): { note: string; tags: readonly string[]; leftOut: readonly Shortened[] } {
  const named = tagNames(written)
  const all = [...new Set(named.map((tag) => shorten(tag, limits.tag).trim()))]
  const tags = all.slice(0, limits.tags)
  // An empty string is how some programs write that there is no tag.
  const isBlank = named.length === 0 && written.some((tag) => tag.trim() !== '')
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
