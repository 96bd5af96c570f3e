/** How many levels of headings stand above those of a note, wherever it is shown or exported. */
const headingsAbove = 3

/** The level of a note's heading among the headings around it: 4 to 6. @param depth as it was written, from 1 */
export const noteHeadingLevel = (depth: number): number => Math.min(6, depth + headingsAbove)
