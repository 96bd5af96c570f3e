/**
 * The kinds of picture in Apple's icon format that are PNG, by their size in pixels: for screens of one pixel a
 * point, and of two.
 */
const kinds: readonly (readonly [kind: string, size: number])[] = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

/**
 * Puts pictures together as an Apple icon (.icns): the word `icns` and the length of the whole, then each
 * picture behind its kind and length, big-endian.
 *
 * @param picture a PNG of so many pixels each way
 */
export function icns(picture: (size: number) => Uint8Array): Uint8Array {
  const parts = kinds.map(([kind, size]) => chunk(kind, picture(size)))
  return chunk('icns', Buffer.concat(parts))
}

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
