import { Bench, creating, folder, idsOf, paths } from './support/bench'

const aside = `${folder}/annotations.damaged-2026-03-01T00-00-00-000Z.json`

describe('a damaged file of annotations', () => {
  test.each([
    ['empty', ''],
    ['empty', '\0\0\0\0'],
    ['not-json', '{"format":"piyue-annotations","vers'],
    ['not-text', Buffer.from([0x7b, 0xff, 0xfe])],
    ['foreign', '{"hello":"world"}'],
    ['invalid', '{"format":"piyue-annotations","version":0,"annotations":[]}'],
    ['invalid', '{"format":"piyue-annotations","version":1,"annotations":[{"id":1}]}'],
    ['not-json', '['.repeat(100_000) + ']'.repeat(100_000)],
  ] as const)(
    'that is %s is set aside, and the generation and the journal opened',
    async (damage, content) => {
      const bench = await Bench.make()
      await bench.used()
      const { store: open } = await bench.open()
      await open.commit(creating('d'))
      await bench.put(paths.annotations, content)
      const { store, notices } = await bench.open()
      expect(idsOf(store)).toEqual(['a', 'b', 'c', 'd'])
      expect(notices).toEqual([
        {
          kind: 'set-aside',
          file: paths.annotations,
          setAside: aside,
          damage,
          restored: expect.objectContaining({
            from: 'generation',
            count: 4,
            changes: 1,
            complete: true,
          }),
        },
      ])
      expect(Buffer.from(content).equals(await bench.disk.read(aside))).toBe(true)
      expect((await bench.open()).notices).toEqual([])
    },
  )

  test('in whose place a folder lies is restored, and the folder kept', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.disk.remove(paths.annotations)
    await bench.disk.makeFolder(paths.annotations)
    const { store, notices } = await bench.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c'])
    expect(notices).toMatchObject([{ kind: 'set-aside', damage: 'not-a-file', setAside: aside }])
    expect((await bench.disk.facts(aside))?.kind).toBe('folder')
  })

  test('without generation or journal is never an empty start without a word', async () => {
    const bench = await Bench.make()
    await bench.put(paths.annotations, 'x')
    const { store, notices } = await bench.open()
    expect(store.annotations.size).toBe(0)
    expect(notices).toMatchObject([
      { kind: 'set-aside', damage: 'not-json', restored: { from: 'nothing' } },
    ])
  })

  test('that is gone is restored and told', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.disk.remove(paths.annotations)
    const { store, notices } = await bench.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c'])
    expect(notices).toMatchObject([{ kind: 'missing', restored: { complete: true, count: 3 } }])
  })

  test('with every generation gone still gives what the journal holds', async () => {
    const bench = await Bench.make()
    await bench.used()
    const { store: open } = await bench.open()
    await open.commit(creating('d'))
    for (const name of await bench.disk.list(paths.generations)) {
      await bench.disk.remove(`${paths.generations}/${name}`)
    }
    await bench.put(paths.annotations, '')
    const { store, notices } = await bench.open()
    expect(idsOf(store)).toEqual(['d'])
    expect(notices[0]).toMatchObject({
      kind: 'set-aside',
      restored: { from: 'journal', count: 1, complete: false },
    })
  })

  test('that cannot be moved is left where it is, told, and not written over', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.put(paths.annotations, 'x')
    bench.files.refuse = (call) =>
      ['open', 'rename', 'makeFolder'].includes(call) ? 'EROFS' : undefined
    const { store, notices } = await bench.open()
    expect(notices).toMatchObject([{ kind: 'set-aside', setAside: null }])
    expect(store.status).toMatchObject({ state: 'unsaved', problem: 'read-only', code: 'EROFS' })
    expect(idsOf(store)).toEqual(['a', 'b', 'c'])
    expect(await bench.text(paths.annotations)).toBe('x')
  })
})

describe('a damaged journal', () => {
  test('whose last line was cut short loses only what was never acknowledged, quietly', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.put(paths.journal, `${await bench.text(paths.journal)}0123456789abcdef {"seq`)
    const { store, notices } = await bench.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c'], []])
  })

  test('with a bad line in the midst keeps all other changes, and the file, and tells', async () => {
    const bench = await Bench.make()
    const { store: open } = await bench.open()
    for (const id of ['a', 'b', 'c']) await open.commit(creating(id))
    const text = await bench.text(paths.journal)
    const damaged = text.replace('"id":"b"', '"id":"X"')
    await bench.put(paths.journal, damaged)
    const { store, notices } = await bench.open()
    expect(idsOf(store)).toEqual(['a', 'c'])
    expect(notices).toMatchObject([{ kind: 'journal-damaged', lost: 1, kept: 2 }])
    const kept = `${folder}/annotations.here.damaged-2026-03-01T00-00-00-000Z.journal`
    expect(await bench.text(kept)).toBe(damaged)
    expect((await bench.open()).notices).toEqual([])
  })

  test('that cannot be moved is told at once, and again with its new name when it could be', async () => {
    const bench = await Bench.make()
    const { store: open } = await bench.open()
    for (const id of ['a', 'b', 'c']) await open.commit(creating(id))
    const text = await bench.text(paths.journal)
    await bench.put(paths.journal, text.replace('"id":"b"', '"id":"X"'))
    bench.files.refuse = (call) => (call === 'sync' ? 'ENOSPC' : undefined)
    const { store, notices } = await bench.open()
    const found = { kind: 'journal-damaged', file: paths.journal, lost: 1, kept: 2 }
    expect(notices).toEqual([{ ...found, setAside: null }])
    await store.commit(creating('d'))
    expect(bench.notices).toEqual([])
    bench.files.refuse = () => undefined
    await bench.clock.pass(60_000)
    const setAside = `${folder}/annotations.here.damaged-2026-03-01T00-01-00-000Z.journal`
    expect(bench.notices).toEqual([{ ...found, setAside }])
    expect(idsOf((await bench.open()).store)).toEqual(['a', 'c', 'd'])
  })

  test.each([1, 2])(
    'that lost its last %i changes is told from one that was never finished',
    async (n) => {
      const bench = await Bench.make()
      const { store: open } = await bench.open()
      for (const id of ['a', 'b', 'c']) await open.commit(creating(id))
      const lines = (await bench.text(paths.journal)).split('\n')
      await bench.put(paths.journal, `${lines.slice(0, -1 - n).join('\n')}\n`)
      const { store, notices } = await bench.open()
      expect(store.annotations.size).toBe(3 - n)
      expect(notices).toEqual([{ kind: 'changes-missing', file: paths.journal, count: n }])
    },
  )

  test('whose last acknowledged line is damaged is told', async () => {
    const bench = await Bench.make()
    const { store: open } = await bench.open()
    for (const id of ['a', 'b']) await open.commit(creating(id))
    const text = await bench.text(paths.journal)
    await bench.put(paths.journal, text.replace('"id":"b"', '"id":"X"'))
    const { notices } = await bench.open()
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'journal-damaged', lost: 1 }))
  })

  test('that was cut anywhere within its first lines takes what comes next all the same', async () => {
    const used = await Bench.make()
    await used.used()
    const text = await used.text(paths.journal)
    for (let length = 0; length < text.length; length += 37) {
      const bench = await Bench.make()
      await bench.used()
      await bench.put(paths.journal, text.slice(0, length))
      await bench.put(paths.annotations, await used.text(paths.annotations))
      const { store } = await bench.open()
      await store.commit(creating('d'))
      const { store: again, notices } = await bench.open()
      expect([idsOf(again), notices]).toEqual([['a', 'b', 'c', 'd'], []])
    }
  })

  test('that is gone is told where it must have been, and not where notes were copied', async () => {
    const bench = await Bench.make()
    await bench.used()
    await bench.disk.remove(paths.journal)
    expect((await bench.open()).notices).toMatchObject([{ kind: 'changes-missing' }])

    const other = await Bench.make()
    await other.put(paths.annotations, await bench.text(paths.annotations))
    const { store, notices } = await other.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c'], []])
  })

  test('of another store is not replayed over this one', async () => {
    const bench = await Bench.make()
    await bench.used()
    const other = await Bench.make()
    const { store: stranger } = await other.open()
    await stranger.commit(creating('z'))
    const theirs = await other.text(paths.annotations)
    await bench.put(paths.annotations, theirs)
    const { store, notices } = await bench.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c'])
    expect(notices).toEqual([])
    expect(JSON.parse(await bench.text(paths.annotations)).annotations).toHaveLength(3)
  })
})
