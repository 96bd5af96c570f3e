import type { WaysMessages } from './en'

export const waysZhHant: WaysMessages = {
  back: '返回',
  forward: '前進',
  backTo: (place) => `回到${place}`,
  placeAt: (section, percent) => `${section}・${percent}%`,
  commands: {
    title: '指令',
    search: '搜尋指令',
    hint: '指令、標題、筆記、標籤、文件……可輸入拼音首字母',
    none: '沒有符合的項目。',
    count: (count) => `${count} 項可選`,
    kinds: {
      action: '指令',
      heading: '標題',
      note: '筆記',
      tag: '標籤',
      document: '文件',
      form: '文本形式',
    },
  },
  said: {
    at: (place) => `已到${place}。`,
    noBack: '沒有可以返回的地方。',
    noForward: '沒有可以前進的地方。',
  },
}
