import type { Annotation } from '../../../core/annotation/annotation'
import type { Draft } from '../../../core/annotation/draft'
import { dated } from '../../../main/disk/set-aside'
import { replaceFile } from '../../../main/disk/write-file'
import { annotationsModel } from '../../../main/store/annotations-model'
import { DraftStore } from '../../../main/store/draft-store'
import { type Checkpoint, checkpointText } from '../../../main/store/durable/checkpoint'
import { Random } from '../../../tools/crash/random'
import { SimulatedDisk } from '../../../tools/crash/simulated-disk'
import { FaultyFileSystem } from '../../unit/main/store/support/faulty-file-system'
import { noon } from '../../unit/support/annotations'

/** Where the reader's files lie: absolute path. */
export const folder = '/home/reader'

type CheckpointTip = Checkpoint<Annotation>['tip']

/** Where a store stands that nothing was done to yet. */
const beginning = { head: '0'.repeat(32), sequence: 0, writtenAt: noon }

/** The disk that main keeps the reader's files on, in memory. It refuses what a test has it refuse, or is late. */
export class InMemoryDisk extends FaultyFileSystem {
  private constructor() {
    super(new SimulatedDisk(new Random(1)))
  }

  /** One with notes that main has written. */
  static async holding(annotations: readonly Annotation[]): Promise<InMemoryDisk> {
    const disk = new InMemoryDisk()
    await disk.makeFolder('/home')
    await disk.makeFolder(folder)
    if (annotations.length > 0) await disk.putNotes(annotations, beginning)
    return disk
  }

  /** Puts notes in place of those that there are, as another program does; or main, where the tip is its own. */
  async putNotes(annotations: Iterable<Annotation>, tip?: CheckpointTip): Promise<void> {
    await this.#put('annotations.json', annotations, tip)
  }

  /** Puts an earlier state of the notes among those that are kept. @param writtenAt ISO 8601, ms, UTC */
  async putBackup(writtenAt: string, annotations: readonly Annotation[]): Promise<void> {
    await this.makeFolder(`${folder}/generations`)
    const head = beginning.head.slice(0, 8)
    const name = `${dated(new Date(writtenAt))}.${annotations.length}.${head}.json`
    await this.#put(`generations/${name}`, annotations, { ...beginning, writtenAt })
  }

  async #put(name: string, annotations: Iterable<Annotation>, tip?: CheckpointTip): Promise<void> {
    const text = Array.from(checkpointText(annotationsModel, tip, annotations)).join('')
    await replaceFile(this, `${folder}/${name}`, [text])
  }

  /** The notes being written that would come back after a crash. */
  async drafts(): Promise<readonly Draft[]> {
    return (await DraftStore.open({ folder, files: this })).read()
  }
}
