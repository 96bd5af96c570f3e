import { ownVersion } from '../export/w3c'
import { importLimits } from './limits'
import { field, hasType, isRecord, type JsonRecord, listOf } from './loose-json'
import type { FileRefusal, ImportOrigin } from './verdict'

/** The annotations of a file, not yet looked into. */
export interface RecognizedFile {
  readonly origin: ImportOrigin
  readonly items: readonly unknown[]
}

/** Tells by its shape what a file of JSON is, and finds its annotations. */
export function recognize(json: unknown): RecognizedFile | FileRefusal {
  const found = filed(json)
  if (typeof found === 'string') return found
  if (found.items.length === 0) return 'empty'
  if (found.items.length > importLimits.annotations) return 'too-many'
  return found
}

function filed(json: unknown): RecognizedFile | FileRefusal {
  if (Array.isArray(json)) {
    return json.some(isLikeAnnotation) ? { origin: 'w3c', items: json } : 'foreign'
  }
  if (!isRecord(json)) return 'foreign'
  const version = field(json, 'piyue:version')
  if (version !== undefined) {
    return typeof version === 'number' && version <= ownVersion
      ? { origin: 'piyue', items: pagesOf(json) }
      : 'newer'
  }
  return w3c(json) ?? hypothesis(json) ?? 'foreign'
}

function w3c(json: JsonRecord): RecognizedFile | undefined {
  if (hasType(json, 'Annotation')) return { origin: 'w3c', items: [json] }
  if (hasType(json, 'AnnotationSet')) return { origin: 'readium', items: pagesOf(json) }
  const isCollection = hasType(json, 'AnnotationCollection') || hasType(json, 'AnnotationPage')
  return isCollection ? { origin: 'w3c', items: pagesOf(json) } : undefined
}

/** What the API of Hypothesis gives, and what its client exports. */
function hypothesis(json: JsonRecord): RecognizedFile | undefined {
  const list = field(json, 'rows') ?? field(json, 'annotations')
  if (!Array.isArray(list)) return undefined
  const isTheirs = list.length === 0 || list.some(isLikeAnnotation)
  return isTheirs ? { origin: 'hypothesis', items: list } : undefined
}

const isLikeAnnotation = (value: unknown) => isRecord(value) && field(value, 'target') !== undefined

/** The items of a collection or page and of the pages that follow within the file. */
function pagesOf(collection: JsonRecord): readonly unknown[] {
  const items: unknown[] = []
  let page: unknown = collection
  while (isRecord(page) && items.length <= importLimits.annotations) {
    for (const item of listOf(field(page, 'items'))) items.push(item)
    page = field(page, 'first') ?? field(page, 'next')
  }
  return items
}
