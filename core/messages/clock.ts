/** Instants, from ISO 8601, as a reader of a language reads them, in the reader's own time zone. */
export interface Clock {
  readonly day: (instant: string) => string
  /** Day, hour and minute; the hour counted to 23 in every language, as a record counts it. */
  readonly time: (instant: string) => string
}

/** The clock of a language. @param locale a BCP 47 tag */
export function clockOf(locale: string): Clock {
  const day = formatter(locale, { dateStyle: 'medium' })
  const time = formatter(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  return { day, time }
}

/** Making a formatter takes far longer than using it, and lists of notes use it by the thousand. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions) {
  let made: Intl.DateTimeFormat | undefined
  return (instant: string) => {
    made ??= new Intl.DateTimeFormat(locale, options)
    return made.format(new Date(instant))
  }
}
