import * as z from 'zod'
import { closed } from '../text/schema'
import { type CitationData, longestField } from './citation-data'
import { workTypes } from './document'

/** What a reader's words on a document must look like. */

/** The longest that is kept of what a document is cited as, in UTF-16 units. */
const citationWords = z.string().max(longestField)

export const citationDataSchema: z.ZodType<CitationData> = closed({
  type: z.enum(workTypes),
  title: citationWords,
  author: citationWords,
  date: citationWords,
  place: citationWords,
  publisher: citationWords,
  container: citationWords,
  volume: citationWords,
  issue: citationWords,
  pages: citationWords,
  number: citationWords,
  // Younger than the others: what was kept before has none.
  isbn: citationWords.default(''),
  address: citationWords,
} satisfies Record<keyof CitationData, z.ZodType>)
