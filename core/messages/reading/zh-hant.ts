import type { ReadingMessages } from './en'

export const readingZhHant: ReadingMessages = {
  skipToText: '跳到正文',
  caretOn: '已開啟游標。方向鍵移動，按住 Shift 則選取。',
  caretOff: '已關閉游標。',
  undoIt: '復原',
  numbersShown: '已顯示段落編號。',
  numbersHidden: '段落編號只在指到或移到之處顯示。',
  marginNotesShown: '已顯示眉批：筆記欄關閉、頁邊夠寬時，筆記寫在所批之行旁。',
  marginNotesHidden: '已收起眉批，頁邊只留短線。',
  endsHint: 'Shift 加方向鍵移動這一端；Enter 確定，Esc 保留原狀。',
  nothingSelected: (word, sentence, paragraph, caret) =>
    `尚未選取文字。${word} 選詞，${sentence} 選句，${paragraph} 選段；Shift 加方向鍵從游標處選取（${caret}）。`,
  noMark: (next) => `沒有開啟的標註。${next} 前往下一則。`,
  selected: (words, count, isCut) =>
    isCut ? `已選取 ${count} 字，至：${words}` : `已選取：${words}`,
}
