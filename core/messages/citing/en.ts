/** A place of the text as citations name it. */
export interface LocatorParts {
  /** The marks of the headings it stands under, from the outermost in: 一, （八）. */
  readonly path: readonly string[]
  /** The numbers of its first and last paragraph under them; none for words of a heading. */
  readonly first?: number
  readonly last?: number
}

/** What is said in references. The Chinese texts of a document are cited in Chinese, in their script. */
export interface CitingMessages {
  readonly locator: (parts: LocatorParts) => string
  /** From one place to another, which stand under different headings. */
  readonly through: (first: string, last: string) => string
  /** The text that was read, and the version of it. */
  readonly edition: (version: string) => string
  /** A day: `2026-11-26`. */
  readonly accessed: (date: string) => string
}

export const citingEn: CitingMessages = {
  locator: ({ path, first, last }) => {
    const where = path.join('·')
    if (first === undefined) return where
    const paragraph = first === last ? `para. ${first}` : `paras. ${first}–${last}`
    return where === '' ? paragraph : `${where}, ${paragraph}`
  },
  through: (first, last) => `${first} to ${last}`,
  edition: (version) => `Piyue edited text, version ${version}`,
  accessed: (date) => `accessed ${date}`,
}
