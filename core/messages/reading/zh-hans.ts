import type { ReadingMessages } from './en'

export const readingZhHans: ReadingMessages = {
  skipToText: '跳到正文',
  caretOn: '已打开光标。方向键移动，按住 Shift 则选取。',
  caretOff: '已关闭光标。',
  undoIt: '撤销',
  numbersShown: '已显示段落编号。',
  numbersHidden: '段落编号只在指到或移到之处显示。',
  marginNotesShown: '已显示眉批：笔记栏关闭、页边够宽时，笔记写在所批之行旁。',
  marginNotesHidden: '已收起眉批，页边只留短线。',
  endsHint: 'Shift 加方向键移动这一端；Enter 确定，Esc 保留原状。',
  nothingSelected: (word, sentence, paragraph, caret) =>
    `尚未选取文字。${word} 选词，${sentence} 选句，${paragraph} 选段；Shift 加方向键从光标处选取（${caret}）。`,
  noMark: (next) => `没有打开的标注。${next} 前往下一条。`,
  selected: (words, count, isCut) =>
    isCut ? `已选取 ${count} 字，至：${words}` : `已选取：${words}`,
}
