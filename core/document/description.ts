import { type DocumentData, titleOf } from './document'

/**
 * What a document is called and cited by, as far as it is words: a date and an address are the same in every
 * script.
 */
export const describingFields = [
  'title',
  'author',
  'occasion',
  'publisher',
  'place',
  'container',
  'volume',
  'issue',
  'number',
] as const

type DescribingField = (typeof describingFields)[number]

/** What a document is called and cited by, in one script. What nobody knows is absent. */
export type Description = Readonly<Partial<Record<DescribingField, string>>>

/** A document's description as its file, or the reader, has it. */
export function descriptionOf(data: DocumentData): Description {
  const known: Description = { ...data.source, title: titleOf(data) }
  return mapDescription(known, (words) => words)
}

/** A description with each of its words made into others. */
export const mapDescription = (
  description: Description,
  made: (words: string, field: DescribingField) => string,
): Description =>
  Object.fromEntries(
    describingFields.flatMap((field) => {
      const words = description[field]
      return words === undefined ? [] : [[field, made(words, field)] as const]
    }),
  )
