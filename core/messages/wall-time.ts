/**
 * The time that a clock on the wall shows at an instant, in the reader's own time zone or another, by
 * ISO 8601 without a zone: for files whose readers take every time as that of the clock.
 *
 * @param instant ISO 8601
 * @param timeZone a name of the IANA's
 */
export function wallTime(instant: string, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? ''
  const year = part('year').padStart(4, '0')
  return `${year}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}
