import type { Annotation } from '../../../../../core/annotation/annotation'
import type { ChangeSet } from '../../../../../core/annotation/change-set'
import type { StoreNotice } from '../../../../../core/app/store-notice'
import type { StoreStatus } from '../../../../../core/app/store-status'
import { textRange } from '../../../../../core/text/range'
import { writeAll } from '../../../../../main/disk/write-file'
import { AnnotationStore } from '../../../../../main/store/annotation-store'
import { Random } from '../../../../../tools/crash/random'
import { SimulatedDisk } from '../../../../../tools/crash/simulated-disk'
import { FaultyFileSystem } from './faulty-file-system'
import { ManualClock } from './manual-clock'

export const folder = '/notes'
/** The journal of a machine. */
export const journalOf = (writer: string) => `${folder}/annotations.${writer}.journal`

export const paths = {
  annotations: `${folder}/annotations.json`,
  journal: journalOf('here'),
  former: {
    journal: `${folder}/annotations.journal`,
    history: `${folder}/history.json`,
    tip: `${folder}/annotations.tip`,
  },
  generations: `${folder}/generations`,
}

const instant = '2026-01-01T00:00:00.000Z'

export const annotation = (id: string, note = '', modifiedAt = instant): Annotation => ({
  id,
  documentId: 'report',
  documentDigest: 'sha256-0',
  range: textRange(3, 9),
  quote: { exact: '政府工作報告', prefix: '', suffix: '' },
  seenIn: 'zh-Hant',
  style: { color: 'yellow', kind: 'highlight' },
  note,
  tags: [],
  createdAt: instant,
  modifiedAt,
})

export const creating = (id: string, note = ''): ChangeSet => ({
  gesture: 'highlight',
  at: instant,
  changes: [{ kind: 'create', after: annotation(id, note) }],
})

/** A store on a disk in memory, with everything that it tells. */
export class Bench {
  readonly disk = new SimulatedDisk(new Random(1))
  readonly files = new FaultyFileSystem(this.disk)
  readonly clock = new ManualClock()
  statuses: StoreStatus[] = []
  /** What was told while the store was open. */
  notices: StoreNotice[] = []
  changes: { set: ChangeSet; revision: number; origin: string }[] = []

  /** What came from outside. */
  get external(): ChangeSet[] {
    return this.changes.filter(({ origin }) => origin === 'external').map(({ set }) => set)
  }

  static async make(): Promise<Bench> {
    const bench = new Bench()
    await bench.disk.makeFolder(folder)
    return bench
  }

  /** What this machine calls itself. */
  writer = 'here'

  async open(longJournal?: number) {
    this.statuses = []
    this.notices = []
    return AnnotationStore.open({
      folder,
      files: this.files,
      clock: this.clock,
      writer: this.writer,
      ...(longJournal === undefined ? {} : { longJournal }),
      onStatus: (status) => this.statuses.push(status),
      onNotice: (notice) => this.notices.push(notice),
      onChange: (set, revision, origin) => {
        this.changes.push({ set, revision, origin })
      },
    })
  }

  /** A store that holds notes `a`, `b` and `c`, closed in good order. */
  async used(): Promise<void> {
    const { store } = await this.open()
    for (const id of ['a', 'b', 'c']) await store.commit(creating(id, `note ${id}`))
    await store.close()
  }

  async text(path: string): Promise<string> {
    return Buffer.from(await this.disk.read(path)).toString()
  }

  /** Writes as another program would. */
  async put(path: string, content: string | Uint8Array): Promise<void> {
    await writeAll(await this.disk.open(path, 'replace'), content, 0)
  }
}

export const idsOf = (store: AnnotationStore): string[] => [...store.annotations.keys()].sort()
