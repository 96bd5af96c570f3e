import { createHash } from 'node:crypto'
import type { Annotation } from '../../../../core/annotation/annotation'
import { AnnotationStore } from '../../../../main/store/annotation-store'
import { annotationsModel } from '../../../../main/store/annotations-model'
import { checkpointText } from '../../../../main/store/durable/checkpoint'
import { annotation, Bench, creating, folder, idsOf, paths } from './support/bench'
import {
  copiedAndGoneOn,
  filesOf,
  machineWith,
  sharedFiles,
  theirJournal,
  twoMachines,
} from './support/machines'

describe('one folder, kept by a sync engine on two machines', () => {
  test('another machine’s journal that comes alone is no damage, and loses nothing', async () => {
    const { here, there } = await twoMachines('closed')
    await here.put(theirJournal, await there.disk.read(theirJournal))
    const { store, notices } = await here.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c', 'here'], []])
    expect(store.history.done).toHaveLength(4)
  })

  test('its journal in use brings what it holds, and says so', async () => {
    const { here, there } = await twoMachines('killed')
    await here.put(theirJournal, await there.disk.read(theirJournal))
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'here', 'there'])
    expect(notices).toMatchObject([{ kind: 'merged', count: 1, copy: null }])
    expect((await here.open()).notices).toEqual([])
  })

  test('the file that follows its journal is not taken for ours', async () => {
    const { here, there } = await twoMachines('closed')
    await here.put(theirJournal, await there.disk.read(theirJournal))
    await (await here.open()).store.close()
    await here.put(paths.annotations, await there.disk.read(paths.annotations))
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'here', 'there'])
    expect(notices).toMatchObject([{ kind: 'merged', count: 1 }])
  })

  test('all its files in place of ours leave ours among the generations, which are merged', async () => {
    const { here, there } = await twoMachines('closed')
    for (const [path, content] of await filesOf(there)) await here.put(path, content)
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'here', 'there'])
    expect(notices).toMatchObject([{ kind: 'merged', count: 1 }])
    await store.close()
    expect((await here.open()).notices).toEqual([])
  })

  test('a generation of ours is known for as long as it is kept, however often the file was written', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.clock.pass(24 * 3_600_000)
    const { store: first } = await bench.open()
    await first.commit({
      gesture: 'delete',
      at: '2026-03-02T00:00:00.000Z',
      changes: [{ kind: 'delete', before: first.annotations.get('a')! }],
    })
    await first.close()
    for (let i = 0; i < 70; i++) {
      await bench.clock.pass(60_000)
      const { store, notices } = await bench.open()
      expect([notices, store.annotations.has('a')]).toEqual([[], false])
      await store.commit(creating(`n${i}`))
      await store.close()
    }
  })

  test('the journal of one that was killed stands beside another’s, and both are in the notes', async () => {
    const { here, there } = await twoMachines('killed')
    await (await here.open()).store.commit(creating('here too'))
    for (const [path, content] of await filesOf(there)) await here.put(path, content)
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'here', 'here too', 'there'])
    expect(notices).toMatchObject([{ kind: 'merged', count: 1 }])
    expect((await here.open()).notices).toEqual([])
  })

  test('used by turns, killed or closed, each goes on from where the other ended, deletions and undo with it', async () => {
    const shared = await sharedFiles()
    const machines = [await machineWith(shared, 'here'), await machineWith(shared, 'there')]
    for (let turn = 0; turn < 8; turn++) {
      const [one, other] = turn % 2 === 0 ? machines : machines.toReversed()
      await one!.clock.pass(3_600_000 * (turn + 1))
      const { store, notices } = await one!.open()
      expect([notices, [...store.annotations.values()].length]).toEqual([[], 3])
      expect(store.history.done.length).toBeGreaterThanOrEqual(3)
      const [before] = [...store.annotations.values()]
      const at = '2026-03-02T00:00:00.000Z'
      await store.commit({ gesture: 'delete', at, changes: [{ kind: 'delete', before: before! }] })
      await store.commit(creating(`turn ${turn}`))
      if (turn % 3 !== 2) await store.close()
      for (const [path, content] of await filesOf(one!)) await other!.put(path, content)
    }
  })

  test('what was deleted here does not come back from a copy that still has it', async () => {
    const { here, there } = await twoMachines('killed')
    const { store } = await here.open()
    await here.put(theirJournal, await there.disk.read(theirJournal))
    await store.check()
    const at = '2026-03-02T00:00:00.000Z'
    const before = store.annotations.get('there')!
    await store.commit({ gesture: 'delete', at, changes: [{ kind: 'delete', before }] })
    await store.close()
    const { store: theirs } = await there.open()
    await theirs.commit(creating('more'))
    await theirs.close()
    await here.put(paths.annotations, await there.disk.read(paths.annotations))
    await here.put(theirJournal, await there.disk.read(theirJournal))
    const { store: again, notices } = await here.open()
    expect(idsOf(again)).toEqual(['a', 'b', 'c', 'here', 'more'])
    expect(notices).toMatchObject([{ kind: 'merged', count: 1, copy: null }])
  })

  test('a journal that took away what is still here is merged once, and told once', async () => {
    const shared = await sharedFiles()
    const [here, there] = [await machineWith(shared, 'here'), await machineWith(shared, 'there')]
    const change = (store: AnnotationStore, note: string, at: string) => {
      const before = store.annotations.get('b')!
      const after = { ...before, note, modifiedAt: at }
      return store.commit({ gesture: 'note', at, changes: [{ kind: 'update', before, after }] })
    }
    const { store: ours } = await here.open()
    await change(ours, 'later', '2026-03-03T00:00:00.000Z')
    const { store: theirs } = await there.open()
    const at = '2026-03-02T00:00:00.000Z'
    await change(theirs, 'earlier', at)
    const before = theirs.annotations.get('a')!
    await theirs.commit({ gesture: 'delete', at, changes: [{ kind: 'delete', before }] })
    await here.put(theirJournal, await there.disk.read(theirJournal))
    await ours.close()
    expect(here.notices).toMatchObject([{ kind: 'merged', count: 0, copy: expect.any(String) }])
    const { store, notices } = await here.open()
    expect([idsOf(store), store.annotations.get('b')?.note]).toEqual([['a', 'b', 'c'], 'later'])
    expect(notices).toEqual([])
  })

  test('a journal that comes while the store is open is merged at the next look', async () => {
    const { here, there } = await twoMachines('killed')
    const { store } = await here.open()
    await here.put(theirJournal, await there.disk.read(theirJournal))
    await store.check()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'here', 'there'])
    expect(here.notices).toMatchObject([{ kind: 'merged', count: 1 }])
    await store.check()
    expect(here.notices).toHaveLength(1)
  })

  test('a journal that nobody writes any more is kept for a month, and then removed', async () => {
    const { here, there } = await twoMachines('closed')
    await here.put(theirJournal, await there.disk.read(theirJournal))
    const day = 24 * 3_600_000
    await here.clock.pass(29 * day)
    await (await here.open()).store.close()
    expect(await here.disk.facts(theirJournal)).toBeDefined()
    await here.clock.pass(2 * day)
    const { store, notices } = await here.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c', 'here'], []])
    expect(await here.disk.facts(theirJournal)).toBeUndefined()
    await store.commit(creating('d'))
    expect(idsOf((await here.open()).store)).toEqual(['a', 'b', 'c', 'd', 'here'])
  })

  test('a machine whose journal was removed meanwhile goes on from the notes of the other', async () => {
    const { here, there } = await twoMachines('closed')
    for (const [path, content] of await filesOf(there)) await here.put(path, content)
    await (await here.open()).store.close()
    for (const [path, content] of await filesOf(here)) await there.put(path, content)
    await there.disk.remove(theirJournal)
    const { store, notices } = await there.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c', 'here', 'there'], []])
  })

  test('a journal of a later version is left alone, and nothing said', async () => {
    const { here, there } = await twoMachines('killed')
    const text = await there.text(theirJournal)
    const [tip = '', header = '', ...rest] = text.split('\n')
    const json = header.slice(33).replace('"version":3', '"version":9')
    const hash = createHash('sha256').update(json).digest('hex').slice(0, 32)
    const later = [tip, `${hash} ${json}`, ...rest].join('\n')
    await here.put(theirJournal, later)
    await here.clock.pass(100 * 24 * 3_600_000)
    const { store, notices } = await here.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c', 'here'], []])
    expect(await here.text(theirJournal)).toBe(later)
  })

  test('a folder copied by hand over ours, older journal of ours and all, loses nothing made since', async () => {
    const { here, there } = await copiedAndGoneOn()
    await there.clock.pass(120_000)
    const { store: theirs } = await there.open()
    await theirs.commit(creating('there'))
    await theirs.close()
    for (const [path, content] of await filesOf(there)) await here.put(path, content)
    const readOnly = await AnnotationStore.readOnly(folder, here.disk, here.writer)
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'early', 'since', 'there'])
    expect([...readOnly.annotations.keys()].toSorted()).toEqual(idsOf(store))
    expect(store.annotations.get('a')?.note).toBe('since')
    expect(notices).toMatchObject([{ kind: 'merged', count: 2 }])
    await store.close()
    expect((await here.open()).notices).toEqual([])
  })

  test('an earlier state of ours put back over ours is opened as it is, and what is later kept and told', async () => {
    const { here, copied } = await copiedAndGoneOn()
    for (const [path, content] of copied) await here.put(path, content)
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'early'])
    expect(store.annotations.get('a')?.note).toBe('note a')
    const copy = `${folder}/annotations.conflicts-2026-03-01T00-02-00-000Z.json`
    const writtenAt = '2026-03-01T00:01:00.000Z'
    expect(notices).toEqual([
      { kind: 'put-back', file: paths.annotations, copy, writtenAt, count: 2 },
    ])
    const later = JSON.parse(await here.text(copy)).annotations as Annotation[]
    expect(later.map(({ id, note }) => [id, note])).toEqual([
      ['a', 'since'],
      ['since', ''],
    ])
    expect((await store.generations()).map((one) => one.writtenAt)).toContain(writtenAt)
    await store.commit(creating('d'))
    const again = await here.open()
    expect([again.notices, idsOf(again.store)]).toEqual([[], ['a', 'b', 'c', 'd', 'early']])
  })

  test('a journal that is gone with its past does not make our own generations come back', async () => {
    const { here } = await copiedAndGoneOn()
    const { store } = await here.open()
    const at = '2026-03-02T00:00:00.000Z'
    const before = store.annotations.get('since')!
    await store.commit({ gesture: 'delete', at, changes: [{ kind: 'delete', before }] })
    await store.close()
    await here.disk.remove(paths.journal)
    const { store: again, notices } = await here.open()
    expect(notices).toMatchObject([{ kind: 'changes-missing' }])
    await again.commit(creating('d'))
    await again.close()
    const { store: last, notices: none } = await here.open()
    expect([none, idsOf(last)]).toEqual([[], ['a', 'b', 'c', 'd', 'early']])
  })

  test('a generation of ours so old that its point is kept no more was not left behind', async () => {
    const { here } = await copiedAndGoneOn()
    const writtenAt = '2026-02-01T00:00:00.000Z'
    const place = { head: 'f'.repeat(32), sequence: 1, writtenAt }
    const text = [...checkpointText(annotationsModel, place, [annotation('old')])].join('')
    await here.put(`${paths.generations}/2026-02-01T00-00-00-000Z.1.ffffffff.here.json`, text)
    const { store, notices } = await here.open()
    expect([notices, store.annotations.has('old')]).toEqual([[], false])
    expect((await store.generations()).map((one) => one.writtenAt)).toContain(writtenAt)
  })

  test('a journal whose header is damaged does not let our own generations be met again', async () => {
    const { here } = await copiedAndGoneOn()
    const { store } = await here.open()
    await store.commit(creating('d'))
    const text = await here.text(paths.journal)
    await here.put(paths.journal, text.replace('"format"', '"farmot"'))
    const { store: again, notices } = await here.open()
    expect(notices.map(({ kind }) => kind)).toEqual(['journal-damaged'])
    await again.commit(creating('e'))
    const { store: last, notices: none } = await here.open()
    expect([none, idsOf(last)]).toEqual([[], ['a', 'b', 'c', 'd', 'e', 'early', 'since']])
  })
})
