import { annotationsVersion } from '../../annotation/annotation'
import type { FileRefusal, ImportOrigin } from '../../app/import-report'
import {
  field,
  hasType,
  isRecord,
  type JsonRecord,
  listOf,
  recordsOf,
  stringField,
} from '../../text/json-record'
import { ownVersion } from '../export/json'
import { correctionsIn, type FileCorrections } from './read-corrections'

/**
 * What an import takes. Far beyond what anyone marks in one document; a file that goes further was
 * made to do harm, or is not meant for us.
 */
export const importLimits = {
  /** Bytes of the file, and of the annotations in an archive. */
  bytes: 64 * 1024 * 1024,
  annotations: 20_000,
} as const

/** The annotations of a file, not yet looked into. */
export interface RecognizedFile {
  readonly origin: ImportOrigin
  readonly items: readonly unknown[]
  /** What it calls the documents that its annotations are on, by their ids; absent where it does not say. */
  readonly titles?: ReadonlyMap<string, string>
  /** What it says of characters that are read otherwise, by document; absent where it says nothing. */
  readonly corrections?: readonly FileCorrections[]
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
      ? {
          origin: 'piyue',
          items: pagesOf(json),
          titles: titlesIn(json),
          corrections: correctionsIn(json),
        }
      : 'newer'
  }
  return store(json) ?? w3c(json) ?? hypothesis(json) ?? 'foreign'
}

/** What an export calls the documents that it holds notes on: the one that it is about, or each of several. */
function titlesIn(collection: JsonRecord): ReadonlyMap<string, string> {
  const about = [collection, ...recordsOf(field(collection, 'piyue:documents'))]
  return new Map(
    about.flatMap((one) => {
      const id = stringField(one, 'piyue:documentId')
      const title = stringField(one, 'label')?.trim()
      return id === undefined || !title ? [] : [[id, title.slice(0, longestTitle)] as const]
    }),
  )
}

/** UTF-16 units of a title that are kept. */
const longestTitle = 300

/** What the store itself keeps: a copy of `annotations.json`, as a sync tool leaves one beside it. */
function store(json: JsonRecord): RecognizedFile | FileRefusal | undefined {
  if (field(json, 'format') !== 'piyue-annotations') return undefined
  const [version, items] = [field(json, 'version'), field(json, 'annotations')]
  const isNewer = typeof version === 'number' && version > annotationsVersion
  return Array.isArray(items) && !isNewer ? { origin: 'piyue', items } : 'newer'
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
