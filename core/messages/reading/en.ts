/** What is said of reading and selecting in the text, with the mouse and without. */
export interface ReadingMessages
  extends Readonly<
    Record<
      | 'skipToText'
      | 'caretOn'
      | 'caretOff'
      | 'undoIt'
      | 'numbersShown'
      | 'numbersHidden'
      | 'marginNotesShown'
      | 'marginNotesHidden'
      | 'endsHint',
      string
    >
  > {
  /** Something was to be marked, and nothing is selected; what would select something, by their keys. */
  readonly nothingSelected: (
    word: string,
    sentence: string,
    paragraph: string,
    caret: string,
  ) => string
  /** Something was to be done to a mark, and none is open. */
  readonly noMark: (next: string) => string
  /** What is selected, while it is being extended: its end, and how long it is where that is not all. */
  readonly selected: (words: string, count: number, isCut: boolean) => string
}

export const readingEn: ReadingMessages = {
  skipToText: 'Skip to the text',
  caretOn: 'Caret on. The arrow keys move it; with Shift they select.',
  caretOff: 'Caret off.',
  undoIt: 'Bring back',
  numbersShown: 'Paragraph numbers shown.',
  numbersHidden: 'Paragraph numbers only where the pointer or the focus is.',
  marginNotesShown: 'Notes stand in the margin, while their column is closed and there is room.',
  marginNotesHidden: 'Strokes in the margin tell of notes.',
  endsHint: 'Shift with the arrow keys moves the end; Enter keeps it, Escape leaves it as it was.',
  nothingSelected: (word, sentence, paragraph, caret) =>
    `Nothing is selected. ${word} selects a word, ${sentence} a sentence, ${paragraph} the paragraph; Shift with the arrow keys selects from the caret (${caret}).`,
  noMark: (next) => `No mark is open. ${next} goes to the next.`,
  selected: (words, count, isCut) =>
    isCut ? `${count} characters selected, up to: ${words}` : `Selected: ${words}`,
}
