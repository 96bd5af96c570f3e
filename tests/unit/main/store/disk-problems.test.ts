import { nodeFileSystem } from '../../../../main/disk/node-file-system'
import { Bench, creating, folder, idsOf, paths } from './support/bench'
import { settled } from './support/manual-clock'

const writing = ['open', 'write', 'sync', 'rename', 'makeFolder', 'syncFolder', 'truncate']

describe('a disk that does not take a change', () => {
  test.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EIO', 'other'],
  ])(
    'with %s is said at once and at every change, and what was made is kept',
    async (code, problem) => {
      const bench = await Bench.make()
      const { store } = await bench.open()
      await store.commit(creating('a'))
      bench.files.refuse = (call) => (writing.includes(call) ? code : undefined)
      const before = bench.statuses.length
      await store.commit(creating('b'))
      await store.commit(creating('c'))
      const unsaved = { state: 'unsaved', problem, code, file: paths.annotations }
      expect(bench.statuses.slice(before)).toEqual([unsaved, unsaved])
      expect(idsOf(store)).toEqual(['a', 'b', 'c'])

      bench.files.refuse = () => undefined
      await bench.clock.pass(60_000)
      expect(store.status).toEqual({ state: 'saved' })
      expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c'])
    },
  )

  test('takes the next change and with it all that waited', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    bench.files.refuse = (call) => (call === 'sync' ? 'EIO' : undefined)
    await store.commit(creating('a'))
    bench.files.refuse = () => undefined
    await store.commit(creating('b'))
    expect(store.status).toEqual({ state: 'saved' })
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b'])
  })

  test('is tried again more and more rarely, without telling each time', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    let tries = 0
    bench.files.refuse = (call) => {
      if (call === 'write') tries++
      return call === 'write' ? 'ENOSPC' : undefined
    }
    await store.commit(creating('a'))
    const told = bench.statuses.length
    for (let i = 0; i < 600; i++) await bench.clock.pass(100)
    expect(tries).toBeGreaterThan(5)
    expect(tries).toBeLessThan(12)
    expect(bench.statuses).toHaveLength(told)
  }, 20_000)

  test('after a failed flush is given a new journal, since the old one cannot be trusted', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    await store.commit(creating('a'))
    const old = await bench.disk.facts(paths.journal)
    bench.files.refuse = (call, path) =>
      call === 'sync' && path === paths.journal ? 'EIO' : undefined
    await store.commit(creating('b'))
    bench.files.refuse = () => undefined
    await store.commit(creating('c'))
    expect((await bench.disk.facts(paths.journal))?.inode).not.toBe(old?.inode)
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c'])
  })

  test('one byte at a time takes everything in the end', async () => {
    const bench = await Bench.make()
    bench.files.mouthful = 7
    await bench.used()
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'b', 'c'])
  })

  test('at all is said when the app opens, before anything was changed', async () => {
    const bench = await Bench.make()
    await bench.used()
    bench.files.refuse = (call) => (writing.includes(call) ? 'EROFS' : undefined)
    const { store } = await bench.open()
    expect(store.status).toMatchObject({ state: 'unsaved', problem: 'read-only' })
    expect(idsOf(store)).toEqual(['a', 'b', 'c'])
  })

  test('never leaves half a file under any name, nor a file open, wherever it fails', async () => {
    const bench = await Bench.make()
    await bench.used()
    for (let failing = 1; failing < 60; failing++) {
      let calls = 0
      bench.files.refuse = (call) =>
        writing.includes(call) && ++calls >= failing ? 'ENOSPC' : undefined
      const { store } = await bench.open(100)
      await store.commit(creating(`n${failing}`))
      await store.close()
      const text = await bench.text(paths.annotations)
      expect(() => JSON.parse(text)).not.toThrow()
      const names = await Promise.all(
        [folder, paths.generations].map((one) => bench.disk.list(one)),
      )
      expect(names.flat().filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(bench.files.openFiles).toBe(0)
    }
    bench.files.refuse = () => undefined
    expect((await bench.open()).notices).toEqual([])
  })

  test('for seconds is said to be slow; the change is saved when the disk answers', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    bench.files.hold = (call) => (call === 'sync' ? answered : undefined)
    for (const id of ['a', 'b']) {
      const saving = store.commit(creating(id))
      await bench.clock.pass(2_000)
      await saving
      expect(store.status).toMatchObject({ state: 'unsaved', problem: 'slow' })
    }
    answer()
    await settled()
    expect(store.status).toEqual({ state: 'saved' })
  })

  test('because the folder was deleted is told, and all is written again from memory', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store } = await bench.open()
    for (const name of await bench.disk.list(folder)) await bench.disk.remove(`${folder}/${name}`)
    await bench.disk.remove(folder)
    bench.files.refuse = (call) => (call === 'makeFolder' ? 'ENOENT' : undefined)
    await store.commit(creating('d'))
    expect(store.status).toMatchObject({ state: 'unsaved', problem: 'folder-missing' })
    bench.files.refuse = () => undefined
    await bench.clock.pass(1_000)
    expect(store.status).toEqual({ state: 'saved' })
    expect(bench.notices).toContainEqual(
      expect.objectContaining({ kind: 'rewritten', file: paths.annotations, count: 4 }),
    )
    const { store: again, notices } = await bench.open()
    expect([idsOf(again), notices]).toEqual([['a', 'b', 'c', 'd'], []])
  })

  test('is no longer said to, once nothing waits for it any more', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    bench.files.refuse = (call, path) =>
      call === 'facts' && path === paths.annotations ? 'EACCES' : undefined
    expect(await store.check()).toMatchObject({ state: 'unsaved', problem: 'no-permission' })
    bench.files.refuse = () => undefined
    await bench.clock.pass(1_000)
    expect(store.status).toEqual({ state: 'saved' })
  })

  test('a failed save never stops the closing of the store', async () => {
    const bench = await Bench.make()
    const { store } = await bench.open()
    bench.files.refuse = (call) => (writing.includes(call) ? 'ENOSPC' : undefined)
    await store.commit(creating('a'))
    expect(await store.close()).toMatchObject({ state: 'unsaved', problem: 'full' })
  })
})

test('the real disk tells a missing file from one that cannot be looked at', async () => {
  expect(await nodeFileSystem.facts('/nowhere/at/all')).toBeUndefined()
  expect((await nodeFileSystem.facts('/'))?.kind).toBe('folder')
})
