import type { LibraryMessages } from './en'

export const libraryZhHans: LibraryMessages = {
  formats: {
    markdown: 'Markdown',
    text: '纯文本',
    html: '网页',
    docx: 'Word 文档',
    epub: '电子书（EPUB）',
  },
  source: (file, format, encoding) =>
    encoding === null
      ? `由文件“${file}”（${format}）打开；书库里留有一份副本。`
      : `由文件“${file}”（${format}，以 ${encoding} 读取）打开；书库里留有一份副本。`,
  unchanged: '文字与文件所载相同，未作任何改动。',
  forms: (converter) =>
    `其他字形由 ${converter} 整段转换而成，未经人工审校。一字对应多字之处，转换结果可能有误。`,
}
