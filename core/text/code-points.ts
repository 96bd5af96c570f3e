/**
 * The two ways of counting in a string, kept apart by type.
 *
 * Everything stored, exported or sent between processes counts Unicode code points; the DOM counts
 * UTF-16 units. The two differ after any character beyond the Basic Multilingual Plane, so a bare
 * number may not pass from one to the other: it goes through the functions here.
 */

declare const unit: unique symbol

/** A count of Unicode code points. */
export type CodePoints = number & { readonly [unit]: 'code points' }

/** A count of UTF-16 units, as the DOM and JavaScript strings use. */
export type Utf16 = number & { readonly [unit]: 'UTF-16 units' }

/** Declares that `n` counts code points. */
export const codePoints = (n: number): CodePoints => n as CodePoints

/** Declares that `n` counts UTF-16 units. */
export const utf16 = (n: number): Utf16 => n as Utf16

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Whether a surrogate pair starts at the UTF-16 index. */
export function isPairAt(text: string, index: number): boolean {
  return isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))
}

/** The length of `text` in code points. A lone surrogate counts as one. */
export function codePointLength(text: string): CodePoints {
  let pairs = 0
  for (let i = 0; i < text.length - 1; i++) {
    if (isPairAt(text, i)) {
      pairs++
      i++
    }
  }
  return codePoints(text.length - pairs)
}

/** The UTF-16 index of the code point number `offset`; past the end gives the text's length. */
function utf16IndexOf(text: string, offset: CodePoints): Utf16 {
  let index = 0
  for (let left: number = offset; left > 0 && index < text.length; left--) {
    index += isPairAt(text, index) ? 2 : 1
  }
  return utf16(index)
}

/** `text` from code point `start` up to, not including, code point `end`. */
export function sliceCodePoints(text: string, start: CodePoints, end?: CodePoints): string {
  const from = utf16IndexOf(text, start)
  if (end === undefined) return text.slice(from)
  const rest = text.slice(from)
  return rest.slice(0, utf16IndexOf(rest, codePoints(Math.max(0, end - start))))
}

/** The beginning of `text`, of so many code points at most: no character of it is cut in two. */
export const beginningOf = (text: string, length: number): string =>
  text.slice(0, utf16IndexOf(text, codePoints(length)))

/** The characters of `text`, one item a code point. */
export const charactersOf = (text: string): string[] => Array.from(text)
