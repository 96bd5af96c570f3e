import type { AnnotationMap, ChangeSet } from '../../core/annotation/change-set'
import { emptyHistory } from '../../core/annotation/history'
import type { StoreNotice } from '../../core/app/store-notice'
import type { Clock } from '../../main/disk/clock'
import { AnnotationStore } from '../../main/store/annotation-store'
import type { CrashCount } from './crash-count'
import { PossibleStates } from './possible-states'
import { Random } from './random'
import { digestOf, randomChange } from './random-changes'
import { SimulatedDisk } from './simulated-disk'

const stillClock: Clock = {
  now: () => new Date(Date.UTC(2026, 0, 1)),
  after: () => () => undefined,
}
const folder = '/notes'

/** Works on a simulated disk, cuts its power at random, starts again and compares: many times. */
export async function powerCuts(crashes: number, seed: number): Promise<CrashCount> {
  const random = new Random(seed)
  const disk = new SimulatedDisk(random)
  let [lost, unopened, alarms, number] = [0, 0, 0, 0]
  const states = new PossibleStates(digestOf(new Map(), emptyHistory))
  for (let crash = 0; crash < crashes; crash++) {
    // Starting may be cut short too, with the repairs that it makes.
    if (random.chance(0.3)) {
      disk.cutPowerAt(1 + random.below(60))
      await Promise.race([disk.off, opened(disk)])
      await restart(disk)
    }
    const found = await opened(disk)
    if (found === undefined) {
      unopened++
      break
    }
    const { store, notices } = found
    const state = digestOf(store.annotations, store.history)
    if (!states.isPossible(state)) lost++
    if (notices.length > 0) alarms++
    // What was found is what the reader sees from now on, and must stay.
    states.found(state)
    disk.cutPowerAt(disk.calls + 1 + random.below(120))
    await Promise.race([disk.off, work(store, random, () => ++number, states)])
    await restart(disk)
  }
  return { crashes, acknowledged: states.acknowledgedCount, lost, unopened, alarms }
}

async function opened(
  disk: SimulatedDisk,
): Promise<{ store: AnnotationStore; notices: readonly StoreNotice[] } | undefined> {
  try {
    return await AnnotationStore.open({
      folder,
      files: disk,
      clock: stillClock,
      longJournal: 20_000,
      onStatus: () => undefined,
      onNotice: () => undefined,
    })
  } catch {
    return undefined
  }
}

/** Changes at random, one at a time or several at once, until the power goes. */
async function work(
  store: AnnotationStore,
  random: Random,
  nextNumber: () => number,
  states: PossibleStates,
): Promise<void> {
  for (let i = 0; i < 30; i++) {
    const atOnce = 1 + random.below(3)
    const waiting = Array.from({ length: atOnce }, async () => {
      const saving = change(store, random, nextNumber())
      const step = states.tried(digestOf(store.annotations, store.history))
      const set = await saving
      // An undo that finds nothing to undo says nothing about the changes before it.
      if (set !== undefined && store.status.state === 'saved') states.acknowledged(step)
    })
    await Promise.all(waiting)
  }
  await store.close()
  // The power goes after the app has ended, if it has not before.
  await new Promise<never>(() => undefined)
}

function change(
  store: AnnotationStore,
  random: Random,
  number: number,
): Promise<ChangeSet | undefined> {
  if (random.chance(0.1)) return store.undo()
  if (random.chance(0.05)) return store.redo()
  const annotations: AnnotationMap = store.annotations
  return store.commit(randomChange(random, annotations, number))
}

/** Cuts the power if it has not gone yet, and lets what still runs come to a halt. */
async function restart(disk: SimulatedDisk): Promise<void> {
  disk.cutPowerAt(disk.calls)
  await new Promise((resolve) => setImmediate(resolve))
  disk.restart()
}
