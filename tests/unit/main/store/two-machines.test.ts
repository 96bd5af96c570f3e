import * as fc from 'fast-check'
import type { Annotation } from '../../../../core/annotation/annotation'
import { sameAnnotation } from '../../../../core/annotation/difference'
import type { StoreNotice } from '../../../../core/app/store-notice'
import type { AnnotationStore } from '../../../../main/store/annotation-store'
import { annotation, Bench, creating, folder, idsOf, paths } from './support/bench'

/** The files of a store, as a sync engine sees them. */
async function filesOf(bench: Bench): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const place of [folder, paths.generations]) {
    for (const name of await bench.disk.list(place)) {
      const path = `${place}/${name}`
      if ((await bench.disk.facts(path))?.kind === 'file') {
        files.set(path, await bench.disk.read(path))
      }
    }
  }
  return files
}

/** A machine on which a sync engine put these files. */
async function machineWith(files: ReadonlyMap<string, Uint8Array>): Promise<Bench> {
  const bench = await Bench.make()
  await bench.disk.makeFolder(paths.generations)
  for (const [path, content] of files) await bench.put(path, content)
  return bench
}

/** Two machines that keep one folder, with notes `a`, `b` and `c`; on each is made what is its own. */
async function twoMachines(ended: 'closed' | 'killed') {
  const first = await Bench.make()
  await first.used()
  const shared = await filesOf(first)
  const [here, there] = [await machineWith(shared), await machineWith(shared)]
  await here.clock.pass(60_000)
  const { store: ours } = await here.open()
  await ours.commit(creating('here'))
  await ours.close()
  await there.clock.pass(120_000)
  const { store: theirs } = await there.open()
  await theirs.commit(creating('there'))
  if (ended === 'closed') await theirs.close()
  return { here, there }
}

/** All files that hold what was not taken into the notes. */
async function besideTheNotes(bench: Bench): Promise<string> {
  const names = (await bench.disk.list(folder)).filter((name) => /conflicts|damaged/.test(name))
  return (await Promise.all(names.map((name) => bench.text(`${folder}/${name}`)))).join('\n')
}

const alarms = (notices: readonly StoreNotice[]) =>
  notices.filter(({ kind }) => kind !== 'merged' && kind !== 'rewritten')

describe('one folder, kept by a sync engine on two machines', () => {
  test('another machine’s journal that comes alone is no damage, and loses nothing', async () => {
    const { here, there } = await twoMachines('closed')
    await here.put(paths.journal, await there.disk.read(paths.journal))
    const { store, notices } = await here.open()
    expect([idsOf(store), notices]).toEqual([['a', 'b', 'c', 'here'], []])
    expect(store.history.done).toHaveLength(4)
  })

  test('its journal in use brings what it holds, and says so', async () => {
    const { here, there } = await twoMachines('killed')
    await here.put(paths.journal, await there.disk.read(paths.journal))
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'here', 'there'])
    expect(notices).toMatchObject([{ kind: 'merged', count: 1, copy: null }])
    expect((await here.open()).notices).toEqual([])
  })

  test('the file that follows its journal is not taken for ours', async () => {
    const { here, there } = await twoMachines('closed')
    await here.put(paths.journal, await there.disk.read(paths.journal))
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

  test('a journal that was killed over and replaced by another’s is told', async () => {
    const first = await Bench.make()
    await first.used()
    const shared = await filesOf(first)
    const [here, there] = [await machineWith(shared), await machineWith(shared)]
    await (await here.open()).store.commit(creating('here'))
    await (await there.open()).store.commit(creating('there'))
    await here.put(paths.journal, await there.disk.read(paths.journal))
    const { store, notices } = await here.open()
    expect(idsOf(store)).toEqual(['a', 'b', 'c', 'there'])
    expect(notices).toEqual([{ kind: 'changes-missing', file: paths.journal, count: null }])
  })

  const ids = ['a', 'b', 'c', 'x', 'y']
  const change = fc.record({
    id: fc.constantFrom(...ids),
    note: fc.string({ minLength: 1, maxLength: 4 }),
    minute: fc.integer({ min: 10, max: 59 }),
  })
  const changes = fc.array(change, { minLength: 1, maxLength: 4 })
  const machine = fc.record({ changes, isKilled: fc.boolean(), sessions: fc.constantFrom(1, 2) })
  const arrivals = fc.array(
    fc.record({ pick: fc.nat(), isOpen: fc.boolean(), looks: fc.boolean() }),
    {
      minLength: 12,
      maxLength: 12,
    },
  )

  async function put(
    store: AnnotationStore,
    { id, note, minute }: typeof change extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const before = store.annotations.get(id)
    const after = annotation(id, note, `2026-01-02T00:${minute}:00.000Z`)
    await store.commit({
      gesture: 'note',
      at: after.modifiedAt,
      changes: [before ? { kind: 'update', before, after } : { kind: 'create', after }],
    })
  }

  test('in whatever order the files come, nothing is lost, and what came is said', async () => {
    await fc.assert(
      fc.asyncProperty(machine, machine, arrivals, async (ours, theirs, steps) => {
        const first = await Bench.make()
        await first.used()
        const shared = await filesOf(first)
        const [here, there] = [await machineWith(shared), await machineWith(shared)]
        const work = async (
          bench: Bench,
          { changes: all, sessions }: typeof ours,
          kill: boolean,
        ) => {
          let store: AnnotationStore | undefined
          for (let session = 0; session < sessions; session++) {
            await bench.clock.pass(60_000)
            store = (await bench.open()).store
            for (const one of all) await put(store, { ...one, note: `${one.note}${session}` })
            if (session < sessions - 1 || !kill) await store.close()
          }
          return new Map(store?.annotations)
        }
        const oursAtFirst = await work(here, ours, false)
        await there.clock.pass(1_000)
        const theirsAtLast = await work(there, theirs, theirs.isKilled)

        const waiting = [...(await filesOf(there))]
        const told: StoreNotice[] = []
        for (const { pick, isOpen, looks } of steps) {
          const opened = isOpen ? await here.open() : undefined
          const [arriving] = waiting.splice(pick % Math.max(1, waiting.length), 1)
          if (arriving !== undefined) await here.put(...arriving)
          if (opened === undefined) continue
          if (looks) await opened.store.check()
          await opened.store.close()
          told.push(...opened.notices, ...here.notices)
          await here.clock.pass(60_000)
        }
        for (const rest of waiting) await here.put(...rest)
        for (let i = 0; i < 2; i++) {
          const { store, notices } = await here.open()
          await store.close()
          told.push(...notices, ...here.notices)
        }
        const { store, notices } = await here.open()
        expect(alarms(told)).toEqual([])
        expect(notices).toEqual([])

        const beside = await besideTheNotes(here)
        const isKept = (one: Annotation) => {
          const now = store.annotations.get(one.id)
          return (
            (now !== undefined && sameAnnotation(now, one)) || beside.includes(JSON.stringify(one))
          )
        }
        const made = [...oursAtFirst.values(), ...theirsAtLast.values()].filter(
          // What one side left as both had it gives way to what the other made of it.
          (one) => !sameAnnotation(one, annotation(one.id, `note ${one.id}`)),
        )
        const lost = made.filter((one) => !isKept(one))
        expect(lost).toEqual([])
        const came = [...store.annotations.values()].some((one) => {
          const before = oursAtFirst.get(one.id)
          return before === undefined || !sameAnnotation(before, one)
        })
        expect(came && told.every(({ kind }) => kind !== 'merged')).toBe(false)
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
