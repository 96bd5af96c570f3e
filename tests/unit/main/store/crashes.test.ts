import { AnnotationStore } from '../../../../main/store/annotation-store'
import { fuzz } from '../../../../tools/crash/fuzz'
import { powerCuts } from '../../../../tools/crash/power-cuts'
import { Random } from '../../../../tools/crash/random'
import { SimulatedDisk } from '../../../../tools/crash/simulated-disk'
import { annotation, creating, folder } from './support/bench'

test('forty power cuts lose nothing acknowledged and raise no false alarm', async () => {
  const { lost, unopened, alarms, acknowledged } = await powerCuts(40, 7)
  expect({ lost, unopened, alarms }).toEqual({ lost: 0, unopened: 0, alarms: 0 })
  expect(acknowledged).toBeGreaterThan(150)
}, 60_000)

test('a hundred stores damaged in every way open, and lose nothing without a word', async () => {
  const { findings, whole, told, readOnly } = await fuzz(115, 7)
  expect(findings).toEqual([])
  expect(whole + told + readOnly).toBe(115)
}, 60_000)

test('the first note of all outlives a power cut, with the folder that was made for it', async () => {
  for (let seed = 1; seed <= 8; seed++) {
    const disk = new SimulatedDisk(new Random(seed))
    const open = () =>
      AnnotationStore.open({
        folder,
        files: disk,
        onStatus: () => undefined,
        onNotice: () => undefined,
      })
    const { store } = await open()
    await store.commit(creating('a'))
    disk.restart()
    const again = await open()
    expect([...again.store.annotations.values()]).toEqual([annotation('a')])
  }
})
