import { datesOf, titled } from '../phrasing'
import type { CitationMessages } from './en'

export const citationZhHans: CitationMessages = {
  line: (parts) => {
    const { author, title, occasion } = parts
    const dates = datesOf(parts, {
      published: (date) => date,
      copiedOn: (date) => `发布日期不详，抄录于 ${date}`,
      copiedNotBefore: (date) => `发布日期不详，抄录于 ${date} 或以后`,
    })
    const named = author === undefined ? titled(title) : `${author}：${titled(title)}`
    return `${[named, occasion, dates].filter(Boolean).join('，')}。`
  },
  locator: ({ path, first, last }) =>
    [
      ...path,
      ...(first === undefined ? [] : [first === last ? `第${first}段` : `第${first}–${last}段`]),
    ].join('·'),
  through: (first, last) => `${first}至${last}`,
  edition: (version) => `批阅校订本 ${version}`,
}
