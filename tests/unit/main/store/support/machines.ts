import { Bench, creating, folder, journalOf, paths } from './bench'

/** The files of a store, as a sync engine sees them. */
export async function filesOf(bench: Bench): Promise<ReadonlyMap<string, Uint8Array>> {
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
export async function machineWith(
  files: ReadonlyMap<string, Uint8Array>,
  writer: string,
): Promise<Bench> {
  const bench = await Bench.make()
  bench.writer = writer
  await bench.disk.makeFolder(paths.generations)
  for (const [path, content] of files) await bench.put(path, content)
  return bench
}

/** What a third machine left, on which the folder was first. */
export async function sharedFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const first = await Bench.make()
  first.writer = 'first'
  await first.used()
  return filesOf(first)
}

export const theirJournal = journalOf('there')

/** Two machines that keep one folder, with notes `a`, `b` and `c`; on each is made what is its own. */
export async function twoMachines(ended: 'closed' | 'killed') {
  const shared = await sharedFiles()
  const [here, there] = [await machineWith(shared, 'here'), await machineWith(shared, 'there')]
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

/**
 * Two machines, the folder of one of which was copied to the other some time ago, with the journal of the
 * first: that has gone on since.
 */
export async function copiedAndGoneOn() {
  const here = await machineWith(await sharedFiles(), 'here')
  const { store: early } = await here.open()
  await early.commit(creating('early'))
  await early.close()
  const copied = await filesOf(here)
  const there = await machineWith(copied, 'there')
  await here.clock.pass(60_000)
  const { store } = await here.open()
  await store.commit(creating('since'))
  const at = '2026-03-01T00:00:10.000Z'
  const before = store.annotations.get('a')!
  const after = { ...before, note: 'since', modifiedAt: at }
  await store.commit({ gesture: 'note', at, changes: [{ kind: 'update', before, after }] })
  await store.close()
  await here.clock.pass(60_000)
  return { here, there, copied }
}
