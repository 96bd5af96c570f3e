import { clockOf, titled } from '../phrasing'
import type { ExportMessages } from './en'

export const exportZhHans: ExportMessages = {
  lang: 'zh-Hans',
  button: '导出',
  title: '导出笔记',
  format: '格式',
  script: '引文用字',
  scope: '内容',
  scopes: { passages: '标注的段落', text: '带标注的全文' },
  template: '模板',
  which: '导出哪些笔记',
  allNotes: (count) => `全部（${count}）`,
  shownNotes: (count) => `筛选后显示的（${count}）`,
  documents: '文档',
  thisDocument: '这份文档',
  selectedDocuments: (count) => `选取的 ${count} 份`,
  listedDocuments: (count) => `列出的 ${count} 份`,
  allDocuments: (count) => `所有有笔记的（${count}）`,
  notIncluded: (titles) =>
    `以下文档无法读取，不在文件中：${titles.map((title) => titled(title)).join('、')}。`,
  nothingRead: (titles) =>
    `以下文档无法读取，没有导出任何内容：${titles.map((title) => titled(title)).join('、')}。`,
  noTemplate: '不使用',
  templatesFolder: '打开模板文件夹',
  preview: '预览',
  firstPage: '首页大致的样子',
  details: '文件信息',
  include: '附上',
  extras: { details: '文件信息', links: '链接', dates: '日期' },
  copy: '复制',
  copied: (what) => `已复制${what ?? '文档'}。`,
  writing: '写入中……',
  go: '导出…',
  cancel: '取消',
  working: '正在写入文件……',
  close: '关闭',
  nothing: '还没有可导出的笔记，未写入任何文件。',
  orphans: '文中未找到',
  textNotHere: '书库中没有原文，引文依标注时所录',
  notes: '笔记',
  openInApp: '在批阅中打开',
  defaultName: '笔记',
  showInFolder: '在文件夹中显示',
  formats: {
    markdown: 'Markdown',
    html: '网页（HTML）',
    docx: 'Word（DOCX）',
    pdf: '带标注的全文（PDF）',
    csv: '表格（CSV）',
    json: 'W3C 注释（JSON）',
    text: '纯文本',
    ris: '书目（RIS：Zotero、EndNote）',
    bibtex: '书目（BibLaTeX）',
    csl: '书目（CSL-JSON）',
  },
  scripts: {
    hant: '繁体',
    hans: '简体',
    tw: '台湾',
    hk: '香港',
    written: '依原文',
    source: '原貌',
    both: '繁体与简体',
  },
  collection: (documents) => `${documents} 份文档的笔记`,
  columns: {
    document: '文档',
    id: '编号',
    section: '章节',
    quote: '引文',
    note: '笔记',
    tags: '标签',
    style: '样式',
    created: '创建时间',
    modified: '修改时间',
    start: '起',
    end: '止',
    link: '链接',
    source: '出处',
    app: '程序',
    exported: '导出时间',
  },
  written: (what, file) => `已将${what === null ? '文档' : ` ${what}`}写入 ${file}。`,
  failed: (file, problem) => `无法写入 ${file}：${problem}您的笔记没有改动。`,
  ...clockOf('zh-Hans'),
  stamp: (created, changed) => (changed === undefined ? created : `${created}，修改于 ${changed}`),
  provenance: (version, scripts, at) =>
    `由批阅 ${version} 导出 · 引文：${scripts.join('、')} · ${at}`,
  previewed: (shown, count, what) =>
    shown === count ? `共 ${what}` : `共 ${what}，此处为前 ${shown} 处标注`,
  templateProblem: (name, problem) => {
    switch (problem.kind) {
      case 'gone':
        return `模板 ${name} 已不存在。`
      case 'too-large':
        return `模板 ${name} 太大。`
      case 'unclosed-tag':
        return `模板 ${name} 有误：第 ${problem.line} 行开头的标记没有结尾。`
      case 'unclosed-section':
        return `模板 ${name} 有误：段落“${problem.section}”没有在应当的地方结束。`
      case 'unopened-section':
        return `模板 ${name} 有误：第 ${problem.line} 行结束了未曾开始的段落“${problem.section}”。`
      case 'wrong-signs':
        return `模板 ${name} 有误：标记须有起止两个符号。`
    }
  },
  notWritten: (why) => `${why}未写入任何文件。`,
}
