import type { PrintMessages } from './en'

export const printZhHant: PrintMessages = {
  title: '列印',
  what: (form, isVertical) => `依目前所見列印：${form}，${isVertical ? '豎排' : '橫排'}。`,
  marks: '連同標註',
  notes: '筆記',
  where: { none: '不列印', paragraph: '列在各段之下', end: '列在文末' },
  print: '列印…',
  cancel: '取消',
  printed: '已交給印表機。',
  failed: (reason) => `系統沒有印出（${reason}）。您的筆記沒有更動；也可以改為匯出 PDF。`,
}
