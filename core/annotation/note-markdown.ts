import type { RendererObject } from 'marked'

/** How many levels of headings stand above those of a note, wherever it is shown or exported. */
const headingsAbove = 3

/** The level of a note's heading among the headings around it: 4 to 6. @param depth as it was written, from 1 */
export const noteHeadingLevel = (depth: number): number => Math.min(6, depth + headingsAbove)

/**
 * What a note's Markdown makes alike on the page and in files: a task shows whether it is done without
 * anything that could be ticked, and a heading stands below those of what the note is shown in.
 */
export const noteElements = {
  checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  heading({ tokens, depth }) {
    const level = noteHeadingLevel(depth)
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
  },
} satisfies RendererObject

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
