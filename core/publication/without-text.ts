import { countsOf } from '../apparatus/build-info'
import { citationDataOf } from '../document/citation-data'
import type { DocumentData } from '../document/document'
import { OpenDocument } from './open-document'

interface Known extends Pick<DocumentData, 'id' | 'digest'> {
  /** Empty where it is not known. */
  readonly title: string
}

/**
 * A document of which nothing is here but notes: what is said of them needs one that they are on. None of them
 * has a place in it, so that their quotes stand as they were taken.
 *
 * @param known its id, and the digest of the text that the notes are on, as they say it
 */
export function withoutText({ id, digest, title }: Known): OpenDocument {
  const document: DocumentData = {
    id,
    digest,
    canonicalScript: 'source',
    language: 'zh',
    ...(title !== '' && { title }),
    source: { published: { kind: 'unknown' }, type: 'Z' },
    blocks: [],
  }
  const citation = citationDataOf(document, title)
  const apparatus = { emendations: [], sic: [], kept: [], explanations: [], proposals: [] }
  return new OpenDocument({
    document,
    renditions: [],
    apparatus,
    provenance: { source: [], damage: [], editing: [], forms: [] },
    build: { converter: { name: '', version: '' }, overrides: 0, ...countsOf(apparatus) },
    file: {
      encoding: null,
      misfits: 0,
      leftOut: {},
      passed: [],
      isAskedForCitation: true,
      facts: {},
      known: { citation, byFile: citation, made: null },
    },
  })
}

/** Whether the text of a document is here. */
export const hasText = ({ document }: OpenDocument): boolean => document.placed.length > 0
