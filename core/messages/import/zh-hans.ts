import type {
  CorrectionCounts,
  CorrectionDecision,
  FileRefusal,
  ImportCounts,
  ImportDecision,
  ImportDestination,
} from '../../app/import-report'
import { titled } from '../phrasing'
import type { ImportMessages } from './en'

const decisions: Readonly<Record<ImportDecision, string>> = {
  new: '新增',
  moved: '位置有变',
  orphan: '文中未找到',
  changed: '比现有的新',
  same: '已有',
  older: '比现有的旧，略过',
  refused: '无法读取',
}

const correctionWords: Readonly<Record<CorrectionDecision, string>> = {
  new: '新增',
  same: '已经有了',
  kept: '保留您的',
  lost: '不在这份文本中',
}

const correctionSummary = (counts: CorrectionCounts): string =>
  (Object.keys(correctionWords) as CorrectionDecision[])
    .filter((decision) => counts[decision] > 0)
    .map((decision) => `${counts[decision]} 处${correctionWords[decision]}`)
    .join('、')

const refusals: Readonly<Record<FileRefusal, string>> = {
  missing: '没有这个文件。',
  'no-permission': '批阅没有读取权限。',
  'not-a-file': '它不是文件。',
  unreadable: '系统无法读取。',
  'too-large': '文件超过 64 MB。',
  archive: '文件是压缩包（ZIP），其中没有唯一的注释文件。',
  pdf: '文件是 PDF，批阅只从注释文件导入笔记。',
  'not-text': '文件不是 UTF-8 或 UTF-16 文本。',
  'not-json': '文件不是注释文件（JSON），或结尾残缺。',
  'too-complex': '文件嵌套过深或项目过多。',
  foreign: '文件中没有批阅认得的注释。',
  newer: '文件由较新版本的批阅写成，请更新批阅后再读。',
  'too-many': '文件中的注释超过 20,000 条。',
  empty: '文件中没有注释。',
}

const summary = (counts: ImportCounts) =>
  (Object.keys(decisions) as ImportDecision[])
    .filter((decision) => counts[decision] > 0)
    .map((decision) => `${decisions[decision]} ${counts[decision]} 条`)
    .join('；')

const isAbsent = '不在书库中；留待打开其文件'
const untitled = '题名不详的文档'

const named = ({ title, isAbsent: absent }: ImportDestination): string =>
  `${title === '' ? untitled : titled(title)}${absent ? `（${isAbsent}）` : ''}`

export const importZhHans: ImportMessages = {
  title: '导入笔记',
  choose: '选择注释文件',
  files: '注释',
  go: '导入',
  cancel: '取消',
  working: '正在读取文件……',
  close: '关闭',
  nothingNew: '这个文件中没有可导入的内容，没有任何改动。',
  readOnly: '未导入：批阅未能打开或写入您的笔记。问题排除后，请再试一次。',
  gone: '未导入：请重新选择文件。',
  origins: {
    piyue: '批阅的笔记',
    w3c: 'W3C 注释',
    readium: 'Readium 注释（Thorium）',
    hypothesis: 'Hypothesis 注释',
  },
  decisions,
  reasons: {
    'absent-document': '它所属的文档不在书库中；为它保留着，打开其文件时即在。',
    quote: '引文在本文的另一处。',
    approximate: '此处文字与引文相近。',
    'not-found': '引文不在本文中。',
    ambiguous: '引文在本文中不止一处。',
    'not-searched': '未找到的笔记太多，这一条没有再找。',
    'other-document': '它属于书库中没有的文档；保留于此，不在文中。',
    'quotes-nothing': '没有引文；所写的文字保留。',
    'same-words': '同一段文字上已有相同的笔记。',
    'not-an-annotation': '这不是注释。',
    'says-nothing': '没有引文，也没有文字。',
    'quote-too-long': '标注的文字超过 100,000 字。',
    'duplicate-id': '编号与文件中前面的一条重复。',
    'document-unreadable': '所属文档或其笔记无法读取，未作更改。',
  },
  leftOut: {
    'note-shortened': '笔记超过 200,000 字，只保留开头。',
    'tag-shortened': '有标签超过 200 字，只保留开头。',
    'tags-dropped': '略去了一些标签：空白的，或超过 200 个的。',
    body: '略去了不是文字的部分。',
    'narrower-passage': '它只指引文中的一部分，但无法得知是哪一部分。',
    'further-passage': '它还标注了另一段无法读取的文字。',
  },
  refusals: (file, refusal) => `未导入 ${file}：${refusals[refusal]}您的笔记没有改动。`,
  summary,
  imported: (file, counts, documents = [], corrections) =>
    [
      `已导入 ${file}：${summary(counts)}。`,
      ...documents.map((document) => `${named(document)}：${summary(document.counts)}。`),
      ...(corrections ? [`更正的字：${correctionSummary(corrections)}。`] : []),
    ].join(''),
  corrections: '更正的字',
  correctionDecisions: correctionWords,
  correction: ({ character, found, reading, own, isEverywhere }) =>
    [
      `${character}：${found} → ${reading}`,
      ...(isEverywhere ? ['全文'] : []),
      ...(own === null ? [] : [`您读作“${own}”`]),
    ].join('，'),
  notTakenInto: (titles) =>
    `以下文档的笔记未能打开或写入，未导入或未全部导入：${titles.map((title) => titled(title)).join('、')}。问题排除后，请再次导入该文件。`,
  sorted: '笔记将归入各自所属的文档：',
  isAbsent,
  untitled,
  isOpen: '正在阅读',
  listed: (shown, count) =>
    shown === count ? `共 ${count} 条` : `共 ${count} 条，此处列出前 ${shown} 条`,
  notTaken: (file) => `已打开的窗口没有接收 ${file}，请在该窗口中导入。`,
}
