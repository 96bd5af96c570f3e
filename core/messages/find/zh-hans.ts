import type { FindMessages } from './en'

export const findZhHans: FindMessages = {
  label: '在报告中查找',
  labelOfAny: '在文中查找',
  matches: '匹配结果',
  next: '下一处',
  previous: '上一处',
  list: '全部结果',
  close: '关闭查找',
  none: '没有匹配的文字',
  noneHow: '繁体、简体，全角、半角，各式引号，输入哪一种都一样。',
  fromStart: '已从头继续。',
  fromEnd: '已从末尾继续。',
  place: (index, count) => `第 ${index} 处，共 ${count} 处`,
  inSections: (count, all) => `${all} 节中的 ${count} 节`,
  onlyInNotes: (count) => `正文 0 处 · 笔记 ${count} 条`,
  inNotes: (count) => `笔记中：${count} 条`,
}
