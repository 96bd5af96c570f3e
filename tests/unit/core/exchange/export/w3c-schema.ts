import * as z from 'zod'

/**
 * What the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/, Recommendation
 * of 23 February 2017) demands of the parts that we use; each rule with its section.
 */

/** Terms that the annotation context defines (Web Annotation Vocabulary, appendix A), as far as we may need them. */
export const annotationTerms: ReadonlySet<string> = new Set(
  (
    'id type Annotation AnnotationCollection AnnotationPage SpecificResource TextualBody ' +
    'TextQuoteSelector TextPositionSelector Software motivation purpose body target source selector ' +
    'styleClass exact prefix suffix start end value format language label name created modified ' +
    'generated generator creator total first items startIndex'
  ).split(' '),
)

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/iu)

/** 3.1: a context is or includes the annotation context. Other contexts may follow (5.1 of JSON-LD). */
const context = z
  .union([z.string(), z.array(z.unknown())])
  .refine((value) => [value].flat().includes('http://www.w3.org/ns/anno.jsonld'))

/** 3.3.3: xsd:dateTime with the UTC timezone expressed as Z. */
const dateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u)

/** 3.2.4: an embedded textual body has exactly one value; 3.3.5: purposes of the vocabulary. */
const textualBody = z.looseObject({
  type: z.literal('TextualBody'),
  value: z.string(),
  format: z.string().optional(),
  purpose: z.enum(['commenting', 'tagging', 'highlighting', 'describing']).optional(),
})

/** 4.2.4. */
const textQuote = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})

/** 4.2.5: non-negative integers; the start is included and the end is not. */
const textPosition = z
  .looseObject({
    type: z.literal('TextPositionSelector'),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
  })
  .refine(({ start, end }) => start <= end)

/** 4: a specific resource has exactly one source; 4.5: style classes are strings. */
const specificResource = z.looseObject({
  type: z.literal('SpecificResource').optional(),
  source: iri,
  selector: z.array(z.union([textQuote, textPosition])).min(1),
  styleClass: z.string().optional(),
})

/** 3.1: exactly one id, at least one type that is Annotation, one or more targets, bodies or none. */
const w3cAnnotation = z.looseObject({
  '@context': context.optional(),
  id: iri,
  type: z.literal('Annotation'),
  motivation: z.enum(['bookmarking', 'commenting', 'highlighting', 'tagging']).optional(),
  created: dateTime.optional(),
  modified: dateTime.optional(),
  body: z.array(textualBody).optional(),
  target: specificResource,
})

/** 5.1 and 5.2: collection and page, the first page embedded. */
export const w3cCollection = z.looseObject({
  '@context': context,
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string().optional(),
  total: z.number().int().nonnegative().optional(),
  generated: dateTime.optional(),
  /** 3.3.2: an agent that generated it. */
  generator: z.looseObject({ id: iri, type: z.literal('Software'), name: z.string() }).optional(),
  first: z.looseObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    startIndex: z.number().int().nonnegative().optional(),
    items: z.array(w3cAnnotation),
  }),
})
