/** Where the page finds the pictures of a document: one path for each, under the page's own origin. */

/** A picture, by its document and its name among the document's resources. */
export interface PictureName {
  readonly documentId: string
  readonly resource: string
}

/** The path that the page asks for; absolute, without the origin. */
export const picturePath = ({ documentId, resource }: PictureName): string =>
  `/pictures/${encodeURIComponent(documentId)}/${encodeURIComponent(resource)}`

/**
 * The picture that a path means; nothing if it is no picture's.
 *
 * @param path as a URL spells it, still encoded
 */
export function readPicturePath(path: string): PictureName | undefined {
  const [, documentId, resource] = /^\/pictures\/([^/]+)\/([^/]+)$/u.exec(path) ?? []
  if (documentId === undefined || resource === undefined) return undefined
  try {
    return {
      documentId: decodeURIComponent(documentId),
      resource: decodeURIComponent(resource),
    }
  } catch {
    // A percent sign that begins no character: nothing that `picturePath` makes.
    return undefined
  }
}
