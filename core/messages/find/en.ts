/** What is said in finding words. */
export interface FindMessages
  extends Readonly<
    Record<
      /** Of the bundled report, and of any document. */
      | 'label'
      | 'labelOfAny'
      | 'matches'
      | 'next'
      | 'previous'
      | 'list'
      | 'close'
      | 'none'
      | 'noneHow'
      | 'fromStart'
      | 'fromEnd',
      string
    >
  > {
  /** Which of the matches is shown: 3 of 12. */
  readonly place: (index: number, count: number) => string
  /** In how many of the sections the words stand. */
  readonly inSections: (count: number, all: number) => string
  readonly inNotes: (count: number) => string
  /** The text does not hold it, and notes do. */
  readonly onlyInNotes: (count: number) => string
}

export const findEn: FindMessages = {
  label: 'Find in report',
  labelOfAny: 'Find in the text',
  matches: 'Matches',
  next: 'Next match',
  previous: 'Previous match',
  list: 'All matches',
  close: 'Close find',
  none: 'No matches',
  noneHow: 'Traditional or Simplified, full or half width, any quotation marks: all find the same.',
  fromStart: 'Went on from the beginning.',
  fromEnd: 'Went on from the end.',
  place: (index, count) => `${index} of ${count}`,
  inSections: (count, all) => `In ${count} of ${all} sections`,
  inNotes: (count) => `In your notes: ${count}`,
  onlyInNotes: (count) => `0 in the text · ${count} in notes`,
}
