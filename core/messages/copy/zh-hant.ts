import type { CopyMessages } from './en'

export const copyZhHant: CopyMessages = {
  copyAs: '複製為…',
  forms: {
    hant: '繁體',
    hans: '簡體',
    'hant-plain': '繁體，附出處',
    'hans-plain': '簡體，附出處',
    'hant-standard': '繁體，附 GB/T 7714 著錄',
    'hans-standard': '簡體，附 GB/T 7714 著錄',
    chicago: '原文，附 Chicago 註',
    apa: '原文，附 APA 著錄',
    'csl-json': '著錄：CSL-JSON（Zotero）',
    ris: '著錄：RIS（EndNote）',
    bibtex: '著錄：BibLaTeX',
  },
  copiedAs: (form) => `已複製：${form}。`,
  nothing: '請先在文中選取要複製的文字。',
  copiedCited: '已連同出處複製。',
}
