import type { CopyMessages } from './en'

export const copyZhHans: CopyMessages = {
  copyAs: '复制为…',
  forms: {
    hant: '繁体',
    hans: '简体',
    'hant-plain': '繁体，附出处',
    'hans-plain': '简体，附出处',
    'hant-standard': '繁体，附 GB/T 7714 著录',
    'hans-standard': '简体，附 GB/T 7714 著录',
    chicago: '原文，附 Chicago 注',
    apa: '原文，附 APA 著录',
    'csl-json': '著录：CSL-JSON（Zotero）',
    ris: '著录：RIS（EndNote）',
    bibtex: '著录：BibLaTeX',
  },
  copiedAs: (form) => `已复制：${form}。`,
  nothing: '请先在文中选取要复制的文字。',
  copiedCited: '已连同出处复制。',
}
