import type { RepairMessages } from './en'

export const repairZhHant: RepairMessages = {
  title: '疑似損壞之處',
  group: '此類之處',
  none: '文中未見疑似損壞之處。',
  looking: '正在查找文中疑似損壞之處。',
  take: '修復',
  giveBack: '恢復原檔',
  proposed: '建議修復',
  found: '原檔',
  reading: '建議',
  lineBreak: '換行',
  show: () => '查看',
  undoHint: '什麼都不會遺失：「依原檔」始終可以顯示，標註留在原來的字上，每處修復都可復原。',
  kinds: {
    decoding: '以錯誤編碼讀入',
    punctuation: '半形標點',
    spacing: '字間空格',
    reading: '括號中的讀音',
    'line-break': '段內斷行',
    width: '全形數字與字母',
  },
  why: {
    decoding: '這些字的位元組以甲編碼寫入，卻以乙編碼讀出。',
    punctuation: '中文用全形標點，此處在轉換途中變成了半形。',
    spacing: '漢字之間不留空格，此處空格是途中混入的。',
    reading: '網頁把讀音放在字後，並非正文。',
    'line-break': '各行等長而句子未完：是斷行，不是分段。',
    width: '行文中的數字與拉丁字母用半形。',
  },
  proof: (written, readAs, bytes) =>
    `位元組 ${bytes} 曾以 ${readAs} 讀出；以 ${written} 讀之即為建議的文字。`,
  takeAll: (kind, count) =>
    count === 1 ? `修復此處（${kind}）` : `全部修復（${kind}，${count} 處）`,
  count: (count) => `文中有 ${count} 處疑似損壞。`,
  done: (count) => `您修復了 ${count} 處；「依原檔」顯示修復之前的文字。`,
  taken: (count) => `已修復 ${count} 處。`,
  givenBack: (count) => `${count} 處恢復為原檔文字。`,
}
