import type { Characters } from './character-sets'

/**
 * A font that has no character: all that it draws is what stands for one that is missing, a crossed box of a
 * character's square. The cuts of the bundled fonts have a blank there.
 *
 * Source of the tables: OpenType 1.9.1.
 */

/** Units to the square, and how far the box keeps from its edges; the square hangs below the line by `descent`. */
const em = 1_000
const descent = 120
const [left, right, bottom, top] = [90, 910, -50, 810]
/** How thick its lines are. */
const line = 36

type Point = readonly [x: number, y: number]

/** The contours of the box, filled to the right of their way. */
const contours: readonly (readonly Point[])[] = [
  [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ],
  [
    [left + line, bottom + line],
    [right - line, bottom + line],
    [right - line, top - line],
    [left + line, top - line],
  ],
  [
    [left, bottom],
    [left, bottom + line],
    [right - line, top],
    [right, top],
    [right, top - line],
    [left + line, bottom],
  ],
  [
    [left, top],
    [left + line, top],
    [right, bottom + line],
    [right, bottom],
    [right - line, bottom],
    [left, top - line],
  ],
]

const points = contours.flat()

/** Big-endian 16-bit numbers, signed or not. */
const shorts = (...numbers: readonly number[]): Buffer =>
  Buffer.concat(
    numbers.map((number) => {
      const bytes = Buffer.alloc(2)
      bytes.writeUInt16BE(number & 0xffff)
      return bytes
    }),
  )

const longs = (...numbers: readonly number[]): Buffer =>
  shorts(...numbers.flatMap((number) => [number >>> 16, number & 0xffff]))

/** The one glyph: the ends of its contours, no instructions, and every point on a line, as a step of 16 bits. */
function glyph(): Buffer {
  let last = -1
  const ends = contours.map((contour) => (last += contour.length))
  const steps = (axis: 0 | 1) =>
    points.map((point, i) => point[axis] - (i === 0 ? 0 : (points[i - 1]?.[axis] ?? 0)))
  return Buffer.concat([
    shorts(contours.length, left, bottom, right, top, ...ends, 0),
    Buffer.alloc(points.length, 1),
    shorts(...steps(0), ...steps(1)),
    Buffer.alloc(points.length % 2),
  ])
}

const date = longs(0, 0)

function tables(name: string): Readonly<Record<string, Buffer>> {
  const glyf = glyph()
  const words = Buffer.from(name, 'utf16le').swap16()
  const nameIds = [1, 4, 6]
  return {
    'OS/2': Buffer.concat([
      shorts(4, em, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
      Buffer.alloc(10),
      longs(0, 0, 0, 0),
      Buffer.from('    '),
      shorts(0x40, 0xffff, 0xffff, em - descent, -descent, 0, em - descent, descent),
      longs(0, 0),
      shorts(500, 700, 0, 0x20, 0),
    ]),
    cmap: Buffer.concat([
      shorts(0, 1, 3, 1),
      longs(12),
      // A table of one segment, which only ends it.
      shorts(4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0),
    ]),
    glyf,
    head: Buffer.concat([
      longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
      shorts(3, em),
      date,
      date,
      shorts(left, bottom, right, top, 0, 8, 2, 0, 0),
    ]),
    hhea: Buffer.concat([
      longs(0x10000),
      shorts(em - descent, -descent, 0, em, left, em - right, right, 1, 0, 0, 0, 0, 0, 0, 0, 1),
    ]),
    hmtx: shorts(em, left),
    loca: shorts(0, glyf.length / 2),
    maxp: Buffer.concat([
      longs(0x10000),
      shorts(1, points.length, contours.length, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    ]),
    name: Buffer.concat([
      shorts(0, nameIds.length, 6 + 12 * nameIds.length),
      ...nameIds.map((id) => shorts(3, 1, 0x409, id, words.length, 0)),
      words,
    ]),
    post: longs(0x30000, 0, 0, 0, 0, 0, 0, 0),
  }
}

/** The font as a file of TrueType. @param name of its family; no spaces, for it is its PostScript name too */
export function missingGlyphFont(name: string): Buffer {
  const all = Object.entries(tables(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const headLength = 12 + 16 * all.length
  const entries: Buffer[] = []
  const bodies: Buffer[] = []
  let offset = headLength
  for (const [tag, body] of all) {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)])
    entries.push(Buffer.from(tag), longs(sumOf(padded), offset, body.length))
    bodies.push(padded)
    offset += padded.length
  }
  const power = 2 ** Math.floor(Math.log2(all.length))
  const head = [16 * power, Math.log2(power), 16 * (all.length - power)]
  return Buffer.concat([longs(0x10000), shorts(all.length, ...head), ...entries, ...bodies])
}

/** The sum of a table's 32-bit numbers, as its entry has it. */
function sumOf(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}

/** All characters that are not among some, in order, but for those that leave no ink anyway. */
export const charactersBeyond = (known: Characters): readonly number[] =>
  Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => !known.has(code) && !isInkless.test(String.fromCodePoint(code)),
  )

const isInkless =
  /^[\p{Cc}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]$/u
