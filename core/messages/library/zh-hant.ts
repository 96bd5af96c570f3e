import { titled } from '../phrasing'
import type { LibraryMessages } from './en'

export const libraryZhHant: LibraryMessages = {
  title: '書庫',
  documents: '文件',
  open: '開啟檔案',
  close: '關閉書庫',
  find: '尋找標題、正文與筆記',
  sort: '排序',
  none: '沒有標題或作者相符的文件。',
  bundled: '隨批閱附帶',
  neverRead: '尚未閱讀',
  isOpen: '正在閱讀',
  notesUnreadable: '筆記無法讀取',
  undoRemoval: '放回',
  dropHere:
    '開啟 Markdown、純文字或 HTML 檔案、Word 文件或電子書（EPUB），或把檔案拖進視窗。書庫會留一份副本。',
  absent: '書庫中沒有的文件的筆記',
  absentHow:
    '這些筆記或隨筆記檔案而來，或其文件已被移除，或曾帶到新文而又由您復原，一直為其保留；開啟或放回該文件後，即回到文中原處。',
  openItsFile: '開啟其檔案…',
  keptNotes: (count) => `${count} 則筆記`,
  choose: '開啟文件',
  files: '文件',
  allFiles: '所有檔案',
  recent: '最近閱讀的文件',
  newText: {
    title: (file) => `「${file}」在開啟之後有了改動。要讀現在的文字嗎？`,
    detail: '您的標註與筆記會移到所標文字如今所在之處；找不到原文的仍會保留，並另行列出。',
    yes: '讀新的文字',
    no: '留在原來的文字',
  },
  formerNotes: {
    title: (file, marks) => `「${file}」在您標註之後有了改動。要把 ${marks} 處標註帶過來嗎？`,
    detail:
      '標註與筆記會移到所標文字如今所在之處；找不到原文的仍會保留，並另行列出。若不帶過來，原來的文字連同筆記留在書庫裡。',
    yes: '帶過來',
    no: '兩份都保留',
  },
  found: '在正文與筆記中找到',
  searching: '正在尋找……',
  foundNowhere: '正文與筆記中都沒有找到。',
  inNote: '筆記',
  foundIn: (inText, inNotes) =>
    [
      ...(inText > 0 ? [`正文 ${inText} 處`] : []),
      ...(inNotes > 0 ? [`筆記 ${inNotes} 則`] : []),
    ].join('，'),
  foundInAll: (documents) => `在 ${documents} 份文件中找到。`,
  moreIn: (count) => `正文中另有 ${count} 處`,
  orders: { read: '最近閱讀', title: '標題', added: '加入時間' },
  lastRead: (day) => `${day}閱讀`,
  added: (day) => `${day}加入`,
  progress: (percent) => `讀至 ${percent}%`,
  counts: (marks, notes) => (marks === 0 ? '沒有標註' : `${marks} 處標註，${notes} 則筆記`),
  remove: (title) => `從書庫移除${titled(title)}`,
  removed: (title) => `${titled(title)}已移除。它的筆記仍然保留，放回時一併回來。`,
  restored: (title) => `${titled(title)}已放回書庫。`,
  select: (title) => `選取${titled(title)}`,
  exportNotes: (selected) => (selected === 0 ? '匯出筆記…' : `匯出 ${selected} 份文件的筆記…`),
  shown: (count) => `${count} 份文件`,
  formats: {
    markdown: 'Markdown',
    text: '純文字',
    html: '網頁',
    docx: 'Word 文件',
    epub: '電子書（EPUB）',
  },
  source: (file, format, encoding) =>
    encoding === null
      ? `由檔案「${file}」（${format}）開啟；書庫裡留有一份副本。`
      : `由檔案「${file}」（${format}，以 ${encoding} 讀取）開啟；書庫裡留有一份副本。`,
  unchanged: '文字與檔案所載相同，未作任何更動。',
  notChinese: '經判斷，正文不是中文，沒有繁簡之分，照原檔顯示。',
  bothScripts:
    '正文有的段落用繁體，有的段落用簡體。「繁簡並存」照原檔顯示；其他形式中，每段都由原來的繁體或簡體轉換而來。',
  forms: (converter) =>
    `其他字形由 ${converter} 整段轉換而成，未經人工審校。一字對應多字之處，轉換結果可能有誤。`,
}
