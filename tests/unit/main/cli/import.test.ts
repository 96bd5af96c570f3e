import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { lost, marked, textOf } from '../../core/exchange/export/support'
import { keep, kept, newFolder, openStore, run } from './support'

const notes = [marked('經濟運行', { id: 'a', note: '好' }), lost('找不到的話', { id: 'b' })]

/** A folder with a file of notes. */
async function withFile(): Promise<string> {
  const folder = newFolder()
  writeFileSync(path.join(folder, 'x.json'), await textOf('json', notes))
  return folder
}

describe('import at the command line', () => {
  it('takes in what is new, and a second time nothing', async () => {
    const folder = await withFile()
    const first = await run(folder, ['--import', 'x.json'])
    expect(first).toMatchObject({
      code: 0,
      out: [expect.stringContaining('1 new, 1 not found in the text')],
      err: ['2: not found in the text — 找不到的話 — Its words do not stand in this text.'],
    })
    expect((await kept(folder)).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(notes)
    const second = await run(folder, ['--import', 'x.json'])
    expect(second).toMatchObject({ code: 0, out: [expect.stringContaining('2 here already')] })
  })

  it('says how many more there are than it lists', async () => {
    const folder = newFolder()
    const many = Array.from({ length: 1_003 }, (_, i) => marked('經濟運行', { id: `n${i}` }))
    writeFileSync(path.join(folder, 'x.json'), await textOf('json', many))
    const { err } = await run(folder, ['--import', 'x.json'])
    expect(err.at(-1)).toBe('3 more annotations of the file not listed; the counts are of all.')
  })

  it('is one gesture that can be undone', async () => {
    const folder = await withFile()
    await keep(folder, [marked('統籌推進', { id: 'mine' })])
    await run(folder, ['--import', 'x.json'])
    const store = await openStore(folder)
    expect(store.history.done.at(-1)?.gesture).toBe('import')
    await store.undo()
    expect([...store.annotations.keys()]).toEqual(['mine'])
    await store.close()
  })

  it('is handed to the running app, and waits until that has done it', async () => {
    const folder = await withFile()
    await keep(folder, [])
    let looks = 0
    const result = await run(folder, ['--import', 'x.json'], {
      isOnly: false,
      wait: async () => {
        if (++looks === 3) await keep(folder, notes)
      },
    })
    expect(result).toMatchObject({
      code: 0,
      handedOver: [{ import: path.join(folder, 'x.json'), documentId: 'yingkou-xishi-2019' }],
    })
    expect(looks).toBe(3)
  })

  it('says so where the running app does not do it', async () => {
    const folder = await withFile()
    const result = await run(folder, ['--import', 'x.json'], { isOnly: false })
    expect(result).toMatchObject({ code: 1, out: [] })
    expect(result.err.at(-1)).toContain('has not taken in')
  })

  it.each<[string, (file: string) => void, RegExp]>([
    ['a file that is not there', () => {}, /there is no such file/u],
    ['no JSON', (file) => writeFileSync(file, '{"rows": ['), /no file of annotations/u],
    ['no text', (file) => writeFileSync(file, Buffer.from([0x41, 0xff, 0xfe, 0x80])), /not text/u],
    ['another JSON', (file) => writeFileSync(file, '{"a":1}'), /no annotations that Piyue knows/u],
    [
      'nesting without end',
      (file) => writeFileSync(file, '['.repeat(1_000_000)),
      /nested too deeply/u,
    ],
    [
      'a hundred megabytes',
      (file) => {
        writeFileSync(file, '{"rows":[')
        truncateSync(file, 100 * 1024 * 1024)
      },
      /larger than 64 MB/u,
    ],
  ])('refuses %s with one line, and touches nothing', async (_, make, line) => {
    const folder = newFolder()
    const file = path.join(newFolder(), 'x.json')
    make(file)
    const { code, out, err, handedOver } = await run(folder, ['--import', file])
    expect({ code, out, handedOver }).toEqual({ code: 1, out: [], handedOver: [] })
    expect(err).toEqual([expect.stringMatching(line)])
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuses a folder', async () => {
    const folder = newFolder()
    const { code, err } = await run(folder, ['--import', '.'])
    expect(code).toBe(1)
    expect(err[0]).toContain('it is not a file')
  })

  it('ends with 1 where all of a file is refused', async () => {
    const folder = newFolder()
    writeFileSync(path.join(folder, 'x.json'), '{"rows":[{"target":[]}]}')
    expect((await run(folder, ['--import', 'x.json'])).code).toBe(1)
  })
})
