import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/**
 * The characters that a font in WOFF2 has a glyph for, as its table `cmap` says (formats 4 and 12, which is
 * what is written today).
 *
 * Source of the format: https://www.w3.org/TR/WOFF2/, and OpenType's chapter on `cmap`.
 */
export function charactersInWoff2(file: string): Set<number> {
  const bytes = readFileSync(file)
  const { offset, from } = placeOfCmap(bytes)
  const tables = brotliDecompressSync(bytes.subarray(from, from + bytes.readUInt32BE(20)))
  return charactersInCmap(tables.subarray(offset))
}

/** Where the compressed tables begin in the file, and where `cmap` does among them, unpacked. */
function placeOfCmap(bytes: Buffer): { from: number; offset: number } {
  let at = 48
  let place = 0
  let offset: number | undefined
  const number = () => {
    let value = 0
    for (let byte = 0x80; byte & 0x80; value = value * 128 + (byte & 0x7f)) byte = bytes[at++] ?? 0
    return value
  }
  for (let table = 0; table < bytes.readUInt16BE(12); table++) {
    const flags = bytes[at++] ?? 0
    const tag = flags & 0x3f
    if (tag === 0x3f) at += 4
    const length = number()
    const isGlyphs = tag === 10 || tag === 11
    const isTransformed = isGlyphs ? flags >> 6 !== 3 : flags >> 6 !== 0
    if (tag === 0) offset = place
    place += isTransformed ? number() : length
  }
  if (offset === undefined) throw new Error('a font without cmap')
  return { from: at, offset }
}

function charactersInCmap(cmap: Buffer): Set<number> {
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.subarray(cmap.readUInt32BE(8 + i * 8)),
  )
  const characters = tables.flatMap((table) => {
    const format = table.readUInt16BE(0)
    if (format === 12) return inGroups(table)
    return format === 4 ? inSegments(table) : []
  })
  return new Set(characters)
}

/** Format 12: groups of code points. */
function inGroups(table: Buffer): readonly number[] {
  const groups = Array.from({ length: table.readUInt32BE(12) }, (_, i) => 16 + i * 12)
  return groups.flatMap((at) => range(table.readUInt32BE(at), table.readUInt32BE(at + 4)))
}

/** Format 4: segments of the first plane; a glyph of 0 is none. */
function inSegments(table: Buffer): readonly number[] {
  const segments = table.readUInt16BE(6) / 2
  const read = (part: number, i: number) => table.readUInt16BE(14 + part * segments * 2 + i * 2)
  return Array.from({ length: segments }, (_, i) => i).flatMap((i) => {
    const end = read(0, i)
    // After the ends stands an empty field of two bytes.
    const start = table.readUInt16BE(16 + segments * 2 + i * 2)
    const delta = table.readUInt16BE(16 + segments * 4 + i * 2)
    const placeOfOffset = 16 + segments * 6 + i * 2
    const offset = table.readUInt16BE(placeOfOffset)
    return range(start, end).filter((one) => {
      if (one === 0xffff) return false
      if (offset === 0) return ((one + delta) & 0xffff) !== 0
      return table.readUInt16BE(placeOfOffset + offset + (one - start) * 2) !== 0
    })
  })
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)
