import {
  AnnotationStore,
  InvalidChange,
  StoreReadOnly,
} from '../../../../main/store/annotation-store'
import { annotationsModel } from '../../../../main/store/annotations-model'
import { checkpointText } from '../../../../main/store/durable/checkpoint'
import { StoreUnreadable } from '../../../../main/store/durable/durable-file'
import { annotation, Bench, creating, folder, idsOf, paths } from './support/bench'

describe('the store of annotations', () => {
  test('a new folder opens empty, without a word, and can be written at once', async () => {
    const bench = await Bench.make()
    const { store, notices } = await bench.open()
    expect([store.annotations.size, notices, store.status]).toEqual([0, [], { state: 'saved' }])
    expect(JSON.parse(await bench.text(paths.annotations))).toMatchObject({
      format: 'piyue-annotations',
      version: 1,
      annotations: [],
    })
  })

  test('an acknowledged change is there after the process ends without closing', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    await store.commit(creating('a', '記'))
    const { store: again, notices } = await bench.open()
    expect(again.annotations.get('a')).toEqual(annotation('a', '記'))
    expect(notices).toEqual([])
  })

  test('changes show in memory before they are on disk', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    const saving = store.commit(creating('a'))
    expect(idsOf(store)).toEqual(['a'])
    await saving
  })

  test('many changes at once go to disk together and in order', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    const before = bench.disk.calls
    const ids = Array.from({ length: 100 }, (_, i) => `n${i}`)
    await Promise.all(ids.map((id) => store.commit(creating(id))))
    expect(bench.disk.calls - before).toBeLessThan(30)
    const { store: again } = await bench.open()
    expect(again.annotations.size).toBe(100)
  })

  test('a change of one mark writes the same bytes among ten thousand as among ten', async () => {
    const written = async (count: number) => {
      const bench = await Bench.make()
      const ids = Array.from({ length: count }, (_, i) => `n${String(i).padStart(5, '0')}`)
      const place = { head: '0'.repeat(32), sequence: 1, writtenAt: '2026-01-01T00:00:00.000Z' }
      const records = ids.map((id) => annotation(id, '記'))
      const content = checkpointText(annotationsModel, place, records)
      await bench.put(paths.annotations, [...content].join(''))
      const { store } = await bench.open()
      const before = store.annotations.get('n00003')!
      const after = { ...before, style: { color: 'green', kind: 'highlight' } as const }
      const at = before.modifiedAt
      // The first makes the journal.
      await store.commit({ gesture: 'restyle', at, changes: [{ kind: 'update', before, after }] })
      const start = bench.files.written
      await store.commit({
        gesture: 'restyle',
        at,
        changes: [{ kind: 'update', before: after, after: before }],
      })
      return bench.files.written - start
    }
    const few = await written(10)
    expect(await written(10_000)).toBe(few)
    expect(few).toBeLessThan(4 * JSON.stringify(annotation('n00003', '記')).length)
  })

  test('undo and redo work across a restart, closed in good order or not', async () => {
    const bench = await Bench.make()
    const first = await bench.open()
    await first.store.commit(creating('a'))
    await first.store.commit(creating('b'))
    await first.store.undo()
    const second = await bench.open()
    expect(second.store.history).toEqual(first.store.history)
    await second.store.redo()
    await second.store.close()
    const third = await bench.open()
    expect(idsOf(third.store)).toEqual(['a', 'b'])
    await third.store.undo()
    await third.store.undo()
    expect([idsOf(third.store), await third.store.undo()]).toEqual([[], undefined])
  })

  test('two hundred steps can be undone after a restart, and no more', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    await Promise.all(Array.from({ length: 250 }, (_, i) => store.commit(creating(`n${i}`))))
    await store.close()
    const { store: again } = await bench.open()
    expect(again.history.done).toHaveLength(200)
    expect(again.history).toEqual(store.history)
  })

  test('a history that is damaged costs undo and nothing else', async () => {
    const bench = await Bench.make()
    await bench.used()
    const text = await bench.text(paths.journal)
    await bench.put(paths.journal, text.replace('"memory"', '"Memory"'))
    const { store, notices } = await bench.open()
    expect([idsOf(store), store.history.done, notices]).toEqual([['a', 'b', 'c'], [], []])
    await store.commit(creating('d'))
    const { store: again, notices: later } = await bench.open()
    expect([idsOf(again), again.history.done.length, later]).toEqual([['a', 'b', 'c', 'd'], 1, []])
  })

  test('ids that are names of object properties are ids like any other', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    for (const id of ['__proto__', 'constructor', 'toString']) await store.commit(creating(id))
    await store.close()
    const { store: again } = await bench.open()
    expect(idsOf(again)).toEqual(['__proto__', 'constructor', 'toString'])
  })

  test('half a surrogate pair in a note comes back as it was', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    await store.commit(creating('a', 'x\ud840y'))
    await store.close()
    const { store: again } = await bench.open()
    expect(again.annotations.get('a')?.note).toBe('x\ud840y')
  })

  test('a change that could not be read again is refused before anything happens', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    const tooLong = creating('a', '字'.repeat(200_001))
    await expect(store.commit(tooLong)).rejects.toThrow(InvalidChange)
    expect([store.annotations.size, store.history.done]).toEqual([0, []])
  })

  test('a change that does not fit is refused and the next one is saved', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    await store.commit(creating('a'))
    await expect(store.commit(creating('a'))).rejects.toThrow('does not fit')
    await store.commit(creating('b'))
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b'])
  })

  test('a newer version’s file is shown as far as possible and left alone', async () => {
    const bench = await Bench.make()
    const newer = JSON.stringify({
      format: 'piyue-annotations',
      version: 7,
      annotations: [{ ...annotation('a'), mood: 'new' }, { shape: 'other' }],
    })
    await bench.put(paths.annotations, newer)
    const { store } = await bench.open()
    expect(store.status).toEqual({
      state: 'read-only',
      file: paths.annotations,
      version: 7,
      hidden: 1,
    })
    expect(idsOf(store)).toEqual(['a'])
    await expect(store.commit(creating('b'))).rejects.toThrow(StoreReadOnly)
    await expect(store.undo()).rejects.toThrow(StoreReadOnly)
    await store.close()
    expect(await bench.text(paths.annotations)).toBe(newer)
    expect(await bench.disk.list(folder)).toEqual(['annotations.json'])
  })

  test('a long journal is folded into the file in the background, and nothing is lost', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open(2_000)
    for (let i = 0; i < 40; i++) await store.commit(creating(`n${i}`))
    expect(JSON.parse(await bench.text(paths.annotations)).annotations.length).toBeGreaterThan(20)
    const changes = (await bench.text(paths.journal)).split('\n').slice(3)
    expect(changes.join('').length).toBeLessThan(6_000)
    const { store: again } = await bench.open()
    expect(again.annotations.size).toBe(40)
    expect(again.history).toEqual(store.history)
  })

  test('the command line reads without touching anything', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    await store.commit(creating('a'))
    const before = await bench.disk.list(folder)
    const { annotations } = await AnnotationStore.readOnly(folder, bench.disk)
    expect([...annotations.keys()]).toEqual(['a'])
    await bench.put(paths.annotations, '{"half":')
    await expect(AnnotationStore.readOnly(folder, bench.disk)).rejects.toThrow(StoreUnreadable)
    expect(await bench.disk.list(folder)).toEqual(before)
    expect(await bench.text(paths.annotations)).toBe('{"half":')
  })

  test('notes that the system does not let be read are no reason to start empty', async () => {
    const bench = await Bench.make()
    await bench.used()
    bench.files.refuse = (call) => (call === 'read' ? 'EACCES' : undefined)
    await expect(bench.open()).rejects.toThrow(StoreUnreadable)
  })
})
