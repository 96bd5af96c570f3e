import type { CitingMessages } from './en'

export const citingZhHant: CitingMessages = {
  locator: ({ path, first, last }) =>
    [
      ...path,
      ...(first === undefined ? [] : [first === last ? `第${first}段` : `第${first}–${last}段`]),
    ].join('·'),
  through: (first, last) => `${first}至${last}`,
  edition: (version) => `批閱校訂本 ${version}`,
  accessed: (date) => `查閱於 ${date}`,
}
