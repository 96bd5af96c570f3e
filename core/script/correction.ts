import {
  type Description,
  describingFields,
  descriptionOf,
  mapDescription,
} from '../document/description'
import type { CanonicalDocument, PlacedBlock } from '../document/document'
import { type CodePoints, charactersOf, codePointLength, codePoints } from '../text/code-points'
import type { ChangedStretch } from '../text/offset-map'
import { holds, type TextRange, textRange } from '../text/range'
import { isInOneScript, type ScriptTag } from '../text/script-tag'
import type { ConvertedTag } from './conversion-forms'
import { mapOf, type RenderedBlockData, type RenditionData } from './rendition'

/**
 * A character that conversion wrote in one way, and that the reader reads in another: 范 that became 範 and
 * is a name. What it corrects is forms; the canonical text never changes by it.
 */
export interface ReadingCorrection {
  /** Follows from what it is about: of one place, or of one character written in one way, there is one. */
  readonly id: string
  /** The character of the canonical text; one code point. */
  readonly character: string
  /** The form by which it is known how conversion wrote the character. */
  readonly tag: ConvertedTag
  /** What conversion wrote for it there. */
  readonly found: string
  /** What is read instead, in every form that follows the same decision; never empty. */
  readonly readings: FormReadings
}

/** One reading as each of several forms writes it. */
export type FormReadings = Readonly<Partial<Record<ConvertedTag, string>>>

/** A correction as it stands in a document. */
export interface PlacedCorrection extends ReadingCorrection {
  /** Canonical; null where it is meant wherever conversion wrote the character so. */
  readonly at: CodePoints | null
}

/** The forms of a document with corrections, and where each of these stands. */
interface Corrected {
  /** Those that no correction touches are the very ones that were given. */
  readonly renditions: readonly RenditionData[]
  /** Canonical ranges of one character each, ascending. */
  readonly places: readonly CorrectedPlace[]
}

export interface CorrectedPlace {
  readonly range: TextRange
  readonly correction: PlacedCorrection
}

/**
 * Lays corrections over the forms that conversion made. One of a single place goes before one of all places.
 *
 * @param made as conversion made them
 */
export function correctForms(
  document: CanonicalDocument,
  made: readonly RenditionData[],
  corrections: readonly PlacedCorrection[],
): Corrected {
  const byBlock = correctionsByBlock(document, made, corrections)
  const everywhere = corrections.filter(({ at }) => at === null)
  if (byBlock.size === 0 && everywhere.length === 0) return { renditions: made, places: [] }
  const described = correctDescriptions(descriptionOf(document.data), made, everywhere)
  const renditions = made.map((form) => {
    const source = described.get(form.tag)
    const said = source === undefined ? form : { ...form, source }
    const changed = [...byBlock].flatMap(([{ block }, inBlock]) => {
      const before = form.blocks[block.id]
      const edits = [...inBlock].flatMap(([at, { readings }]) => {
        const reading = isInOneScript(form.tag) ? readings[form.tag] : undefined
        return reading === undefined ? [] : [{ at, reading }]
      })
      const after = before && edits.length > 0 ? readOtherwise(before, edits) : before
      return after === undefined || after === before ? [] : [[block.id, after] as const]
    })
    if (changed.length === 0) return said
    return { ...said, blocks: { ...form.blocks, ...Object.fromEntries(changed) } }
  })
  const places = [...byBlock].flatMap(([{ range }, inBlock]) =>
    Array.from(inBlock, ([at, correction]) => {
      const start = range.start + at
      return { range: textRange(start, start + 1), correction }
    }),
  )
  return { renditions, places: places.toSorted((a, b) => a.range.start - b.range.start) }
}

/** Which correction holds at which character, by block and by code points from its start, ascending. */
function correctionsByBlock(
  document: CanonicalDocument,
  made: readonly RenditionData[],
  corrections: readonly PlacedCorrection[],
): ReadonlyMap<PlacedBlock, ReadonlyMap<number, PlacedCorrection>> {
  const byBlock = new Map<PlacedBlock, Map<number, PlacedCorrection>>()
  const put = (placed: PlacedBlock, at: number, correction: PlacedCorrection) => {
    const inBlock = byBlock.get(placed) ?? new Map<number, PlacedCorrection>()
    byBlock.set(placed, inBlock.set(at, correction))
  }
  const [single, everywhere] = [
    corrections.filter(({ at }) => at !== null),
    corrections.filter(({ at }) => at === null),
  ]
  for (const correction of everywhere) {
    for (const { placed, at } of placesWritten(document, made, correction)) {
      put(placed, at, correction)
    }
  }
  for (const correction of single) {
    const at = correction.at as CodePoints
    const placed = document.blockAt(at)
    if (placed !== undefined && holds(placed.range, at)) {
      put(placed, at - placed.range.start, correction)
    }
  }
  return new Map(
    Array.from(byBlock, ([placed, inBlock]) => [
      placed,
      new Map([...inBlock].toSorted(([a], [b]) => a - b)),
    ]),
  )
}

/**
 * What the document is called and cited by in the forms in which corrections of all places change that. Where a
 * form has another length, nothing is known of its single characters.
 *
 * @param canonical as its file has it
 */
function correctDescriptions(
  canonical: Description,
  made: readonly RenditionData[],
  corrections: readonly PlacedCorrection[],
): ReadonlyMap<ScriptTag, Description> {
  const described = new Map(
    made.flatMap(({ tag, source }) => (source === undefined ? [] : [[tag, source] as const])),
  )
  const corrected = new Map<ScriptTag, Description>()
  for (const [tag, source] of described) {
    const after = mapDescription(source, (words, field) => {
      const characters = charactersOf(canonical[field] ?? '')
      const written = charactersOf(words)
      if (written.length !== characters.length) return words
      return written
        .map((one, i) => {
          const holding = corrections.find((correction) => {
            const deciding = charactersOf(described.get(correction.tag)?.[field] ?? '')
            return characters[i] === correction.character && deciding[i] === correction.found
          })
          return (isInOneScript(tag) ? holding?.readings[tag] : undefined) ?? one
        })
        .join('')
    })
    if (describingFields.some((field) => after[field] !== source[field])) corrected.set(tag, after)
  }
  return corrected
}

interface PlaceInBlock {
  readonly placed: PlacedBlock
  /** Code points from the block's start. */
  readonly at: number
}

/** Wherever conversion wrote a character in one way, in one form. @param made as conversion made them */
export function placesWritten(
  document: CanonicalDocument,
  made: readonly RenditionData[],
  { character, tag, found }: Pick<ReadingCorrection, 'character' | 'tag' | 'found'>,
): readonly PlaceInBlock[] {
  const form = made.find((one) => one.tag === tag)
  if (form === undefined) return []
  return document.placed.flatMap((placed) => {
    const rendered = form.blocks[placed.block.id]
    if (rendered === undefined || !placed.block.text.includes(character)) return []
    const written = charactersOf(rendered.text)
    const map = mapOf(rendered)
    return charactersOf(placed.block.text).flatMap((one, at): PlaceInBlock[] => {
      if (one !== character || isWithinStretch(rendered, at)) return []
      const { start } = map.toRendered(textRange(at, at + 1))
      return written[start] === found ? [{ placed, at }] : []
    })
  })
}

/** Of a stretch that answers another only as a whole, no single character can be read otherwise. */
const isWithinStretch = ({ stretches = [] }: RenderedBlockData, at: number): boolean =>
  stretches.some(({ canonical }) => holds(canonical, codePoints(at)))

/** A block with some of its characters read otherwise. @param edits ascending; `at` is canonical */
function readOtherwise(
  before: RenderedBlockData,
  edits: readonly { readonly at: number; readonly reading: string }[],
): RenderedBlockData {
  const map = mapOf(before)
  const written = charactersOf(before.text)
  const taken = edits
    .filter(({ at }) => !isWithinStretch(before, at))
    .map(({ at, reading }) => {
      const canonical = textRange(at, at + 1)
      const longer = codePointLength(reading) - 1
      return { canonical, rendered: map.toRendered(canonical), reading, longer }
    })
  const parts: string[] = []
  let from = 0
  for (const { rendered, reading } of taken) {
    parts.push(...written.slice(from, rendered.start), reading)
    from = rendered.end
  }
  const text = [...parts, ...written.slice(from)].join('')
  if (text === before.text) return before
  const standing = (before.stretches ?? []).map((stretch) => ({ ...stretch, longer: 0 }))
  const stretches = moved([...standing, ...taken.filter(({ longer }) => longer !== 0)])
  return stretches.length === 0 ? { text } : { text, stretches }
}

/** Stretches where they stand once some have become longer, or shorter. */
function moved(
  stretches: readonly (ChangedStretch & { readonly longer: number })[],
): readonly ChangedStretch[] {
  let by = 0
  return stretches.toSorted(byCanonical).map(({ canonical, rendered, longer }) => {
    const start = rendered.start + by
    by += longer
    return { canonical, rendered: textRange(start, rendered.end + by) }
  })
}

const byCanonical = ({ canonical: a }: ChangedStretch, { canonical: b }: ChangedStretch): number =>
  a.start - b.start || a.end - b.end
