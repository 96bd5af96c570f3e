/**
 * The characters that nearly all Chinese text is written in: those that the makers of GB 2312 and of Big5 put
 * first, 3755 and 5401. Both are in the platform's decoders, so no table is carried along.
 */
const firstPlanes = [
  { encoding: 'gb18030', leads: [0xb0, 0xd7], trails: [[0xa1, 0xfe]] },
  {
    encoding: 'big5',
    leads: [0xa4, 0xc6],
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
] as const

let everyday: ReadonlySet<string> | undefined

/** Whether Chinese text holds a character every day, in either script. The set is made when first asked for. */
export function isEveryday(character: string): boolean {
  everyday ??= new Set(firstPlanes.flatMap(charactersOfPlane))
  return everyday.has(character)
}

function charactersOfPlane({ encoding, leads, trails }: (typeof firstPlanes)[number]) {
  const decoder = new TextDecoder(encoding)
  const codes = through(leads).flatMap((lead) =>
    trails.flatMap((range) => through(range).map((trail) => Uint8Array.of(lead, trail))),
  )
  return codes.map((code) => decoder.decode(code)).filter((text) => /^\p{Script=Han}$/u.test(text))
}

const through = ([first, last]: readonly [number, number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)
