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
  },
  copiedAs: (form) => `已复制：${form}。`,
  nothing: '请先在报告中选取要复制的文字。',
  copiedCited: '已连同出处复制。',
}
