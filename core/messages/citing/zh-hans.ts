import type { CitingMessages } from './en'

export const citingZhHans: CitingMessages = {
  locator: ({ path, first, last }) =>
    [
      ...path,
      ...(first === undefined ? [] : [first === last ? `第${first}段` : `第${first}–${last}段`]),
    ].join('·'),
  through: (first, last) => `${first}至${last}`,
  edition: (version) => `批阅校订本 ${version}`,
  accessed: (date) => `查阅于 ${date}`,
}
