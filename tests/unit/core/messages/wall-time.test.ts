import { wallTime } from '../../../../core/messages/wall-time'

describe('the time on the wall', () => {
  it.each([
    ['UTC', '2026-01-02T23:15:09'],
    ['Asia/Shanghai', '2026-01-03T07:15:09'],
    ['America/New_York', '2026-01-02T18:15:09'],
    ['Asia/Kathmandu', '2026-01-03T05:00:09'],
    ['Pacific/Kiritimati', '2026-01-03T13:15:09'],
  ])('in %s is that of its clock, and leads back to the instant', (zone, wall) => {
    const instant = '2026-01-02T23:15:09.123Z'
    expect(wallTime(instant, zone)).toBe(wall)
    // The difference of the two readings is the zone's offset; taken off, it gives the instant again.
    const offset = Date.parse(`${wall}Z`) - Date.parse(`${wallTime(instant, 'UTC')}Z`)
    expect(new Date(Date.parse(`${wall}Z`) - offset).toISOString()).toBe('2026-01-02T23:15:09.000Z')
  })

  it('is that of summer and of winter', () => {
    expect(wallTime('2026-07-01T10:00:00.000Z', 'Europe/Berlin')).toBe('2026-07-01T12:00:00')
    expect(wallTime('2026-12-01T10:00:00.000Z', 'Europe/Berlin')).toBe('2026-12-01T11:00:00')
    expect(wallTime('2026-03-01T00:00:00.000Z', 'UTC')).toBe('2026-03-01T00:00:00')
  })
})
