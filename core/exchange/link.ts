/** Opens a document in the app, and in it a passage where an annotation is named. */
export const linkTo = (documentId: string, annotationId?: string): string =>
  ['piyue://document', documentId, ...(annotationId === undefined ? [] : [annotationId])]
    .map((part, i) => (i === 0 ? part : encodeURIComponent(wellFormed(part))))
    .join('/')

/** A half of a surrogate pair cannot be written in an address, nor in UTF-8. */
const wellFormed = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\u{fffd}')

/** What a link points at. */
interface LinkTarget {
  readonly documentId: string
  readonly annotationId: string | null
}

/**
 * Reads a link that `linkTo` made, its scheme in any case, or one of an earlier version
 * (`piyue://report/…`); nothing for any other address.
 */
export function readLink(link: string): LinkTarget | undefined {
  const [, documentId, annotationId] =
    /^piyue:\/\/(?:document|report)\/([^/?#]+)(?:\/([^/?#]+))?\/?$/iu.exec(link) ?? []
  if (documentId === undefined) return undefined
  try {
    return {
      documentId: decodeURIComponent(documentId),
      annotationId: annotationId === undefined ? null : decodeURIComponent(annotationId),
    }
  } catch {
    // A percent sign that begins no character: not a link of ours.
    return undefined
  }
}
