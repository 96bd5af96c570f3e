import type { Dating } from '../../document/document'
import { datesOf } from '../phrasing'

/** What a citation line is made of. */
export interface CitationParts {
  readonly author?: string
  readonly title: string
  readonly occasion?: string
  readonly published: Dating
  readonly copied: Dating
}

/** A place of the text as citations name it. */
export interface LocatorParts {
  /** The marks of the headings it stands under, from the outermost in: 一, （八）. */
  readonly path: readonly string[]
  /** The numbers of its first and last paragraph under them; none for words of a heading. */
  readonly first?: number
  readonly last?: number
}

/**
 * What citations and references say themselves, by the language of the document: its Chinese texts are cited in
 * Chinese, in their script, whatever language the app speaks.
 */
export interface CitationMessages {
  readonly line: (parts: CitationParts) => string
  readonly locator: (parts: LocatorParts) => string
  /** From one place to another, which stand under different headings. */
  readonly through: (first: string, last: string) => string
  /** The text that was read, and the version of it. */
  readonly edition: (version: string) => string
}

export const citationEn: CitationMessages = {
  line: (parts) => {
    const { author, title, occasion } = parts
    const dates = datesOf(parts, {
      published: (date) => `Published ${date}.`,
      copiedOn: (date) => `Date of posting unknown; copied ${date}.`,
      copiedNotBefore: (date) => `Date of posting unknown; copied on or after ${date}.`,
    })
    return [
      author === undefined ? `${title}.` : `${author}: ${title}.`,
      occasion && `${occasion}.`,
      dates,
    ]
      .filter(Boolean)
      .join(' ')
  },
  locator: ({ path, first, last }) => {
    const where = path.join('·')
    if (first === undefined) return where
    const paragraph = first === last ? `para. ${first}` : `paras. ${first}–${last}`
    return where === '' ? paragraph : `${where}, ${paragraph}`
  },
  through: (first, last) => `${first} to ${last}`,
  edition: (version) => `Piyue edited text, version ${version}`,
}
