import { styleName } from '../../annotation/style'
import { langOf } from '../../text/script-tag'
import { type ExportedNote, type ExportModel, notesOf } from './model'
import { annotationContext, ownVersion, type W3cAnnotation, type W3cCollection } from './w3c'

/** The notes as a W3C annotation collection that gives back every field when it is imported. */
export const exportJson = (model: ExportModel): string =>
  `${JSON.stringify(collection(model), null, 2)}\n`

function collection(model: ExportModel): W3cCollection {
  const id = `${model.documentLink}#annotations`
  const items = notesOf(model).map((note) => annotation(note, model))
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
    'piyue:citation': model.citation,
    'piyue:provenance': model.provenance,
    'piyue:documentId': model.documentId,
    'piyue:documentDigest': model.documentDigest,
    first: { id: `${id}-1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

function annotation({ annotation, quotes, link }: ExportedNote, model: ExportModel): W3cAnnotation {
  const { note, tags, quote, range } = annotation
  return {
    id: link,
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: annotation.createdAt,
    modified: annotation.modifiedAt,
    body: [
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
      source: model.documentLink,
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
      'piyue:renditions': quotes.map(({ script, text }) => ({
        language: langOf[script],
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
