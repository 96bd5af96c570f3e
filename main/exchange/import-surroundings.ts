import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { AnnotationMap } from '../../core/annotation/change-set'
import { CanonicalDocument } from '../../core/document/document'
import type { ImportSurroundings } from '../../core/exchange/import/plan-import'
import type { Publication } from '../../core/publication/publication'
import { canonicalRendition, Rendition } from '../../core/script/rendition'

/** What an import is judged by: the document in all its forms, and the notes there are. */
export function importSurroundings(
  publication: Publication,
  current: AnnotationMap,
): ImportSurroundings {
  const document = new CanonicalDocument(publication.document)
  return {
    document,
    renditions: [
      canonicalRendition(document),
      ...publication.renditions.map((data) => new Rendition(document, data)),
    ],
    current,
    now: new Date().toISOString(),
    digestOf: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    pause: async () => {
      await setImmediate()
    },
  }
}
