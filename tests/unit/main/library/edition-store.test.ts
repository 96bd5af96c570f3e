import { citationDataOf } from '../../../../core/document/citation-data'
import { EditionStore, stepOf } from '../../../../main/library/edition-store'
import { Random } from '../../../../tools/crash/random'
import { SimulatedDisk } from '../../../../tools/crash/simulated-disk'
import { noon } from '../../support/annotations'

const folder = '/document'

const source = { published: { kind: 'unknown' } } as const

const citing = (title: string) =>
  stepOf({ cited: citationDataOf({ source }, title), citedBefore: null }, noon)

const open = (files: SimulatedDisk) => EditionStore.open({ folder, files, citation: null })

describe('what the reader made of a document', () => {
  it('is on disk when that is acknowledged, and whole whenever the power goes', async () => {
    for (let cut = 1, isDone = false; !isDone; cut++) {
      const disk = new SimulatedDisk(new Random(cut))
      await disk.makeFolder(folder)
      await disk.syncFolder('/')
      const store = await open(disk)
      await store.record(citing('一'))
      disk.cutPowerAt(disk.calls + cut)
      const { off } = disk
      const recording = store.record(citing('二')).then(() => 'acknowledged')
      isDone = (await Promise.race([recording, off])) === 'acknowledged'
      disk.cutPowerAt(0)
      await off
      disk.restart()
      const { edition, done } = await open(disk)
      expect(edition.citation?.title).toMatch(isDone ? /^二$/u : /^[一二]$/u)
      expect(done).toHaveLength(edition.citation?.title === '一' ? 1 : 2)
    }
  })
})
