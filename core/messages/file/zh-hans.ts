import { listLeftOut } from '../phrasing'
import type { FileMessages } from './en'

const leftOutKinds: FileMessages['leftOutKinds'] = {
  'remote-picture': (count) => `${count} 张网上图片`,
  'missing-picture': (count) => `${count} 张不存在的图片`,
  'picture-in-line': (count) => `${count} 张行内图片的位置（图片置于段后）`,
  'unsafe-picture': (count) => `${count} 张不予显示之类型的图片`,
  media: (count) => `${count} 段音视频`,
  form: (count) => `${count} 个表单`,
  formula: (count) => `${count} 个公式（其字符在文中）`,
  drawing: (count) => `${count} 个绘图`,
  comment: (count) => `${count} 条批注`,
  deletion: (count) => `${count} 处修订中删去的文字`,
  'item-number': (count) => `${count} 个不同于列表“1.”写法的编号（在文中）`,
  'embedded-page': (count) => `${count} 个内嵌网页`,
  'exported-note': (count) => `${count} 条随文导出的笔记（笔记请从 JSON 文件导入）`,
}

export const fileZhHans: FileMessages = {
  encoding: '文字编码',
  encodings: '读取文件所用的编码',
  preview: '文字开头',
  misfitList: '不属任何字符的字节',
  read: '以此读取',
  cancel: '取消',
  noChoice: '此文档的编码由其格式决定，无可选择。',
  notesGoAlong: '标注与笔记会移到所标文字届时所在之处。',
  isRead: '目前所用',
  choose: '文字编码…',
  dismiss: '知道了',
  names: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    gb18030: 'GB18030（GBK、GB2312）',
    big5: 'Big5（含香港增补字）',
    'windows-1252': 'Windows-1252（西欧）',
  },
  evidence: {
    mark: '文件开头有其字节顺序记号（BOM）。',
    declared: '文件自称如此，读来也通顺。',
    valid: '所有字节都符合。',
    likely: '如此读来最通顺。',
  },
  declaredOtherwise: (label) => `文件自称 ${label}，但并不符合。`,
  fits: (misfits) => (misfits === 0 ? '全部符合' : `${misfits} 处不符`),
  misfit: (bytes, line, at) => `${bytes}，第 ${line} 行（第 ${at} 字节）`,
  moreMisfits: (count) => `另有 ${count} 处`,
  misfits: (count, encoding) => `有 ${count} 处的字节不是 ${encoding} 的字符，以 \ufffd 表示。`,
  leftOutKinds,
  leftOut: (counts) => `未从文件取入：${listLeftOut(counts, leftOutKinds, '、')}。`,
}
