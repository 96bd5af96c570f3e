import { type AnnotationMap, applyChangeSet, idOf } from '../../../../core/annotation/change-set'
import { AnnotationStore } from '../../../../main/store/annotation-store'
import { annotationsModel } from '../../../../main/store/annotations-model'
import { checkpointText } from '../../../../main/store/durable/checkpoint'
import { annotation, Bench, creating, folder, idsOf, paths } from './support/bench'
import { settled } from './support/manual-clock'

const written = (...annotations: ReturnType<typeof annotation>[]) =>
  [...checkpointText(annotationsModel, undefined, annotations)].join('')

const later = '2026-06-01T00:00:00.000Z'

describe('a file that another program changed', () => {
  test('while the app runs is merged at the next change, and never written over blindly', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    await bench.put(paths.annotations, written(annotation('a', 'theirs', later), annotation('x')))
    await store.commit(creating('d'))
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'd', 'x'])
    expect(store.annotations.get('a')?.note).toBe('theirs')
    expect(bench.external).toHaveLength(1)
    const copy = `${folder}/annotations.conflicts-2026-03-01T00-00-00-000Z.json`
    expect(bench.notices).toEqual([{ kind: 'merged', file: paths.annotations, copy, count: 2 }])
    expect(JSON.parse(await bench.text(copy)).annotations).toEqual([annotation('a', 'note a')])
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c', 'd', 'x'])
  })

  test('while the app was closed is merged when it opens', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.put(paths.annotations, written(annotation('x', 'new')))
    const { store, notices } = await bench.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'x'])
    expect(notices).toMatchObject([{ kind: 'merged', copy: null, count: 1 }])
    expect(await store.undo()).toMatchObject({ changes: [{ kind: 'delete', before: { id: 'c' } }] })
    expect(idsOf(store)).toEqual(['a', 'b', 'x'])
  })

  test('is told in the order in which it was applied, with a number for each change', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    bench.changes = []
    await bench.put(paths.annotations, written(annotation('a', 'theirs', later)))
    const gone = store.annotations.get('a')!
    const first = store.commit({
      gesture: 'restyle',
      at: later,
      changes: [{ kind: 'update', before: gone, after: { ...gone, tags: ['x'] } }],
    })
    await Promise.all([first, store.commit(creating('e'))])
    expect(bench.changes.map(({ origin }) => origin)).toEqual(['local', 'local', 'external'])
    expect(bench.changes.map(({ revision }) => revision)).toEqual(
      [2, 1, 0].map((before) => store.revision - before),
    )
    const told = bench.changes.reduce<AnnotationMap>(
      (notes, { set }) => applyChangeSet(notes, set),
      new Map(['a', 'b', 'c'].map((id) => [id, annotation(id, `note ${id}`)])),
    )
    expect(new Map(told)).toEqual(new Map(store.annotations))
  })

  test('is no step to be undone, and takes only those steps away that it met', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    await bench.put(paths.annotations, written(annotation('b', 'theirs', later)))
    await store.check()
    expect(store.history.done.flatMap(({ changes }) => changes.map(idOf))).toEqual(['a', 'c'])
    expect((await bench.open()).store.history).toEqual(store.history)
    await store.close()
    const { store: again } = await bench.open()
    await again.undo()
    await again.undo()
    expect(await again.undo()).toBeUndefined()
    expect([...again.annotations.values()]).toEqual([annotation('b', 'theirs', later)])
  })

  test('while the app was closed is seen by the command line too, which leaves it as it is', async () => {
    const bench = await Bench.make()
    await bench.used()
    const theirs = written(annotation('x'))
    await bench.put(paths.annotations, theirs)
    const { annotations } = await AnnotationStore.readOnly(folder, bench.disk, bench.writer)
    expect([...annotations.keys()]).toEqual(['a', 'b', 'c', 'x'])
    expect(await bench.text(paths.annotations)).toBe(theirs)
  })

  test('with one bit, which no one meant, loses nothing', async () => {
    const bench = await Bench.make()
    await bench.used()
    const text = await bench.text(paths.annotations)
    await bench.put(paths.annotations, text.replace('note b', 'note c'))
    const { store } = await bench.open()
    expect(store.annotations.get('b')?.note).toBe('note b')
  })

  test('and left what we deleted untouched does not bring it back', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    const gone = store.annotations.get('b')!
    await store.commit({
      gesture: 'delete',
      at: later,
      changes: [{ kind: 'delete', before: gone }],
    })
    await bench.put(paths.annotations, `\n${await bench.text(paths.annotations)}`)
    await store.check()
    expect(idsOf(store)).toEqual(['a', 'c'])
  })

  test('into nonsense while the app runs is set aside and written again from memory', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    await bench.put(paths.annotations, 'nonsense')
    expect(await store.check()).toEqual({ state: 'saved' })
    expect(bench.notices).toMatchObject([{ kind: 'rewritten', count: 3 }])
    expect(JSON.parse(await bench.text(paths.annotations)).annotations).toHaveLength(3)
  })

  test('into a newer version’s is left alone from then on, with the last change safe', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    const newer = '{"format":"piyue-annotations","version":2,"annotations":[]}'
    await bench.put(paths.annotations, newer)
    await store.commit(creating('d'))
    expect(store.status).toMatchObject({ state: 'read-only', version: 2 })
    await expect(store.commit(creating('e'))).rejects.toThrow('left alone')
    await store.close()
    expect(await bench.text(paths.annotations)).toBe(newer)
    expect(await bench.text(paths.journal)).toContain('"id":"d"')
  })

  test('while ours is on its way is not written over before what it held is on disk', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open(1)
    let fold = () => {}
    const folding = new Promise<void>((resolve) => {
      fold = resolve
    })
    bench.files.hold = (call, path) =>
      call === 'sync' && path === `${paths.annotations}.tmp` ? folding : undefined
    await store.commit(creating('d'))
    await bench.put(paths.annotations, written(annotation('x')))
    // The process ends while the journal is being flushed.
    bench.files.hold = (call, path) =>
      call === 'write' && path === paths.journal ? new Promise<never>(() => undefined) : undefined
    void store.commit(creating('e'))
    await settled()
    fold()
    await settled()
    bench.files.hold = () => undefined
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c', 'd', 'x'])
  })

  test('between looking and writing is seen at the last moment', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    await store.commit(creating('d'))
    bench.files.hold = async (call, path) => {
      if (call === 'sync' && path === `${paths.annotations}.tmp`) {
        bench.files.hold = () => undefined
        await bench.put(paths.annotations, written(annotation('x')))
      }
    }
    await store.close()
    expect(bench.notices).toMatchObject([{ kind: 'not-written', problem: 'changed-outside' }])
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c', 'd', 'x'])
  })
})

test('a journal that another program replaced is kept, and ours begun again', async () => {
  const bench = await Bench.make()
  await bench.used()
  const { store } = await bench.open()
  await store.commit(creating('d'))
  await bench.put(paths.journal, 'theirs')
  await store.commit(creating('e'))
  expect(store.status).toMatchObject({ state: 'unsaved', problem: 'changed-outside' })
  await bench.clock.pass(1_000)
  expect(store.status).toEqual({ state: 'saved' })
  expect(bench.notices).toMatchObject([{ kind: 'rewritten', file: paths.journal }])
  expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a journal that another program wrote into while ours was flushed is kept as that left it', async () => {
  const bench = await Bench.make()
  await bench.used()
  const { store } = await bench.open()
  bench.files.hold = async (call, path) => {
    if (call !== 'sync' || path !== paths.journal) return
    bench.files.hold = () => undefined
    await bench.put(paths.journal, 'theirs')
  }
  await store.commit(creating('d'))
  expect(store.status).toMatchObject({ state: 'unsaved', problem: 'changed-outside' })
  await bench.clock.pass(1_000)
  const aside = `${folder}/annotations.here.damaged-2026-03-01T00-00-00-000Z.journal`
  expect(await bench.text(aside)).toBe('theirs')
  expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c', 'd'])
})

test('a journal of ours that another program put in the journal’s place is merged', async () => {
  const bench = await Bench.make()
  await bench.used()
  const { store } = await bench.open()
  const there = await Bench.make()
  for (const path of [paths.annotations, paths.journal]) {
    await there.put(path, await bench.disk.read(path))
  }
  await store.commit(creating('d'))
  await (await there.open()).store.commit(creating('theirs'))
  await bench.put(paths.journal, await there.disk.read(paths.journal))
  await store.commit(creating('e'))
  await bench.clock.pass(1_000)
  expect(idsOf(store)).toEqual(['a', 'b', 'c', 'd', 'e', 'theirs'])
  expect(bench.notices).toMatchObject([{ kind: 'rewritten' }, { kind: 'merged', count: 1 }])
  const { store: again, notices } = await bench.open()
  expect([idsOf(again), notices]).toEqual([['a', 'b', 'c', 'd', 'e', 'theirs'], []])
})

describe('a copy of the file that a sync engine left beside it', () => {
  test.each([
    'annotations (conflicted copy 2026-01-31).json',
    'annotations (1).json',
    'annotations 2.json',
    'annotations.sync-conflict-20260131-081500-ABCDEFG.json',
    'annotations-DESKTOP-A1B2C3.json',
  ])('as %s is merged, told, and moved aside', async (name) => {
    const bench = await Bench.make()
    await bench.used()
    const content = written(annotation('a', 'theirs', later), annotation('x'))
    await bench.put(`${folder}/${name}`, content)
    const { store, notices } = await bench.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'x'])
    expect(store.annotations.get('a')?.note).toBe('theirs')
    expect(notices).toMatchObject([{ kind: 'merged', count: 2 }])
    const names = await bench.disk.list(folder)
    expect(names).not.toContain(name)
    const aside = `${folder}/annotations.merged-2026-03-01T00-00-00-000Z.json`
    expect(await bench.text(aside)).toBe(content)
    expect((await bench.open()).notices).toEqual([])
  })

  test('is merged while the store is open, and seen by the command line, which leaves it', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    const path = `${folder}/annotations 2.json`
    await bench.put(path, written(annotation('x')))
    const { annotations } = await AnnotationStore.readOnly(folder, bench.disk, bench.writer)
    expect([...annotations.keys()]).toEqual(['a', 'b', 'c', 'x'])
    expect(await bench.disk.list(folder)).toContain('annotations 2.json')
    await store.check()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'x'])
  })

  test('stays in its place until what it held is on disk', async () => {
    const bench = await Bench.make()
    await bench.used()
    const path = `${folder}/annotations 2.json`
    await bench.put(path, written(annotation('x')))
    bench.files.refuse = (call) => (call === 'sync' ? 'EIO' : undefined)
    const { store } = await bench.open()
    expect(store.status).toMatchObject({ state: 'unsaved' })
    expect(await bench.disk.list(folder)).toContain('annotations 2.json')
    bench.files.refuse = () => undefined
    await bench.clock.pass(1_000)
    expect(await bench.disk.list(folder)).not.toContain('annotations 2.json')
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c', 'x'])
  })

  test('is moved aside, though the damaged file that came with it could not be at first', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    await bench.put(paths.annotations, 'nonsense')
    await bench.put(`${folder}/annotations 2.json`, written(annotation('x')))
    bench.files.refuse = (call, path) =>
      call === 'rename' && path.includes('damaged') ? 'EACCES' : undefined
    expect(await store.check()).toMatchObject({ state: 'unsaved' })
    bench.files.refuse = () => undefined
    await bench.clock.pass(1_000)
    expect([store.status, idsOf(store)]).toEqual([{ state: 'saved' }, ['a', 'b', 'c', 'x']])
    expect(await bench.disk.list(folder)).not.toContain('annotations 2.json')
  })

  test('that cannot be read, and a file that is called otherwise, are left alone', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.put(`${folder}/annotations (1).json`, 'nonsense')
    await bench.put(`${folder}/annotations-backup.json`, written(annotation('x')))
    const { store, notices } = await bench.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c'], []])
    const names = await bench.disk.list(folder)
    expect(names).toEqual(
      expect.arrayContaining(['annotations (1).json', 'annotations-backup.json']),
    )
  })
})
