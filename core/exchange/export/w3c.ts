/**
 * What our files of annotations are made of: the W3C's Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/), and a few properties of our own under `piyue:` for what
 * the model has no word for. Offsets are code points, as the model counts them.
 */

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** The version of our own properties; a file of a later one is not read. */
export const ownVersion = 1

export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector'
  readonly start: number
  readonly end: number
}

export interface TextualBody {
  readonly type: 'TextualBody'
  readonly purpose: 'commenting' | 'tagging'
  readonly format?: 'text/markdown'
  readonly value: string
}

/** The quote as one of the forms that were asked for shows it. */
export interface RenderedQuote {
  readonly language: string
  readonly 'piyue:script': string
  readonly value: string
}

export interface W3cAnnotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'commenting' | 'highlighting'
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

export interface W3cCollection {
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
  readonly 'piyue:citation': string
  readonly 'piyue:provenance': string
  readonly 'piyue:documentId': string
  readonly 'piyue:documentDigest': string
}
