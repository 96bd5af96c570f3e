import type { CanonicalDocument } from '../document/document'
import { decodeStrictly, hex } from '../formats/decode'
import type { TextRange } from '../text/range'
import type { DecodingProof } from './proposal'

/**
 * Text whose bytes were read in the wrong encoding, found by putting the bytes back: a run that comes from
 * one encoding and is flawless text in another was written in the other.
 */

interface MisreadRun {
  readonly kind: 'decoding'
  readonly range: TextRange
  readonly reading: string
  readonly proof: DecodingProof
}

/** How text goes wrong: written in one encoding, read in another. The likeliest first. */
const accidents = [
  { written: 'utf-8', readAs: 'gb18030' },
  { written: 'utf-8', readAs: 'windows-1252' },
  { written: 'utf-8', readAs: 'big5' },
  { written: 'gb18030', readAs: 'windows-1252' },
  { written: 'big5', readAs: 'windows-1252' },
  { written: 'gb18030', readAs: 'big5' },
  { written: 'big5', readAs: 'gb18030' },
] as const

/** Shorter runs prove nothing, in code points of the text as it should be. */
const leastLength = 2

export function misreadRuns(document: CanonicalDocument): readonly MisreadRun[] {
  return Array.from(document.text.matchAll(/[^ \t\n]+/gu)).flatMap(({ index, 0: run }) => {
    const found = /[^\p{ASCII}]/u.test(run) ? accidentOf(run) : undefined
    return found === undefined
      ? []
      : [{ ...found, range: document.rangeOfUnits(index, run.length) }]
  })
}

function accidentOf(run: string): Omit<MisreadRun, 'range'> | undefined {
  const before = everydayShare(run)
  for (const { written, readAs } of accidents) {
    const bytes = encode(run, readAs)
    const reading = bytes && decodeStrictly(bytes, written)
    if (bytes === undefined || reading === undefined) continue
    if (Array.from(reading).length < leastLength) continue
    const after = everydayShare(reading)
    // Of UTF-8 the form alone is proof. Western letters seldom fall into pairs that are Chinese; pairs of
    // one Chinese encoding nearly always do in the other, and must gain much.
    const isProved =
      written === 'utf-8'
        ? after > 0
        : readAs === 'windows-1252'
          ? after > 0.7
          : after > 0.9 && before < 0.5
    if (isProved)
      return { kind: 'decoding', reading, proof: { written, readAs, bytes: hex(bytes) } }
  }
  return undefined
}

/** The share of characters that are in everyday use: those of GB 2312's and Big5's first levels. */
function everydayShare(text: string): number {
  const characters = Array.from(text)
  const everyday = characters.filter(
    (one) =>
      everydayIn('gb18030', one) ||
      everydayIn('big5', one) ||
      /[，。、；：？！“”「」（）]/u.test(one),
  )
  return characters.length === 0 ? 0 : everyday.length / characters.length
}

const everydayLeads = { gb18030: [0xb0, 0xd7], big5: [0xa4, 0xc6] } as const

function everydayIn(encoding: 'gb18030' | 'big5', character: string): boolean {
  const bytes = pairsOf(encoding).get(character)
  const [first, last] = everydayLeads[encoding]
  return bytes !== undefined && bytes >> 8 >= first && bytes >> 8 <= last && (bytes & 0xff) >= 0x40
}

/** The bytes that read as the text in an encoding; nothing where it could not come from it. */
function encode(
  text: string,
  encoding: 'gb18030' | 'big5' | 'windows-1252',
): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (encoding === 'windows-1252') {
      const byte = westernBytes().get(character)
      if (byte === undefined) return undefined
      bytes.push(byte)
    } else {
      const pair = pairsOf(encoding).get(character)
      if (pair === undefined) return undefined
      bytes.push(pair >> 8, pair & 0xff)
    }
  }
  return Uint8Array.from(bytes)
}

const pairTables = new Map<string, ReadonlyMap<string, number>>()

/** Every character that takes two bytes, made by asking the platform's decoder for each pair. */
function pairsOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, number> {
  const known = pairTables.get(encoding)
  if (known !== undefined) return known
  const table = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decodeStrictly(Uint8Array.of(lead, trail), encoding)
      if (character !== undefined && Array.from(character).length === 1 && !table.has(character)) {
        table.set(character, (lead << 8) | trail)
      }
    }
  }
  pairTables.set(encoding, table)
  return table
}

let western: ReadonlyMap<string, number> | undefined

function westernBytes(): ReadonlyMap<string, number> {
  western ??= new Map(
    Array.from({ length: 128 }, (_, i) => {
      const byte = 0x80 + i
      return [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const
    }),
  )
  return western
}
