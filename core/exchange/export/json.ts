import { type Annotation, hasNote } from '../../annotation/annotation'
import { isBookmark, styleName } from '../../annotation/style'
import type { OpenDocument } from '../../publication/open-document'
import type { PlacedCorrection } from '../../script/correction'
import type { ScriptTag } from '../../text/script-tag'
import {
  type ExportedDocument,
  type ExportedNote,
  type ExportModel,
  notesOn,
  onlyDocument,
} from './model'

/**
 * What our files of annotations are made of: the W3C's Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/), and a few properties of our own under `piyue:` for what
 * the model has no word for. Offsets are code points, as the model counts them.
 */

const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** The version of our own properties; a file of a later one is not read. */
export const ownVersion = 1

interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

interface TextPositionSelector {
  readonly type: 'TextPositionSelector'
  readonly start: number
  readonly end: number
}

interface TextualBody {
  readonly type: 'TextualBody'
  readonly purpose: 'commenting' | 'tagging'
  readonly format?: 'text/markdown'
  readonly value: string
}

/** The quote as one of the forms that were asked for shows it. */
interface RenderedQuote {
  readonly language: string
  readonly 'piyue:script': string
  readonly value: string
}

interface W3cAnnotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'bookmarking' | 'commenting' | 'highlighting'
  readonly created: string
  readonly modified: string
  readonly body: readonly TextualBody[]
  readonly target: {
    readonly type: 'SpecificResource'
    readonly source: string
    /** The colour and the kind of the mark, joined by a hyphen. */
    readonly styleClass: string
    /** In the canonical text. */
    readonly selector: readonly [TextQuoteSelector, TextPositionSelector]
    readonly 'piyue:renditions': readonly RenderedQuote[]
  }
  readonly 'piyue:id': string
  readonly 'piyue:documentId': string
  /** The digest of the canonical text that the position counts in. */
  readonly 'piyue:documentDigest': string
  /** The form that the reader was looking at when marking. */
  readonly 'piyue:seenIn': string
}

interface W3cCollection {
  readonly '@context': readonly [typeof annotationContext, { readonly piyue: 'urn:piyue:' }]
  readonly id: string
  readonly type: 'AnnotationCollection'
  readonly label: string
  readonly generator: {
    readonly id: string
    readonly type: 'Software'
    readonly name: string
    readonly 'piyue:appVersion': string
  }
  readonly generated: string
  readonly total: number
  readonly first: {
    readonly id: string
    readonly type: 'AnnotationPage'
    readonly startIndex: 0
    readonly items: readonly W3cAnnotation[]
  }
  readonly 'piyue:version': typeof ownVersion
  readonly 'piyue:provenance': string
}

/** What a collection says of the document it is about. */
interface DocumentIdentity {
  readonly 'piyue:citation': string
  readonly 'piyue:documentId': string
  readonly 'piyue:documentDigest': string
  /** What the reader reads otherwise in its forms than conversion wrote; absent where that is nothing. */
  readonly 'piyue:corrections'?: readonly CorrectedReading[]
}

/** A character that is read otherwise, at one place of the canonical text or at several. */
interface CorrectedReading {
  readonly 'piyue:character': string
  readonly 'piyue:converted': { readonly 'piyue:script': ScriptTag; readonly value: string }
  readonly 'piyue:readings': readonly { readonly 'piyue:script': string; readonly value: string }[]
  /** Whether it is meant wherever conversion wrote the character so. */
  readonly 'piyue:everywhere'?: true
  /** Code points. */
  readonly 'piyue:places': readonly number[]
}

/** What it says where it is about several. */
interface DocumentList {
  readonly 'piyue:documents': readonly (DocumentIdentity & {
    readonly id: string
    readonly label: string
  })[]
}

/** The notes as a W3C annotation collection that gives back every field when it is imported. */
export const exportJson = (model: ExportModel): string =>
  `${JSON.stringify(collection(model), null, 2)}\n`

function collection(model: ExportModel): W3cCollection & (DocumentIdentity | DocumentList) {
  const only = onlyDocument(model)
  const id = only === undefined ? 'piyue://documents#annotations' : `${only.link}#annotations`
  const items = model.documents.flatMap((document) =>
    notesOn(document).map((note) => annotation(note, document)),
  )
  return {
    '@context': [annotationContext, { piyue: 'urn:piyue:' }],
    id,
    type: 'AnnotationCollection',
    label: model.title,
    generator: {
      id: 'urn:piyue:app',
      type: 'Software',
      name: 'Piyue',
      'piyue:appVersion': model.appVersion,
    },
    generated: model.exportedAt,
    total: items.length,
    'piyue:version': ownVersion,
    'piyue:provenance': model.provenance,
    ...(only === undefined ? { 'piyue:documents': model.documents.map(listed) } : identity(only)),
    first: { id: `${id}-1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

const identity = ({ citation, open }: ExportedDocument): DocumentIdentity => ({
  'piyue:citation': citation,
  'piyue:documentId': open.id,
  'piyue:documentDigest': open.document.digest,
  ...((open.publication.corrections ?? []).length > 0 && {
    'piyue:corrections': correctedReadings(open),
  }),
})

function correctedReadings({ remarks }: OpenDocument): readonly CorrectedReading[] {
  const places = new Map<PlacedCorrection, number[]>()
  for (const remark of remarks) {
    if (remark.kind !== 'correction') continue
    const known = places.get(remark.correction)
    if (known === undefined) places.set(remark.correction, [remark.range.start])
    else known.push(remark.range.start)
  }
  return Array.from(places, ([{ character, tag, found, readings, at: single }, at]) => ({
    'piyue:character': character,
    'piyue:converted': { 'piyue:script': tag, value: found },
    'piyue:readings': Object.entries(readings).map(([script, value]) => ({
      'piyue:script': script,
      value,
    })),
    ...(single === null && { 'piyue:everywhere': true as const }),
    'piyue:places': at,
  }))
}

const listed = (document: ExportedDocument): DocumentList['piyue:documents'][number] => ({
  id: document.link,
  label: document.title,
  ...identity(document),
})

/** A bookmark's note is its name. */
function motivationOf(annotation: Annotation): W3cAnnotation['motivation'] {
  if (isBookmark(annotation)) return 'bookmarking'
  return hasNote(annotation) ? 'commenting' : 'highlighting'
}

function annotation(
  { annotation, quotes, link }: ExportedNote,
  document: ExportedDocument,
): W3cAnnotation {
  const { note, tags, quote, range } = annotation
  return {
    id: link,
    type: 'Annotation',
    motivation: motivationOf(annotation),
    created: annotation.createdAt,
    modified: annotation.modifiedAt,
    body: [
      // White space alone too, which is no note: every field is given back.
      ...(note === ''
        ? []
        : [
            {
              type: 'TextualBody',
              purpose: 'commenting',
              format: 'text/markdown',
              value: note,
            } as const,
          ]),
      ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }) as const),
    ],
    target: {
      type: 'SpecificResource',
      source: document.link,
      styleClass: styleName(annotation.style),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: quote.exact,
          prefix: quote.prefix,
          suffix: quote.suffix,
        },
        { type: 'TextPositionSelector', start: range.start, end: range.end },
      ],
      'piyue:renditions': quotes.map(({ script, lang, text }) => ({
        language: lang,
        'piyue:script': script,
        value: text,
      })),
    },
    'piyue:id': annotation.id,
    'piyue:documentId': annotation.documentId,
    'piyue:documentDigest': annotation.documentDigest,
    'piyue:seenIn': annotation.seenIn,
  }
}
