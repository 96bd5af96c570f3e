/**
 * The store as a process of its own, to be killed: opens the notes, says in which state they are, and
 * makes changes at random. Every line goes out before the next step, so that the parent knows what had
 * been acknowledged when the end came.
 *
 *   kill-child FOLDER SEED FIRST-NUMBER CALL-TO-DIE-AT(0: never) NOTE-LENGTH
 */
import { writeSync } from 'node:fs'
import type { AnnotationMap } from '../../core/annotation/change-set'
import type { History } from '../../core/annotation/history'
import { nodeFileSystem } from '../../main/disk/node-file-system'
import { AnnotationStore } from '../../main/store/annotation-store'
import { dyingFileSystem } from './dying-file-system'
import { Random } from './random'
import { digestOf, randomChange } from './random-changes'

const [folder = '', seed = '0', first = '0', dieAt = '0', noteLength = '60'] = process.argv.slice(2)
const random = new Random(Number(seed))
let number = Number(first)

const files =
  dieAt === '0' ? nodeFileSystem : dyingFileSystem(nodeFileSystem, Number(dieAt), random)

const say = (line: string) => writeSync(1, `${line}\n`)
const stateOf = (store: { annotations: AnnotationMap; history: History }) =>
  digestOf(store.annotations, store.history)

async function open() {
  return AnnotationStore.open({
    folder,
    files,
    longJournal: 30_000,
    onStatus: () => undefined,
    onNotice: (notice) => say(`notice ${JSON.stringify(notice)}`),
  })
}

async function change(store: AnnotationStore): Promise<void> {
  number++
  const saving = random.chance(0.1)
    ? store.undo()
    : random.chance(0.05)
      ? store.redo()
      : store.commit(randomChange(random, store.annotations, number, Number(noteLength)))
  const step = number
  say(`tried ${step} ${stateOf(store)}`)
  const set = await saving
  if (set !== undefined && store.status.state === 'saved') say(`saved ${step}`)
}

async function work(): Promise<void> {
  for (;;) {
    const { store, notices } = await open()
    for (const notice of notices) say(`notice ${JSON.stringify(notice)}`)
    say(`found ${stateOf(store)}`)
    for (let i = 0; i < 60; i++) {
      await Promise.all(Array.from({ length: 1 + random.below(3) }, () => change(store)))
    }
    await store.close()
  }
}

work().catch((error: unknown) => {
  say(`failed ${String(error)}`)
  process.exitCode = 1
})
