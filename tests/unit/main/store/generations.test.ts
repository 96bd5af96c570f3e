import { Bench, creating, idsOf, paths } from './support/bench'

describe('generations', () => {
  test('are listed with date and count, newest first', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    expect((await store.generations()).map(({ count }) => count)).toEqual([3, 0])
  })

  test('can be gone back to, and that undone', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    const [newest] = await store.generations()
    await store.commit({
      gesture: 'delete',
      at: '2026-01-01T00:00:00.000Z',
      changes: [{ kind: 'delete', before: store.annotations.get('a')! }],
    })
    await store.commit(creating('d'))
    const set = await store.restore(newest!)
    expect(set?.gesture).toBe('restore')
    expect(idsOf(store)).toEqual(['a', 'b', 'c'])
    expect(await store.restore(newest!)).toBeUndefined()
    await store.undo()
    expect(idsOf(store)).toEqual(['b', 'c', 'd'])
  })

  test('take what was written while they were read along, and give it back', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    const [newest] = await store.generations()
    const before = store.annotations.get('a')!
    const after = { ...before, note: '讀的時候寫的', modifiedAt: '2026-01-01T00:00:01.000Z' }
    const restoring = store.restore(newest!)
    const at = after.modifiedAt
    await store.commit({ gesture: 'note', at, changes: [{ kind: 'update', before, after }] })
    await restoring
    expect(store.annotations.get('a')).toEqual(before)
    await store.undo()
    expect(store.annotations.get('a')).toEqual(after)
  })

  test('that are damaged are passed over for an older one, and not restored', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store: open } = await bench.open()
    const [newest] = await open.generations()
    await bench.put(`${paths.generations}/${newest!.name}`, 'x')
    await expect(open.restore(newest!)).rejects.toThrow('cannot be read')
    await bench.put(paths.annotations, 'x')
    const { notices } = await bench.open()
    expect(notices[0]).toMatchObject({ restored: { from: 'generation', complete: false } })
  })

  test('are kept five, and one of each of the last days', async () => {
    const bench = await Bench.make()
    for (let day = 0; day < 12; day++) {
      for (const hour of [1, 2]) {
        const { store } = await bench.open()
        await store.commit(creating(`n${day}-${hour}`))
        await store.close()
        await bench.clock.pass(hour === 1 ? 3_600_000 : 23 * 3_600_000)
      }
    }
    const { store } = await bench.open()
    const counts = (await store.generations()).map(({ count }) => count)
    expect(counts).toEqual([24, 23, 22, 21, 20, 18, 16, 14, 12])
  })
})
