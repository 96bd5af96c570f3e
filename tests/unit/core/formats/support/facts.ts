import type { DocumentFacts } from '../../../../../core/formats/facts'

/** What a document says of itself, wherever it does. */
export const valuesOf = (facts: DocumentFacts): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]))

/** Where it says so, in a word. */
export const originsOf = (facts: DocumentFacts): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, { from }]) => [
      name,
      from.kind === 'field' ? from.name : `(${from.kind})`,
    ]),
  )
