/** Opens a document in the app, and in it a passage where an annotation is named. */
export const linkTo = (documentId: string, annotationId?: string): string =>
  ['piyue://report', documentId, ...(annotationId === undefined ? [] : [annotationId])]
    .map((part, i) => (i === 0 ? part : encodeURIComponent(wellFormed(part))))
    .join('/')

/** A half of a surrogate pair cannot be written in an address, nor in UTF-8. */
const wellFormed = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\u{fffd}')
