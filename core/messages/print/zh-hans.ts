import type { PrintMessages } from './en'

export const printZhHans: PrintMessages = {
  title: '打印',
  what: (form, isVertical) => `按目前所见打印：${form}，${isVertical ? '竖排' : '横排'}。`,
  marks: '连同标注',
  notes: '笔记',
  where: { none: '不打印', paragraph: '列在各段之下', end: '列在文末' },
  print: '打印…',
  cancel: '取消',
  printed: '已交给打印机。',
  failed: (reason) => `系统没有打印（${reason}）。您的笔记没有改动；也可以改为导出 PDF。`,
}
