import type { CorrectionDecision } from '../../app/import-report'
import type { OpenDocument } from '../../publication/open-document'
import type { CorrectionRequest } from '../../repair/reader-edition'
import { type ConvertedTag, convertedTags } from '../../script/conversion-forms'
import { type FormReadings, type PlacedCorrection, placesWritten } from '../../script/correction'
import { type CodePoints, codePointLength, codePoints } from '../../text/code-points'
import {
  field,
  isRecord,
  type JsonRecord,
  listOf,
  recordsOf,
  stringField,
} from '../../text/json-record'

/** The corrections of readings that a file has for one document. */
export interface FileCorrections {
  readonly documentId: string
  /** Of the text that their places count in. */
  readonly digest: string
  readonly corrections: readonly FileCorrection[]
}

/** A character that the reader of the file reads otherwise. */
export interface FileCorrection {
  readonly character: string
  readonly tag: ConvertedTag
  /** What conversion wrote for it, and what is read instead. */
  readonly found: string
  readonly readings: FormReadings
  readonly isEverywhere: boolean
  /** Code points of the canonical text. */
  readonly places: readonly number[]
}

/** More corrections than anyone makes in a document. */
const mostCorrections = 20_000

/** The longest that a character is read as, in code points. */
const longestReading = 8

/** What an export of ours says of corrections, document by document. What cannot be read is left out. */
export function correctionsIn(collection: JsonRecord): readonly FileCorrections[] {
  return [collection, ...recordsOf(field(collection, 'piyue:documents'))].flatMap((one) => {
    const documentId = stringField(one, 'piyue:documentId')
    const digest = stringField(one, 'piyue:documentDigest')
    if (documentId === undefined || digest === undefined) return []
    const corrections = recordsOf(field(one, 'piyue:corrections'))
      .slice(0, mostCorrections)
      .flatMap(correctionOf)
    return corrections.length === 0 ? [] : [{ documentId, digest, corrections }]
  })
}

function correctionOf(record: JsonRecord): readonly FileCorrection[] {
  const character = stringField(record, 'piyue:character') ?? ''
  const converted = field(record, 'piyue:converted')
  const [written] = isRecord(converted) ? readingOf(converted) : []
  const readings = recordsOf(field(record, 'piyue:readings')).flatMap(readingOf)
  const places = listOf(field(record, 'piyue:places')).filter(
    (place): place is number => Number.isSafeInteger(place) && Number(place) >= 0,
  )
  if (codePointLength(character) !== 1 || written === undefined) return []
  if (readings.length === 0 || places.length === 0) return []
  const [tag, found] = written
  // Files of earlier versions do not say it; what stands in several places was meant so.
  const isEverywhere = field(record, 'piyue:everywhere') === true || places.length > 1
  return [{ character, tag, found, readings: Object.fromEntries(readings), isEverywhere, places }]
}

function readingOf(record: JsonRecord): readonly (readonly [ConvertedTag, string])[] {
  const script = stringField(record, 'piyue:script')
  const value = stringField(record, 'value') ?? ''
  const tag = convertedTags.find((one) => one === script)
  const length = codePointLength(value)
  return tag === undefined || length < 1 || length > longestReading ? [] : [[tag, value]]
}

/** What becomes of a correction of a file in a document. */
interface DecidedCorrection {
  readonly correction: FileCorrection
  readonly decision: CorrectionDecision
  /** What the reader reads, where that stays. */
  readonly own?: string
  /** What is to be corrected, where something is. */
  readonly request?: CorrectionRequest
}

/**
 * Decides what becomes of the corrections of a file: those of characters that the reader reads otherwise
 * give way to the reader's own, for neither has a date. Nothing is changed.
 */
export function decideCorrections(
  { corrections, digest }: FileCorrections,
  open: OpenDocument,
): readonly DecidedCorrection[] {
  const known = open.publication.corrections ?? []
  return corrections.map((correction) => {
    const places = placesIn(open, correction, digest)
    const [there] = places
    if (there === undefined) return { correction, decision: 'lost' }
    const { character, tag, found, readings, isEverywhere } = correction
    const ownAt = (place: CodePoints) => known.find((one) => one.at === place)
    const own = isEverywhere ? known.find((one) => isOfAll(one, correction)) : ownAt(there)
    if (own !== undefined && isSame(own.readings, readings)) return { correction, decision: 'same' }
    // Wished for in a place that the reader has corrected alone, it would take the place of that.
    const at = isEverywhere ? places.find((place) => ownAt(place) === undefined) : there
    const stays = at === undefined ? ownAt(there) : own
    if (stays !== undefined || at === undefined) {
      return { correction, decision: 'kept', own: stays?.readings[tag] ?? found }
    }
    const request = { at, everywhere: isEverywhere, character, tag, found, readings }
    return { correction, decision: 'new', request }
  })
}

const isOfAll = (one: PlacedCorrection, { character, tag, found }: FileCorrection): boolean =>
  one.at === null && one.character === character && one.tag === tag && one.found === found

const isSame = (a: FormReadings, b: FormReadings): boolean =>
  convertedTags.every((tag) => a[tag] === b[tag])

/** Where the character stands in the document as it is now; of a single place, only in the very text. */
function placesIn(
  { document, publication }: OpenDocument,
  correction: FileCorrection,
  digest: string,
): readonly CodePoints[] {
  if (correction.isEverywhere) {
    return placesWritten(document, publication.renditions, correction).map(({ placed, at }) =>
      codePoints(placed.range.start + at),
    )
  }
  const [place = 0] = correction.places
  const range = { start: codePoints(place), end: codePoints(place + 1) }
  const isThere = digest === document.digest && document.slice(range) === correction.character
  return isThere ? [range.start] : []
}
