import { fuzz } from '../../../../tools/crash/fuzz'
import { powerCuts } from '../../../../tools/crash/power-cuts'

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
