/**
 * The longest note that is laid out as Markdown, in UTF-16 units. Some texts take the parser a time
 * that grows with the square of their length: within this they take less than a second.
 */
const longestLaidOut = 20_000

/**
 * What a note's Markdown makes by `layOut`, or else by `asTyped`: for a note that is too long, or nested
 * more deeply than can be followed. Its words are shown in either case.
 */
export function laidOut<T>(
  note: string,
  layOut: (note: string) => T,
  asTyped: (note: string) => T,
): T {
  if (note.length > longestLaidOut) return asTyped(note)
  try {
    return layOut(note)
  } catch (error) {
    if (error instanceof RangeError) return asTyped(note)
    throw error
  }
}
