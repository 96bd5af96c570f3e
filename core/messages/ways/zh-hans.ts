import type { WaysMessages } from './en'

export const waysZhHans: WaysMessages = {
  back: '返回',
  forward: '前进',
  backTo: (place) => `回到${place}`,
  placeAt: (section, percent) => `${section} · ${percent}%`,
  commands: {
    title: '命令',
    search: '搜索命令',
    hint: '命令、标题、笔记、标签、文档……可输入拼音首字母',
    none: '没有符合的项目。',
    count: (count) => `${count} 项可选`,
    kinds: {
      action: '命令',
      heading: '标题',
      note: '笔记',
      tag: '标签',
      document: '文档',
      form: '文本形式',
    },
  },
  said: {
    at: (place) => `已到${place}。`,
    noBack: '没有可以返回的位置。',
    noForward: '没有可以前进的位置。',
  },
}
