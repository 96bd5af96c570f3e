import { dirname, join } from 'node:path'
import { type Annotation, sameAnnotation } from '../../core/annotation/annotation'
import type { AnnotationMap } from '../../core/annotation/change-set'
import type { StoreNotice } from '../../core/app/store-notice'
import type { Clock } from '../../main/disk/clock'
import { writeAll } from '../../main/disk/write-file'
import { AnnotationStore } from '../../main/store/annotation-store'
import { type Damaged, type Damaging, damagings } from './damages'
import { Random } from './random'
import { randomChange } from './random-changes'
import { SimulatedDisk } from './simulated-disk'

/** A store that was in use: its files by path, and what was in it. */
interface UsedStore {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly annotations: AnnotationMap
}

interface FuzzFinding {
  readonly damaging: string
  readonly file: string
  readonly what: string
}

interface FuzzCount {
  readonly cases: number
  /** How many cases lost nothing at all. */
  readonly whole: number
  /** How many cases lost something and told the reader. */
  readonly told: number
  readonly readOnly: number
  readonly findings: readonly FuzzFinding[]
}

const folder = '/notes'
const writer = 'fuzz'
const clock: Clock = { now: () => new Date(Date.UTC(2026, 1, 3)), after: () => () => undefined }

/** Damages stores that were in use, one file a time, opens them, and looks whether all is well. */
export async function fuzz(cases: number, seed: number): Promise<FuzzCount> {
  const random = new Random(seed)
  const stores = await Promise.all([true, false].map((isClosed) => usedStore(random, isClosed)))
  const findings: FuzzFinding[] = []
  let [whole, told, readOnly] = [0, 0, 0]
  for (let i = 0; i < cases; i++) {
    const store = random.pick(stores as [UsedStore, ...UsedStore[]])
    const file = pickFile(store, random)
    const damaging = damagings[i % damagings.length] ?? random.pick(damagings)
    const outcome = await oneCase(store, file, damaging, random)
    if (outcome === 'whole') whole++
    else if (outcome === 'told') told++
    else if (outcome === 'read-only') readOnly++
    else findings.push({ damaging: damaging.name, file, what: outcome })
  }
  return { cases, whole, told, readOnly, findings }
}

/** Makes a store with some days of use behind it; closed in good order, or ended in the midst. */
async function usedStore(random: Random, isClosed: boolean): Promise<UsedStore> {
  const disk = new SimulatedDisk(random)
  await disk.makeFolder(folder)
  let number = 0
  let annotations: AnnotationMap = new Map()
  for (const session of [1, 2, 3]) {
    const { store } = await open(disk)
    for (let i = 0; i < 12; i++)
      await store.commit(randomChange(random, store.annotations, ++number))
    annotations = store.annotations
    if (session < 3 || isClosed) await store.close()
  }
  const files = new Map<string, Uint8Array>()
  for (const place of [folder, join(folder, 'generations')]) {
    for (const name of await disk.list(place)) {
      const path = join(place, name)
      if ((await disk.facts(path))?.kind === 'file') files.set(path, await disk.read(path))
    }
  }
  return { files, annotations }
}

function pickFile({ files }: UsedStore, random: Random): string {
  if (random.chance(0.55)) return join(folder, 'annotations.json')
  if (random.chance(0.55)) return join(folder, `annotations.${writer}.journal`)
  const all = [...files.keys()]
  return all[random.below(all.length)] ?? folder
}

/** `whole`, `told` or `read-only` where all is well; else what is not. */
async function oneCase(
  { files, annotations }: UsedStore,
  file: string,
  damaging: Damaging,
  random: Random,
): Promise<string> {
  const damaged = damaging.damage(files.get(file) ?? new Uint8Array(), random)
  const disk = await diskWith(new Map<string, Damaged>([...files, [file, damaged]]), random)
  let opened: Opened
  try {
    opened = await open(disk)
  } catch (error) {
    return `did not open: ${String(error)}`
  }
  const { store, notices } = opened
  if (store.status.state === 'read-only') {
    const left = await disk.read(file)
    return same(left, damaged) ? 'read-only' : 'a newer file was touched'
  }
  if (store.status.state !== 'saved') return `status ${JSON.stringify(store.status)}`
  const lost = lostFrom(annotations, store.annotations)
  const wrong =
    (lost.length > 0 && notices.length === 0 && `${lost.length} notes lost without a word`) ||
    (mustBeWhole(file, damaging) && (await nowhere(disk, lost, notices))) ||
    (await wrongAside(disk, notices, file, damaged)) ||
    (await wrongAfterwards(disk, store, random))
  return wrong || (lost.length > 0 ? 'told' : 'whole')
}

type Opened = Awaited<ReturnType<typeof AnnotationStore.open>>

const open = (disk: SimulatedDisk): Promise<Opened> =>
  AnnotationStore.open({
    folder,
    writer,
    files: disk,
    clock,
    onStatus: () => undefined,
    onNotice: () => undefined,
  })

/** What was there and is not there now, or not as it was. */
const lostFrom = (before: AnnotationMap, now: AnnotationMap) =>
  [...before.values()].filter((one) => {
    const there = now.get(one.id)
    return there === undefined || !sameAnnotation(one, there)
  })

/** Only the journal holds what is not yet anywhere else. */
const mustBeWhole = (file: string, { name }: Damaging) =>
  !file.endsWith('.journal') && !(name === 'version 999')

/**
 * A bit that flips inside a time can make the damaged version the later one. It then wins; but ours is
 * in the file of what lost, and that is told.
 */
async function nowhere(
  disk: SimulatedDisk,
  lost: readonly Annotation[],
  notices: readonly StoreNotice[],
): Promise<string | undefined> {
  const copies = notices.flatMap((notice) => (notice.kind === 'merged' ? (notice.copy ?? []) : []))
  const texts = await Promise.all(
    copies.map(async (copy) => Buffer.from(await disk.read(copy)).toString()),
  )
  const gone = lost.filter((one) => !texts.some((text) => text.includes(JSON.stringify(one))))
  return gone.length > 0 ? `${gone.length} notes lost, and need not be` : undefined
}

/** A file that was set aside must lie there as it was found, under a name with the date. */
async function wrongAside(
  disk: SimulatedDisk,
  notices: readonly StoreNotice[],
  file: string,
  damaged: Damaged,
): Promise<string | undefined> {
  for (const notice of notices) {
    if (!('setAside' in notice) || notice.file !== file) continue
    const aside = notice.setAside
    if (aside === null) {
      if (damaged !== 'gone') return 'was not set aside'
      continue
    }
    if (!/\.damaged-2026-02-03T00-00-00-000Z\.\w+$/.test(aside)) return `set aside as ${aside}`
    if (damaged === 'folder') continue
    if (!same(await disk.read(aside), damaged)) return 'was not set aside unchanged'
  }
  return undefined
}

/** The store must work, and be found again as it was left. */
async function wrongAfterwards(
  disk: SimulatedDisk,
  store: AnnotationStore,
  random: Random,
): Promise<string | undefined> {
  await store.commit(randomChange(random, store.annotations, 5000))
  const again = await open(disk)
  if (again.notices.length > 0) return `told again: ${JSON.stringify(again.notices)}`
  const differs =
    again.store.annotations.size !== store.annotations.size ||
    lostFrom(store.annotations, again.store.annotations).length > 0
  return differs ? 'not found again as it was left' : undefined
}

const same = (bytes: Uint8Array, damaged: Damaged) =>
  typeof damaged !== 'string' && Buffer.compare(bytes, damaged) === 0

async function diskWith(
  files: ReadonlyMap<string, Damaged>,
  random: Random,
): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk(random)
  await disk.makeFolder(folder)
  await disk.makeFolder(join(folder, 'generations'))
  for (const [path, content] of files) {
    if (content === 'folder') await disk.makeFolder(path)
    else if (content !== 'gone') await writeAll(await disk.open(path, 'replace'), content, 0)
    await disk.syncFolder(dirname(path))
  }
  return disk
}
