import type { ApparatusData, Sic } from '../../core/apparatus/emendation'
import { rangeLength, type TextRange, textRange } from '../../core/text/range'
import type { Segment } from './apply-emendations'
import type { EmendationItem, EmendationsFile, KeptItem, SicItem } from './emendations-file'

/**
 * Makes the apparatus that the app shows: canonical ranges computed, and for every emendation of the
 * text itself its sentence.
 *
 * @throws Error if an item names a reason that is not there, a word that is not around it, or if a
 *   slip or a kept place does not stand in the source.
 */
export function buildApparatus(
  file: EmendationsFile,
  source: string,
  segments: readonly Segment<EmendationItem>[],
): Omit<ApparatusData, 'explanations'> {
  const carry = sourceToCanonical(segments)
  const canonicalText = [...segments.map(({ reading }) => reading).join('')]
  const canonicalSlice = ({ start, end }: TextRange) => canonicalText.slice(start, end).join('')
  const sourceText = [...source]

  const emendation = (segment: Segment<EmendationItem>): ApparatusData['emendations'] => {
    const item = segment.change
    if (item === undefined) return []
    const { id, kind, basis, found, reading, why, evidence, bytes } = item
    assertListed(id, why)
    const ofText = kind === 'orthography' || kind === 'encoding'
    return [
      {
        id,
        kind,
        basis,
        source: segment.source,
        found,
        reading,
        canonical: segment.canonical,
        why,
        ...(item.word !== undefined && { word: word(item, item.word) }),
        ...(ofText && { sentence: sentenceAround(canonicalText, segment.canonical) }),
        ...(evidence !== undefined && { evidence }),
        ...(bytes !== undefined && { bytes }),
      },
    ]
  }

  const assertListed = (id: string, why: string) => {
    if (!(why in file.reasons)) throw new Error(`${id} gives a reason that is not listed: ${why}`)
  }

  const word = (item: EmendationItem | KeptItem, found: string) => {
    const parts = found.split(item.found)
    if (parts.length !== 2) throw new Error(`${item.id}: “${item.found}” is not once in “${found}”`)
    const start = item.source.start - [...(parts[0] as string)].length
    const range = textRange(start, start + [...found].length)
    const there = sourceText.slice(range.start, range.end).join('')
    if (there !== found) throw new Error(`${item.id} stands in “${there}”, not in “${found}”`)
    return { found, reading: canonicalSlice(carry(range)) }
  }

  /** The place of what stands in the source and was not changed. */
  const unchanged = ({ id, source, found }: SicItem | KeptItem) => {
    const range = textRange(source.start, source.end)
    const there = sourceText.slice(range.start, range.end).join('')
    if (there !== found) throw new Error(`${id} stands at “${there}”, not “${found}”`)
    const canonical = carry(range)
    return { canonical, text: canonicalSlice(canonical) }
  }

  const sic = (item: SicItem): Sic => {
    const { id, certainty, meant, why, sources } = item
    return {
      id,
      certainty,
      ...unchanged(item),
      ...(meant !== undefined && { meant }),
      why,
      ...(sources !== undefined && { sources }),
    }
  }

  const kept = (item: KeptItem): ApparatusData['kept'][number] => {
    const { id, instead, why } = item
    assertListed(id, why)
    return {
      id,
      ...unchanged(item),
      ...(item.word !== undefined && { word: word(item, item.word).reading }),
      instead,
      why,
    }
  }

  return {
    reasons: file.reasons,
    emendations: segments.flatMap(emendation),
    sic: file.sic.map(sic),
    kept: file.kept.map(kept),
  }
}

/** Carries a range of the source to the canonical text; an end inside an emendation goes outward. */
function sourceToCanonical(segments: readonly Segment<EmendationItem>[]) {
  const at = (offset: number, isHolder: (segment: Segment<EmendationItem>) => boolean) => {
    const segment = segments.find(isHolder)
    if (segment === undefined) throw new Error(`The source does not reach to ${offset}`)
    return segment
  }
  return ({ start, end }: TextRange): TextRange => {
    const first = at(start, ({ source }) => start < source.end)
    const last = at(end, ({ source }) => end <= source.end)
    return textRange(
      first.change ? first.canonical.start : first.canonical.start + start - first.source.start,
      last.change ? last.canonical.end : last.canonical.end - (last.source.end - end),
    )
  }
}

const endsSentence = new Set(['。', '！', '？', '\n'])

/**
 * The sentence that holds the range: from behind the last full stop to the next, that one included.
 * Not the platform's segmenter: its rules change with its version, and a build must not.
 */
function sentenceAround(text: readonly string[], range: TextRange): string {
  let start: number = range.start
  while (start > 0 && !endsSentence.has(text[start - 1] as string)) start--
  let end = Math.max(range.end - 1, range.start)
  while (end < text.length && !endsSentence.has(text[end] as string)) end++
  if (text[end] !== '\n') end++
  if (rangeLength(textRange(start, end)) <= 0) throw new Error('A sentence holds something')
  return text.slice(start, end).join('')
}
