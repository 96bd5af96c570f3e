import { titled } from '../phrasing'
import type { LibraryMessages } from './en'

export const libraryZhHans: LibraryMessages = {
  title: '书库',
  documents: '文档',
  open: '打开文件',
  close: '关闭书库',
  find: '查找标题、正文与笔记',
  sort: '排序',
  none: '没有标题或作者匹配的文档。',
  bundled: '随批阅附带',
  neverRead: '尚未阅读',
  isOpen: '正在阅读',
  notesUnreadable: '笔记无法读取',
  undoRemoval: '放回',
  dropHere:
    '打开 Markdown、纯文本或 HTML 文件、Word 文档或电子书（EPUB），或把文件拖进窗口。书库会留一份副本。',
  absent: '书库中没有的文档的笔记',
  absentHow:
    '这些笔记或随笔记文件而来，或其文档已被移除，或曾带到新文而又由您撤销，一直为其保留；打开或放回该文档后，即回到文中原处。',
  openItsFile: '打开其文件…',
  keptNotes: (count) => `${count} 条笔记`,
  choose: '打开文档',
  files: '文档',
  allFiles: '所有文件',
  recent: '最近阅读的文档',
  newText: {
    title: (file) => `“${file}”在打开之后有了改动。要读现在的文字吗？`,
    detail: '您的标注与笔记会移到所标文字如今所在之处；找不到原文的仍会保留，并另行列出。',
    yes: '读新的文字',
    no: '留在原来的文字',
  },
  formerNotes: {
    title: (file, marks) => `“${file}”在您标注之后有了改动。要把 ${marks} 处标注带过来吗？`,
    detail:
      '标注与笔记会移到所标文字如今所在之处；找不到原文的仍会保留，并另行列出。若不带过来，原来的文字连同笔记留在书库里。',
    yes: '带过来',
    no: '两份都保留',
  },
  found: '在正文与笔记中找到',
  searching: '正在查找……',
  foundNowhere: '正文与笔记中都没有找到。',
  inNote: '笔记',
  foundIn: (inText, inNotes) =>
    [
      ...(inText > 0 ? [`正文 ${inText} 处`] : []),
      ...(inNotes > 0 ? [`笔记 ${inNotes} 条`] : []),
    ].join('，'),
  foundInAll: (documents) => `在 ${documents} 份文档中找到。`,
  moreIn: (count) => `正文中另有 ${count} 处`,
  orders: { read: '最近阅读', title: '标题', added: '加入时间' },
  lastRead: (day) => `${day}阅读`,
  added: (day) => `${day}加入`,
  progress: (percent) => `读至 ${percent}%`,
  counts: (marks, notes) => (marks === 0 ? '没有标注' : `${marks} 处标注，${notes} 条笔记`),
  remove: (title) => `从书库移除${titled(title)}`,
  removed: (title) => `${titled(title)}已移除。它的笔记仍然保留，放回时一并回来。`,
  restored: (title) => `${titled(title)}已放回书库。`,
  select: (title) => `选取${titled(title)}`,
  exportNotes: (selected) => (selected === 0 ? '导出笔记…' : `导出 ${selected} 份文档的笔记…`),
  shown: (count) => `${count} 份文档`,
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
  notChinese: '经判断，正文不是中文，没有繁简之分，照原文件显示。',
  bothScripts:
    '正文有的段落用繁体，有的段落用简体。“繁简并存”照原文件显示；其他形式中，每段都由原来的繁体或简体转换而来。',
  forms: (converter) =>
    `其他字形由 ${converter} 整段转换而成，未经人工审校。一字对应多字之处，转换结果可能有误。`,
}
