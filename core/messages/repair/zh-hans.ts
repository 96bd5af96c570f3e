import type { RepairMessages } from './en'

export const repairZhHans: RepairMessages = {
  title: '疑似损坏之处',
  group: '此类之处',
  none: '文中未见疑似损坏之处。',
  looking: '正在查找文中疑似损坏之处。',
  take: '修复',
  giveBack: '恢复原文件',
  proposed: '建议修复',
  found: '原文件',
  reading: '建议',
  lineBreak: '换行',
  show: () => '查看',
  undoHint: '什么都不会丢失：“按原文件”始终可以显示，标注留在原来的字上，每处修复都可撤销。',
  kinds: {
    decoding: '以错误编码读入',
    punctuation: '半角标点',
    spacing: '字间空格',
    reading: '括号中的读音',
    'line-break': '段内断行',
    width: '全角数字与字母',
  },
  why: {
    decoding: '这些字的字节以甲编码写入，却以乙编码读出。',
    punctuation: '中文用全角标点，此处在转换途中变成了半角。',
    spacing: '汉字之间不留空格，此处空格是途中混入的。',
    reading: '网页把读音放在字后，并非正文。',
    'line-break': '各行等长而句子未完：是断行，不是分段。',
    width: '行文中的数字与拉丁字母用半角。',
  },
  proof: (written, readAs, bytes) =>
    `字节 ${bytes} 曾以 ${readAs} 读出；以 ${written} 读之即为建议的文字。`,
  takeAll: (kind, count) =>
    count === 1 ? `修复此处（${kind}）` : `全部修复（${kind}，${count} 处）`,
  count: (count) => `文中有 ${count} 处疑似损坏。`,
  done: (count) => `您修复了 ${count} 处；“按原文件”显示修复之前的文字。`,
  taken: (count) => `已修复 ${count} 处。`,
  givenBack: (count) => `${count} 处恢复为原文件文字。`,
}
