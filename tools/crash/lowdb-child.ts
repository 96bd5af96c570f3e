/**
 * Plain lowdb with its own JSONFile in the same test, for comparison: one whole write a change.
 *
 *   lowdb-child FOLDER SEED FIRST-NUMBER
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Annotation } from '../../core/annotation/annotation'
import { applyChangeSet } from '../../core/annotation/change-set'
import { emptyHistory } from '../../core/annotation/history'
import { Random } from './random'
import { digestOf, randomChange } from './random-changes'

const [folder = '', seed = '0', first = '0'] = process.argv.slice(2)
const random = new Random(Number(seed))
let number = Number(first)
const say = (line: string) => writeSync(1, `${line}\n`)

async function work(): Promise<void> {
  const low = new Low<Annotation[]>(new JSONFile(join(folder, 'db.json')), [])
  await low.read()
  const state = () => new Map(low.data.map((one) => [one.id, one]))
  say(`found ${digestOf(state(), emptyHistory)}`)
  for (;;) {
    number++
    const set = randomChange(random, state(), number)
    low.data = [...applyChangeSet(state(), set).values()]
    say(`tried ${number} ${digestOf(state(), emptyHistory)}`)
    await low.write()
    say(`saved ${number}`)
  }
}

work().catch((error: unknown) => {
  say(`failed ${String(error)}`)
  process.exitCode = 1
})
