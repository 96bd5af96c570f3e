import { clockOf, titled } from '../phrasing'
import type { ExportMessages } from './en'

export const exportZhHant: ExportMessages = {
  lang: 'zh-Hant',
  button: '匯出',
  title: '匯出筆記',
  format: '格式',
  script: '引文用字',
  scope: '內容',
  scopes: { passages: '標註的段落', text: '附標註的全文' },
  template: '範本',
  which: '匯出哪些筆記',
  allNotes: (count) => `全部（${count}）`,
  shownNotes: (count) => `篩選後顯示的（${count}）`,
  documents: '文件',
  thisDocument: '這份文件',
  selectedDocuments: (count) => `選取的 ${count} 份`,
  listedDocuments: (count) => `列出的 ${count} 份`,
  allDocuments: (count) => `所有有筆記的（${count}）`,
  notIncluded: (titles) =>
    `以下文件無法讀取，不在檔案中：${titles.map((title) => titled(title)).join('、')}。`,
  nothingRead: (titles) =>
    `以下文件無法讀取，沒有匯出任何內容：${titles.map((title) => titled(title)).join('、')}。`,
  noTemplate: '不使用',
  templatesFolder: '開啟範本資料夾',
  preview: '預覽',
  firstPage: '首頁大致的樣子',
  details: '檔案資訊',
  include: '附上',
  extras: { details: '檔案資訊', links: '連結', dates: '日期' },
  copy: '複製',
  copied: (what) => `已複製${what ?? '文件'}。`,
  writing: '寫入中……',
  go: '匯出…',
  cancel: '取消',
  working: '正在寫入檔案……',
  close: '關閉',
  nothing: '還沒有可匯出的筆記，未寫入任何檔案。',
  orphans: '文中未找到',
  textNotHere: '書庫中沒有原文，引文依標註時所錄',
  notes: '筆記',
  openInApp: '在批閱中開啟',
  defaultName: '筆記',
  showInFolder: '在資料夾中顯示',
  formats: {
    markdown: 'Markdown',
    html: '網頁（HTML）',
    docx: 'Word（DOCX）',
    pdf: '附標註的全文（PDF）',
    csv: '表格（CSV）',
    json: 'W3C 註記（JSON）',
    text: '純文字',
    ris: '書目（RIS：Zotero、EndNote）',
    bibtex: '書目（BibLaTeX）',
    csl: '書目（CSL-JSON）',
  },
  scripts: {
    hant: '繁體',
    hans: '簡體',
    tw: '臺灣',
    hk: '香港',
    written: '依原文',
    source: '原貌',
    both: '繁體與簡體',
  },
  collection: (documents) => `${documents} 份文件的筆記`,
  columns: {
    document: '文件',
    id: '編號',
    section: '章節',
    quote: '引文',
    note: '筆記',
    tags: '標籤',
    style: '樣式',
    created: '建立時間',
    modified: '修改時間',
    start: '起',
    end: '訖',
    link: '連結',
    source: '出處',
    app: '程式',
    exported: '匯出時間',
  },
  written: (what, file) => `已將${what === null ? '文件' : ` ${what}`}寫入 ${file}。`,
  failed: (file, problem) => `無法寫入 ${file}：${problem}您的筆記沒有更動。`,
  ...clockOf('zh-Hant'),
  stamp: (created, changed) => (changed === undefined ? created : `${created}，修改於 ${changed}`),
  provenance: (version, scripts, at) =>
    `由批閱 ${version} 匯出 · 引文：${scripts.join('、')} · ${at}`,
  previewed: (shown, count, what) =>
    shown === count ? `共 ${what}` : `共 ${what}，此處為前 ${shown} 處標註`,
  templateProblem: (name, problem) => {
    switch (problem.kind) {
      case 'gone':
        return `範本 ${name} 已不存在。`
      case 'too-large':
        return `範本 ${name} 太大。`
      case 'unclosed-tag':
        return `範本 ${name} 有誤：第 ${problem.line} 行開頭的標記沒有結尾。`
      case 'unclosed-section':
        return `範本 ${name} 有誤：段落「${problem.section}」沒有在應當的地方結束。`
      case 'unopened-section':
        return `範本 ${name} 有誤：第 ${problem.line} 行結束了未曾開始的段落「${problem.section}」。`
      case 'wrong-signs':
        return `範本 ${name} 有誤：標記須有起止兩個符號。`
    }
  },
  notWritten: (why) => `${why}未寫入任何檔案。`,
}
