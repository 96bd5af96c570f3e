import type { FindMessages } from './en'

export const findZhHant: FindMessages = {
  label: '在報告中尋找',
  labelOfAny: '在文中尋找',
  matches: '符合處',
  next: '下一處',
  previous: '上一處',
  list: '全部符合處',
  close: '關閉尋找',
  none: '沒有符合的文字',
  noneHow: '繁體、簡體，全形、半形，各式引號，輸入哪一種都一樣。',
  fromStart: '已從頭繼續。',
  fromEnd: '已從末尾繼續。',
  place: (index, count) => `第 ${index} 處，共 ${count} 處`,
  inSections: (count, all) => `${all} 節中的 ${count} 節`,
  onlyInNotes: (count) => `正文 0 處 · 筆記 ${count} 則`,
  inNotes: (count) => `筆記中：${count} 則`,
}
