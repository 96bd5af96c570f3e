/**
 * npm run bench:store
 *
 * Time and bytes of one change, of opening and of closing, by how many annotations there are; beside
 * it plain lowdb, which writes everything at every change.
 */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Annotation } from '../../core/annotation/annotation'
import { AnnotationStore } from '../../main/store/annotation-store'
import { annotationsModel } from '../../main/store/annotations-model'
import { checkpointText } from '../../main/store/durable/checkpoint'
import { Random } from './random'
import { randomAnnotation } from './random-changes'

const sizes = [100, 1_000, 10_000, 100_000]
const changes = 60

const open = (folder: string) =>
  AnnotationStore.open({
    folder,
    writer: 'growth',
    onStatus: () => undefined,
    onNotice: () => undefined,
  })

async function measure(size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'piyue-growth-'))
  const random = new Random(size)
  const annotations = Array.from({ length: size }, (_, i) => randomAnnotation(random, i)).filter(
    ({ id }) => id.includes('-'),
  )
  const tip = { head: '0'.repeat(32), sequence: 1, writtenAt: new Date().toISOString() }
  const file = join(folder, 'annotations.json')
  await writeFile(file, checkpointText(annotationsModel, tip, annotations))

  const opening = await timed(() => open(folder))
  const { store } = opening.result
  const journal = join(folder, 'annotations.growth.journal')
  const before = (await stat(journal)).size
  const times: number[] = []
  for (let i = 0; i < changes; i++) {
    const after = randomAnnotation(random, 1_000_000 + i)
    const { milliseconds } = await timed(() =>
      store.commit({
        gesture: 'highlight',
        at: after.createdAt,
        changes: [{ kind: 'create', after }],
      }),
    )
    times.push(milliseconds)
  }
  const bytes = ((await stat(journal)).size - before) / changes
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const closing = await timed(() => store.close())
  delay.disable()
  const plain = await plainLowdb(folder, annotations, random)
  await rm(folder, { recursive: true })
  times.sort((a, b) => a - b)
  return [
    size,
    times[Math.floor(changes / 2)]?.toFixed(1),
    times[Math.floor(changes * 0.95)]?.toFixed(1),
    bytes.toFixed(0),
    plain.milliseconds.toFixed(1),
    plain.bytes,
    opening.milliseconds.toFixed(0),
    closing.milliseconds.toFixed(0),
    (delay.max / 1e6).toFixed(0),
  ].join(' | ')
}

/** The median time of one change, and the bytes that it writes. */
async function plainLowdb(folder: string, annotations: readonly Annotation[], random: Random) {
  const file = join(folder, 'lowdb.json')
  const low = new Low<Annotation[]>(new JSONFile(file), [...annotations])
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    low.data.push(randomAnnotation(random, 2_000_000 + i))
    times.push((await timed(() => low.write())).milliseconds)
  }
  times.sort((a, b) => a - b)
  return { milliseconds: times[2] ?? 0, bytes: (await readFile(file)).length }
}

async function timed<T>(task: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const start = performance.now()
  const result = await task()
  return { result, milliseconds: performance.now() - start }
}

async function run(): Promise<void> {
  console.log(
    `Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model}`,
  )
  console.log(
    'notes | change ms (median) | (95 %) | bytes | plain lowdb ms | bytes | open ms | close ms | longest block at close ms',
  )
  for (const size of sizes) console.log(await measure(size))
}

run().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
