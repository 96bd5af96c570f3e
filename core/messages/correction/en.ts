/** What is said of how conversion wrote a character, and of reading it otherwise. */
export interface CorrectionMessages {
  /** While the reader waits for the answer. */
  readonly looking: string
  /** A word of the converter's dictionary decided. */
  readonly byWord: (word: string, reading: string) => string
  /** No word did: the character by itself was converted. */
  readonly byCharacter: (character: string, found: string) => string
  /** The characters can be converted in one way only. */
  readonly noChoice: string
  /** What a list of choices is of, for screen readers. */
  readonly choices: (character: string) => string
  /** Of the choice that is shown now. */
  readonly shown: string
  readonly here: string
  readonly everywhere: (count: number) => string
  /** Names of the buttons, which say which choice is meant. */
  readonly readHere: (reading: string) => string
  readonly readEverywhere: (reading: string, count: number) => string
  /** What stands in the place of what conversion wrote. */
  readonly corrected: (found: string, reading: string, isEverywhere: boolean) => string
  readonly giveBack: string
  readonly done: (reading: string, count: number) => string
  readonly givenBack: string
  /** How many characters the reader corrected, for the page on provenance. */
  readonly count: (count: number) => string
}

export const correctionEn: CorrectionMessages = {
  looking: 'Looking in the converter’s dictionary…',
  byWord: (word, reading) =>
    word === reading
      ? `Decided by a word of the converter’s dictionary: ${word} stays as it is.`
      : `Decided by a word of the converter’s dictionary: ${word} becomes ${reading}.`,
  byCharacter: (character, found) =>
    character === found
      ? `No word of the converter’s dictionary decides here; by itself ${character} stays as it is.`
      : `No word of the converter’s dictionary decides here; by itself ${character} becomes ${found}.`,
  noChoice: 'Nothing else corresponds to it.',
  choices: (character) => `What ${character} can be`,
  shown: 'shown',
  here: 'Here',
  everywhere: (count) => `In all ${count} places`,
  readHere: (reading) => `${reading} here`,
  readEverywhere: (reading, count) => `${reading} in all ${count} places`,
  corrected: (found, reading, isEverywhere) =>
    isEverywhere
      ? `You read ${reading} wherever the converter wrote ${found}.`
      : `You read ${reading} here; the converter wrote ${found}.`,
  giveBack: 'As converted',
  done: (reading, count) =>
    count === 1 ? `Read as ${reading} here.` : `Read as ${reading} in ${count} places.`,
  givenBack: 'Again as converted.',
  count: (count) =>
    count === 1
      ? '1 character is read by you otherwise than the converter wrote it.'
      : `${count} characters are read by you otherwise than the converter wrote them.`,
}
