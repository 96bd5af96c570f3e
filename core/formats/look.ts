import { countBelow } from '../text/offset-index'
import { type Decoded, decode } from './decode'
import { detectEncoding, type EncodingEvidence } from './encoding'
import { type Encoding, encodings } from './encodings'

/** Bytes that are no character of an encoding, with their place. */
interface PlacedMisfit {
  /** Where they are in the file, in bytes. */
  readonly at: number
  /** Upper-case hexadecimal, bytes apart. */
  readonly bytes: string
  /** The line that they are in, from 1. */
  readonly line: number
  /** What stands around them, as it is read. */
  readonly before: string
  readonly after: string
}

/** What a file's text is in one of the encodings, to choose by. */
export interface EncodingLook {
  readonly encoding: Encoding
  /** The encoding that was found, and what told. */
  readonly found: Encoding
  readonly evidence: EncodingEvidence
  /** What the file says of itself, where that is something else. */
  readonly declaredOtherwise: string | null
  /** How many misfits each encoding has in what was looked at. */
  readonly choices: readonly { readonly encoding: Encoding; readonly misfits: number }[]
  /** The beginning of the text. */
  readonly text: string
  readonly misfits: readonly PlacedMisfit[]
  readonly misfitCount: number
}

/**
 * How much of a file is looked at, in bytes. Text in the wrong encoding is read character by character, so
 * a part of it must do; of text that fits in all but a few places, all places are found.
 */
const lookedAt = { part: 16 * 1024, whole: 32 * 1024 * 1024 } as const

/** So many misfits in a part are so few that the encoding may be right. */
const few = 60

/** How much of the text is shown, and how many misfits, with how much around them; UTF-16 units. */
const shown = { text: 1_200, misfits: 30, around: 8 } as const

/** Looks at a file's text in an encoding; in the one that is found, where none is asked for. */
export function lookAt(file: Uint8Array, asked?: Encoding): EncodingLook {
  const { encoding: found, evidence, declaredOtherwise } = detectEncoding(file)
  const encoding = asked ?? found
  const part = decodedPart(file, encoding, lookedAt.part)
  const { text, misfits } =
    part.misfits.length > few ? part : decodedPart(file, encoding, lookedAt.whole)
  return {
    encoding,
    found,
    evidence,
    declaredOtherwise,
    choices: encodings.map((one) => ({
      encoding: one,
      misfits: decodedPart(file, one, lookedAt.part).misfits.length,
    })),
    text: cut(asRead(text), 0, shown.text),
    misfits: placed(text, misfits.slice(0, shown.misfits)),
    misfitCount: misfits.length,
  }
}

/** The text of the part that is looked at; a character that is cut at its end is none that does not fit. */
function decodedPart(file: Uint8Array, encoding: Encoding, length: number) {
  const bytes = file.subarray(0, length)
  const { text, misfits } = decode(bytes, encoding)
  if (bytes.length === file.length) return { text, misfits }
  return { text, misfits: misfits.filter(({ at }) => at < bytes.length - 4) }
}

function placed(text: string, misfits: Decoded['misfits']): readonly PlacedMisfit[] {
  const breaks = Array.from(text.matchAll(/\r\n?|\n/gu), (found) => found.index)
  return misfits.map(({ at, bytes, index }) => ({
    at,
    bytes,
    line: 1 + countBelow(breaks, (one) => one < index),
    before: cut(text, Math.max(0, index - shown.around), index).replaceAll(/\s+/gu, ' '),
    after: cut(text, index + 1, index + 1 + shown.around).replaceAll(/\s+/gu, ' '),
  }))
}

/** A part of a text, without the half of a pair that it would begin or end with. UTF-16 units. */
const cut = (text: string, start: number, end: number): string =>
  text.slice(start, end).replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '')

/** A text without its markup, as far as it matters to tell an encoding by its words. */
const asRead = (text: string): string =>
  text
    .slice(Math.max(0, text.search(/<body/iu)))
    .replaceAll(/<[^<>]*>/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
