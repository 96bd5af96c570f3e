import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Annotation } from '../../core/annotation/annotation'
import { applyChangeSet } from '../../core/annotation/change-set'
import { emptyHistory } from '../../core/annotation/history'
import { writeAll } from '../../main/disk/write-file'
import type { CrashCount } from './crash-count'
import { PossibleStates } from './possible-states'
import { Random } from './random'
import { digestOf, randomChange } from './random-changes'
import { SimulatedDisk } from './simulated-disk'

/** Plain lowdb, its real code, on the same simulated disk with the same power cuts. */
export async function lowdbPowerCuts(crashes: number, seed: number): Promise<CrashCount> {
  const random = new Random(seed)
  const disk = new SimulatedDisk(random)
  const restore = putUnder(disk)
  let [lost, unopened, number] = [0, 0, 0]
  const states = new PossibleStates(digestOf(new Map(), emptyHistory))
  for (let crash = 0; crash < crashes; crash++) {
    const low = new Low<Annotation[]>(new JSONFile('/db.json'), [])
    try {
      await low.read()
    } catch {
      // It would stay like this until someone deletes the file; the test goes on with an empty one.
      unopened++
      await disk.remove('/db.json')
      states.found(digestOf(new Map(), emptyHistory))
      continue
    }
    const state = () => new Map(low.data.map((one) => [one.id, one]))
    const found = digestOf(state(), emptyHistory)
    if (!states.isPossible(found)) lost++
    states.found(found)
    disk.cutPowerAt(disk.calls + 1 + random.below(60))
    const work = async () => {
      while (!disk.isOff) {
        low.data = [...applyChangeSet(state(), randomChange(random, state(), ++number)).values()]
        const step = states.tried(digestOf(state(), emptyHistory))
        await low.write()
        states.acknowledged(step)
      }
    }
    await Promise.race([work(), disk.off])
    disk.restart()
  }
  restore()
  return { crashes, acknowledged: states.acknowledgedCount, lost, unopened, alarms: 0 }
}

/** Lets the three calls that lowdb makes go to the simulated disk; returns what undoes that. */
function putUnder(disk: SimulatedDisk): () => void {
  const { readFile, writeFile, rename } = promises
  Object.assign(promises, {
    readFile: async (path: string) => Buffer.from(await disk.read(path)).toString(),
    writeFile: async (path: string, text: string) => {
      await writeAll(await disk.open(path, 'replace'), text, 0)
    },
    rename: (from: string, to: string) => disk.rename(from, to),
  })
  syncBuiltinESMExports()
  return () => {
    Object.assign(promises, { readFile, writeFile, rename })
    syncBuiltinESMExports()
  }
}
