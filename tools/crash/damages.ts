import type { Random } from './random'

/** What is put in a file's place; `folder` for a folder of the file's name, `gone` for nothing. */
export type Damaged = Uint8Array | 'folder' | 'gone'

/** One way of damaging a file. */
export interface Damaging {
  readonly name: string
  damage(bytes: Uint8Array, random: Random): Damaged
}

const encode = (text: string) => Buffer.from(text)
const decode = (bytes: Uint8Array) => Buffer.from(bytes).toString()

/** A damage of the text; where a file is not JSON the text is damaged as it is. */
const ofText = (name: string, change: (text: string, random: Random) => string): Damaging => ({
  name,
  damage: (bytes, random) => encode(change(decode(bytes), random)),
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A damage that leaves good JSON: of each line that is JSON, or holds it behind a hash. */
const ofJson = (name: string, change: (json: Json, random: Random) => string): Damaging =>
  ofText(name, (text, random) => {
    const [, hash = '', json = text] =
      /^([0-9a-f]{32} )(.*)$/s.exec(text.split('\n')[0] ?? '') ?? []
    try {
      return hash + change(JSON.parse(json) as Json, random) + (hash === '' ? '' : '\n')
    } catch {
      return change({ annotations: [] }, random)
    }
  })

const strangers: readonly [Json, ...Json[]] = [
  null,
  true,
  0,
  -1,
  1.5,
  '',
  'x',
  [],
  {},
  [[]],
  { a: 1 },
  2 ** 53,
]

/** Puts something of another type somewhere in it. */
function withStranger(json: Json, random: Random): Json {
  if (typeof json !== 'object' || json === null || random.chance(0.15))
    return random.pick(strangers)
  const keys = Object.keys(json)
  const key = keys[random.below(keys.length)]
  if (key === undefined) return random.pick(strangers)
  if (Array.isArray(json)) {
    return json.map((item, i) => (String(i) === key ? withStranger(item, random) : item))
  }
  return { ...json, [key]: withStranger(json[key] ?? null, random) }
}

const withVersion = (version: number) => (json: Json) =>
  JSON.stringify(typeof json === 'object' && json !== null ? { ...json, version } : json)

export const damagings: readonly [Damaging, ...Damaging[]] = [
  {
    name: 'truncated',
    damage: (bytes, random) => bytes.slice(0, Math.floor((bytes.length * random.below(64)) / 64)),
  },
  { name: 'zero-filled', damage: (bytes) => new Uint8Array(bytes.length) },
  {
    name: 'zeros inside',
    damage: (bytes, random) => {
      const start = random.below(bytes.length)
      return bytes.slice().fill(0, start, start + 1 + random.below(512))
    },
  },
  {
    name: 'bit flips',
    damage: (bytes, random) => {
      const copy = bytes.slice()
      for (let i = 0; i <= random.below(8); i++) {
        const at = random.below(copy.length)
        copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8))
      }
      return copy
    },
  },
  {
    name: 'invalid UTF-8',
    damage: (bytes, random) => {
      const at = random.below(bytes.length)
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([0xff, 0xc0, 0x80]),
        bytes.subarray(at),
      ])
    },
  },
  ofJson('wrong types', (json, random) => JSON.stringify(withStranger(json, random))),
  ofJson('duplicate ids', (json) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json))
      return JSON.stringify(json)
    const list = json['annotations']
    return JSON.stringify(
      Array.isArray(list) ? { ...json, annotations: [...list, ...list.slice(0, 1)] } : json,
    )
  }),
  ofText('deep nesting', (_, random) => (random.chance(0.5) ? '[' : '{"a":').repeat(100_000)),
  ofText('nested note', (text) => text.replace('"note":"', `"note":${'['.repeat(3000)}"`)),
  ofText('huge numbers', (text, random) =>
    text.replace(
      /"(start|end|version|sequence)":\d+/,
      `"$1":${random.pick(['1e999', '1e308', '-9e15', '1e21'])}`,
    ),
  ),
  ofText('prototype keys', (text, random) =>
    text.replace(
      '{',
      random.pick(['{"__proto__":{"x":1},', '{"constructor":1,', '{"toString":null,']),
    ),
  ),
  ofText('prototype id', (text) => text.replace(/"id":"[^"]*"/, '"id":"__proto__"')),
  ofText('BOM', (text) => `\uFEFF${text}`),
  ofText('CRLF', (text) => text.replaceAll('\n', '\r\n')),
  ofText('pretty-printed', (text) => text.replaceAll('{', '{\n  ').replaceAll(',"', ',\n  "')),
  { name: 'folder', damage: () => 'folder' },
  { name: 'gone', damage: () => 'gone' },
  { name: 'empty', damage: () => new Uint8Array() },
  ofText('spaces', () => ' \n\t\n'),
  ofText('foreign', (_, random) =>
    random.pick(['{"hello":"world"}', '[]', '"text"', '12', 'null', '<html></html>', '%PDF-1.7 …']),
  ),
  ofText('appended', (text, random) => text + text.slice(random.below(text.length))),
  ofJson('version 0', withVersion(0)),
  ofJson('version 999', withVersion(999)),
]
