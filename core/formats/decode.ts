import { decodeBig5 } from './big5'
import type { Encoding } from './encodings'

/** The text that bytes are in an encoding. Everything counts bytes from the file's start. */

/** Bytes that are no character of the encoding. The text has U+FFFD in their place. */
interface Misfit {
  /** Where they are in the file. */
  readonly at: number
  /** Where U+FFFD stands for them in the text, in UTF-16 units. */
  readonly index: number
  /** Upper-case hexadecimal, bytes apart. */
  readonly bytes: string
}

export interface Decoded {
  readonly text: string
  readonly misfits: readonly Misfit[]
}

/** The text of the bytes, and every place where they are no text. */
export function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  const whole = decodeStrictly(bytes, encoding)
  if (whole !== undefined) return { text: whole, misfits: [] }
  const misfits: Misfit[] = []
  let text = ''
  for (const [start, end] of linesOf(bytes, encoding)) {
    const line = bytes.subarray(start, end)
    text +=
      decodeStrictly(line, encoding) ??
      decodeByBytes(line, encoding, { at: start, index: text.length }, misfits)
  }
  return { text, misfits }
}

/** Each is made once: to make one takes as long as to decode a page. */
const strictDecoders = new Map<Encoding, InstanceType<typeof TextDecoder>>()

/** The text of the bytes; nothing where any of them are no character of the encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === 'big5') return decodeBig5(bytes)
  const decoder = strictDecoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true })
  strictDecoders.set(encoding, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Where each line begins and ends. No character holds the byte of a line break within, but in UTF-16. */
function linesOf(bytes: Uint8Array, encoding: Encoding): readonly (readonly [number, number])[] {
  if (unitOf(encoding) > 1) return [[0, bytes.length]]
  const lines: [number, number][] = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const next = end === -1 ? bytes.length : end + 1
    lines.push([start, next])
    start = next
  }
  return lines
}

/** The most bytes that a character takes in any of the encodings. */
const longestCharacter = 4

/** What an encoding counts in, in bytes: behind a misfit the text goes on with the next of them. */
const unitOf = (encoding: Encoding): number =>
  encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1

/**
 * Reads character after character. Done by trying, for a decoder that replaces what does not fit tells
 * neither which bytes those were nor a replacement sign of the text's own from one of its making.
 */
function decodeByBytes(
  bytes: Uint8Array,
  encoding: Encoding,
  begin: Pick<Misfit, 'at' | 'index'>,
  misfits: Misfit[],
): string {
  const read = readerOf(encoding)
  const unit = unitOf(encoding)
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const [character, length] = characterAt(bytes, at, unit, read)
    if (character === undefined) {
      const place = { at: begin.at + at, index: begin.index + text.length }
      misfits.push({ ...place, bytes: hex(bytes.subarray(at, at + length)) })
    }
    text += character ?? '\ufffd'
    at += length
  }
  return text
}

/** Gives the text of some bytes; nothing where they are none. */
type Read = (bytes: Uint8Array) => string | undefined

/**
 * Reads as {@link decodeStrictly} does, with one decoder. An error for each byte of a large file that does not fit
 * would take seconds: a replacement sign says the same, but where the bytes may be those of the sign itself.
 */
function readerOf(encoding: Encoding): Read {
  if (encoding === 'big5') return decodeBig5
  const decoder = new TextDecoder(encoding)
  return (bytes) => {
    const text = decoder.decode(bytes)
    if (!text.includes('\ufffd')) return text
    return text === '\ufffd' && bytes.length > 1 ? decodeStrictly(bytes, encoding) : undefined
  }
}

function characterAt(
  bytes: Uint8Array,
  at: number,
  unit: number,
  read: Read,
): readonly [string | undefined, number] {
  const most = Math.min(longestCharacter, bytes.length - at)
  for (let length = unit; length <= most; length += unit) {
    const character = read(bytes.subarray(at, at + length))
    if (character !== undefined) return [character, length]
  }
  return [undefined, Math.min(unit, most)]
}

/** Bytes in upper-case hexadecimal, apart. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
