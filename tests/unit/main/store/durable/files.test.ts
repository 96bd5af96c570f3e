import * as z from 'zod'
import { isBounded } from '../../../../../main/disk/bounded-json'
import { writeAll } from '../../../../../main/disk/write-file'
import {
  type AnnotationsChange,
  annotationsModel,
} from '../../../../../main/store/annotations-model'
import {
  checkpointCodec,
  checkpointText,
  isSealed,
} from '../../../../../main/store/durable/checkpoint'
import { decodeAs, type FileKind } from '../../../../../main/store/durable/durable-file'
import {
  type Entry,
  journalText,
  makeEntry,
  newPoint,
  readJournal,
  tipLine,
} from '../../../../../main/store/durable/journal-format'
import { byId } from '../../../../../main/store/durable/model'
import { Random } from '../../../../../tools/crash/random'
import { SimulatedDisk } from '../../../../../tools/crash/simulated-disk'
import { annotation, creating } from '../support/bench'

const codec = checkpointCodec(annotationsModel)
const tip = { head: 'ab'.repeat(16), sequence: 3, writtenAt: '2026-01-01T00:00:00.000Z' }
const bytesOf = (...ids: string[]) =>
  Buffer.from(
    [
      ...checkpointText(
        annotationsModel,
        tip,
        ids.map((id) => annotation(id, 'x')),
      ),
    ].join(''),
  )

describe('the file of annotations', () => {
  test.each([0, 1, 2, 256, 257, 600])(
    'holds %i annotations in pieces that make one JSON text',
    async (n) => {
      const ids = Array.from({ length: n }, (_, i) => `n${i}`)
      const bytes = bytesOf(...ids)
      expect(JSON.parse(bytes.toString()).annotations).toHaveLength(n)
      expect(await codec.decode(bytes)).toEqual({
        kind: 'good',
        value: { tip, records: byId(ids.map((id) => annotation(id, 'x'))) },
      })
    },
  )

  test('that is large is read a part at a time, and all else has its turn in between', async () => {
    const records = Array.from({ length: 12_000 }, (_, i) => annotation(`n${i}`, '字'.repeat(20)))
    const bytes = Buffer.from([...checkpointText(annotationsModel, tip, records)].join(''))
    let turns = 0
    let next: NodeJS.Immediate
    const takeTurn = () => {
      turns++
      next = setImmediate(takeTurn)
    }
    takeTurn()
    const decoded = await codec.decode(bytes)
    clearImmediate(next!)
    expect(decoded).toEqual({ kind: 'good', value: { tip, records: byId(records) } })
    // Once for each megabyte that is hashed, and again for each that is parsed.
    expect(turns).toBeGreaterThanOrEqual(2 * Math.floor(bytes.length / 1024 / 1024))
  })

  test('that differs in any one bit is no longer sealed', async () => {
    const bytes = bytesOf('a')
    expect(await isSealed(bytes)).toBe(true)
    for (let at = 0; at < bytes.length; at++) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 1
      expect(await isSealed(copy)).toBe(false)
    }
  })

  test('that names an id twice is invalid', async () => {
    const text = bytesOf('a', 'b').toString().replace('"id":"b"', '"id":"a"')
    expect(await codec.decode(Buffer.from(text))).toEqual({ kind: 'damaged', damage: 'invalid' })
  })
})

describe('a line of the journal', () => {
  const tip = { head: newPoint(), sequence: 1 }

  async function reading(text: string | Uint8Array) {
    const disk = new SimulatedDisk(new Random(1))
    await writeAll(await disk.open('/journal', 'replace'), text, 0)
    return readJournal(disk, '/journal', 'test', annotationsModel.readChange)
  }

  function textWith(entry: Entry<AnnotationsChange>) {
    const header = { start: tip.head, sequence: tip.sequence, lineage: [], merged: [] }
    const remembered = { at: tip.head, memory: null }
    return journalText('test', { header, remembered, entries: [entry] }, new Date(0))
  }

  test('reads back as it was written', async () => {
    const entry = makeEntry(tip, { kind: 'change', set: creating('a', '換\n行') } as const)
    expect((await reading(textWith(entry)))?.entries).toEqual([entry])
  })

  test('with any one bit changed is not read, and missing', async () => {
    const entry = makeEntry(tip, { kind: 'undo', set: creating('a') } as const)
    const bytes = Buffer.from(textWith(entry))
    for (let at = bytes.length - entry.line.length; at < bytes.length - 1; at++) {
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ 4
      expect(await reading(copy)).toMatchObject({ entries: [], unreadable: 1, isUnbroken: false })
    }
  })

  test('that is the tip has one length for ever, within the first sector', async () => {
    const lines = [0, 1, Number.MAX_SAFE_INTEGER].map((sequence) => tipLine({ ...tip, sequence }))
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1)
    expect(lines[0]?.length).toBeLessThan(512)
    expect((await reading(lines[1]!))?.tip).toEqual(tip)
  })
})

describe('JSON that would use up the memory', () => {
  test('is refused before it is parsed', () => {
    expect(isBounded(Buffer.from('['.repeat(65)))).toBe(false)
    expect(isBounded(Buffer.from(`[${'[],'.repeat(10_000_001)}[]]`))).toBe(false)
  })

  test('is told from brackets in the reader’s own words', () => {
    expect(isBounded(Buffer.from(JSON.stringify({ note: `"${'['.repeat(1000)}\\` })))).toBe(true)
  })
})

describe('an older version of a file', () => {
  const kind: FileKind<{ format: string; version: number; items: string[] }> = {
    format: 'test',
    version: 3,
    migrations: {
      1: ({ item, ...rest }) => ({ ...rest, list: [item] }),
      2: ({ list, ...rest }) => ({ ...rest, items: list }),
    },
    schema: z.strictObject({ format: z.string(), version: z.number(), items: z.array(z.string()) }),
  }
  const decode = (content: unknown) => decodeAs(kind, Buffer.from(JSON.stringify(content)))

  test('goes through every migration up to today’s', () => {
    expect(decode({ format: 'test', version: 1, item: 'x' })).toEqual({
      kind: 'good',
      value: { format: 'test', version: 3, items: ['x'] },
    })
  })

  test('that no migration leads from is damaged, and never misread', () => {
    expect(
      decodeAs({ ...kind, migrations: {} }, Buffer.from('{"format":"test","version":1}')),
    ).toEqual({ kind: 'damaged', damage: 'invalid' })
  })

  test.each([0, -1, 1.5, '1', null])('may not call itself version %p', (version) => {
    expect(decode({ format: 'test', version })).toEqual({ kind: 'damaged', damage: 'invalid' })
  })
})
