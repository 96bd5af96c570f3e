import { listLeftOut } from '../phrasing'
import type { FileMessages } from './en'

const leftOutKinds: FileMessages['leftOutKinds'] = {
  'remote-picture': (count) => `${count} 張網上圖片`,
  'missing-picture': (count) => `${count} 張不存在的圖片`,
  'picture-in-line': (count) => `${count} 張行內圖片的位置（圖片置於段後）`,
  'unsafe-picture': (count) => `${count} 張不予顯示之類型的圖片`,
  media: (count) => `${count} 段影音`,
  form: (count) => `${count} 個表單`,
  formula: (count) => `${count} 個公式（其字元在文中）`,
  drawing: (count) => `${count} 個繪圖`,
  comment: (count) => `${count} 則註解`,
  deletion: (count) => `${count} 處追蹤修訂中刪去的文字`,
  'item-number': (count) => `${count} 個不同於清單「1.」寫法的編號（在文中）`,
  'embedded-page': (count) => `${count} 個內嵌網頁`,
  'exported-note': (count) => `${count} 則隨文匯出的筆記（筆記請從 JSON 檔匯入）`,
}

export const fileZhHant: FileMessages = {
  encoding: '文字編碼',
  encodings: '讀取檔案所用的編碼',
  preview: '文字開頭',
  misfitList: '不屬任何字元的位元組',
  read: '以此讀取',
  cancel: '取消',
  noChoice: '此文件的編碼由其格式決定，無可選擇。',
  notesGoAlong: '標註與筆記會移到所標文字屆時所在之處。',
  isRead: '目前所用',
  choose: '文字編碼…',
  dismiss: '知道了',
  names: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    gb18030: 'GB18030（GBK、GB2312）',
    big5: 'Big5（含香港增補字）',
    'windows-1252': 'Windows-1252（西歐）',
  },
  evidence: {
    mark: '檔案開頭有其位元組順序記號（BOM）。',
    declared: '檔案自稱如此，讀來也通順。',
    valid: '所有位元組都符合。',
    likely: '如此讀來最通順。',
  },
  declaredOtherwise: (label) => `檔案自稱 ${label}，但並不符合。`,
  fits: (misfits) => (misfits === 0 ? '全部符合' : `${misfits} 處不符`),
  misfit: (bytes, line, at) => `${bytes}，第 ${line} 行（第 ${at} 位元組）`,
  moreMisfits: (count) => `另有 ${count} 處`,
  misfits: (count, encoding) => `有 ${count} 處的位元組不是 ${encoding} 的字元，以 \ufffd 表示。`,
  leftOutKinds,
  leftOut: (counts) => `未從檔案取入：${listLeftOut(counts, leftOutKinds, '、')}。`,
}
