import type { LibraryMessages } from './en'

export const libraryZhHant: LibraryMessages = {
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
  forms: (converter) =>
    `其他字形由 ${converter} 整段轉換而成，未經人工審校。一字對應多字之處，轉換結果可能有誤。`,
}
