/**
 * npm run test:disks (Linux, as root: it mounts a small disk in memory)
 *
 * A real disk that is full, that becomes read-only, and a folder that is deleted under the running
 * store: what is said, and whether all is there when the trouble is over.
 */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreStatus } from '../../core/app/store-status'
import { AnnotationStore } from '../../main/store/annotation-store'
import { Random } from './random'
import { randomAnnotation } from './random-changes'

const random = new Random(1)
let made = 0

const open = (folder: string) =>
  AnnotationStore.open({
    folder,
    onStatus: () => undefined,
    onNotice: () => undefined,
  })

async function mark(store: AnnotationStore): Promise<StoreStatus> {
  const after = randomAnnotation(random, ++made)
  await store.commit({
    gesture: 'highlight',
    at: after.createdAt,
    changes: [{ kind: 'create', after }],
  })
  return store.status
}

interface Trouble {
  readonly name: string
  /** A disk with a file open for writing cannot be made read-only, so that trouble is there at first. */
  readonly from: 'the start' | 'while running'
  begin(disk: string, folder: string): Promise<void>
  end(disk: string, folder: string): Promise<void>
}

const mount = (...args: string[]) => execFileSync('mount', args)

const troubles: readonly Trouble[] = [
  {
    name: 'full',
    from: 'while running',
    begin: (disk) =>
      writeFile(join(disk, 'ballast'), Buffer.alloc(10_000_000)).catch(() => undefined),
    end: (disk) => rm(join(disk, 'ballast')),
  },
  {
    name: 'read-only',
    from: 'the start',
    begin: async (disk) => void mount('-o', 'remount,ro', disk),
    end: async (disk) => void mount('-o', 'remount,rw', disk),
  },
  {
    name: 'folder deleted',
    from: 'while running',
    begin: async (_, folder) => {
      await rm(folder, { recursive: true })
      await writeFile(folder, 'in the way')
    },
    end: (_, folder) => rm(folder),
  },
]

async function meet(trouble: Trouble, disk: string): Promise<boolean> {
  const folder = join(disk, 'notes')
  await mkdir(folder)
  if (trouble.from === 'the start') await trouble.begin(disk, folder)
  const { store } = await open(folder)
  if (trouble.from === 'while running') {
    for (let i = 0; i < 20; i++) await mark(store)
    await trouble.begin(disk, folder)
  }
  const start = performance.now()
  let status = await mark(store)
  // The last free page of a full disk may still take some.
  for (let i = 0; i < 50 && status.state === 'saved'; i++) status = await mark(store)
  const milliseconds = (performance.now() - start).toFixed(0)
  const said = status.state === 'unsaved' ? `${status.problem} (${status.code})` : status.state
  for (let i = 0; i < 5; i++) await mark(store)
  await trouble.end(disk, folder)
  const after = await store.check()
  const { annotations } = await AnnotationStore.readOnly(folder)
  const isWhole = annotations.size === store.annotations.size
  await store.close()
  await rm(folder, { recursive: true })
  console.log(
    `${trouble.name.padEnd(16)}said ${said} within ${milliseconds} ms; afterwards ${after.state}, ` +
      `${annotations.size} of ${store.annotations.size} notes on disk`,
  )
  return status.state === 'unsaved' && after.state === 'saved' && isWhole
}

async function run(): Promise<boolean> {
  const disk = await mkdtemp(join(tmpdir(), 'piyue-disk-'))
  mount('-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk)
  try {
    let isGood = true
    for (const trouble of troubles) isGood = (await meet(trouble, disk)) && isGood
    return isGood
  } finally {
    execFileSync('umount', ['--lazy', disk])
    await rm(disk, { recursive: true })
  }
}

run()
  .then((isGood) => process.exit(isGood ? 0 : 1))
  .catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
