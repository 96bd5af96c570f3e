/** The notes that belong to one line of the text. */
interface NotedLine<N> {
  readonly notes: readonly N[]
  /** Where on the block axis they begin, in CSS px. */
  readonly start: number
}

/** Which notes of a line are shown beside it, in how many lines each, and for which there is no room. */
export interface LineOfNotes<N> {
  readonly shown: readonly { readonly note: N; readonly lines: number }[]
  readonly folded: readonly N[]
}

type NoteOf<R extends NotedLine<unknown>> = R['notes'][number]

/** No note takes more lines than that in the margin. */
const mostLines = 3

/**
 * Gives the notes of each line the room up to the next line that has some, so that all stand level with their
 * own line and none reaches into another: in so many lines as there is room for, three at most; those for which
 * there is not one line are folded. Lines with less than that between them, as where letters of another size
 * stand in the one line, count as one.
 *
 * @param rows as they follow one another
 * @param line how much room a line of a note takes, in CSS px
 */
export function linesOfNotes<R extends NotedLine<unknown>>(
  rows: readonly R[],
  line: number,
): readonly (LineOfNotes<NoteOf<R>> & { readonly row: R; readonly size: number })[] {
  // Half a pixel is less than anyone sees, and more than what rounding takes.
  const linesBetween = (row: R, next: R) => Math.floor((next.start - row.start + 0.5) / line)
  const groups: { readonly row: R; readonly notes: NoteOf<R>[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last !== undefined && linesBetween(last.row, row) < 1) last.notes.push(...row.notes)
    else groups.push({ row, notes: [...row.notes] })
  }
  return groups.map(({ row, notes }, i) => {
    const next = groups[i + 1]?.row
    const free = next === undefined ? Number.POSITIVE_INFINITY : linesBetween(row, next)
    const shown = notes.slice(0, free)
    const lines = Math.min(mostLines, Math.floor(free / shown.length))
    return {
      row,
      size: lines * shown.length * line,
      shown: shown.map((note) => ({ note, lines })),
      folded: notes.slice(free),
    }
  })
}
