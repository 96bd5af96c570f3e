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
  moved: '位置有變',
  orphan: '文中未找到',
  changed: '比現有的新',
  same: '已有',
  older: '比現有的舊，略過',
  refused: '無法讀取',
}

const correctionWords: Readonly<Record<CorrectionDecision, string>> = {
  new: '新增',
  same: '已經有了',
  kept: '保留您的',
  lost: '不在這份文本中',
}

const correctionSummary = (counts: CorrectionCounts): string =>
  (Object.keys(correctionWords) as CorrectionDecision[])
    .filter((decision) => counts[decision] > 0)
    .map((decision) => `${counts[decision]} 處${correctionWords[decision]}`)
    .join('、')

const refusals: Readonly<Record<FileRefusal, string>> = {
  missing: '沒有這個檔案。',
  'no-permission': '批閱沒有讀取權限。',
  'not-a-file': '它不是檔案。',
  unreadable: '系統無法讀取。',
  'too-large': '檔案超過 64 MB。',
  archive: '檔案是壓縮檔（ZIP），其中沒有唯一的註記檔案。',
  pdf: '檔案是 PDF，批閱只從註記檔案匯入筆記。',
  'not-text': '檔案不是 UTF-8 或 UTF-16 文字。',
  'not-json': '檔案不是註記檔案（JSON），或結尾殘缺。',
  'too-complex': '檔案巢狀過深或項目過多。',
  foreign: '檔案中沒有批閱認得的註記。',
  newer: '檔案由較新版本的批閱寫成，請更新批閱後再讀。',
  'too-many': '檔案中的註記超過 20,000 則。',
  empty: '檔案中沒有註記。',
}

const summary = (counts: ImportCounts) =>
  (Object.keys(decisions) as ImportDecision[])
    .filter((decision) => counts[decision] > 0)
    .map((decision) => `${decisions[decision]} ${counts[decision]} 則`)
    .join('；')

const isAbsent = '不在書庫中；留待開啟其檔案'
const untitled = '題名不詳的文件'

const named = ({ title, isAbsent: absent }: ImportDestination): string =>
  `${title === '' ? untitled : titled(title)}${absent ? `（${isAbsent}）` : ''}`

export const importZhHant: ImportMessages = {
  title: '匯入筆記',
  choose: '選取註記檔案',
  files: '註記',
  go: '匯入',
  cancel: '取消',
  working: '正在讀取檔案……',
  close: '關閉',
  nothingNew: '這個檔案中沒有可匯入的內容，沒有任何更動。',
  readOnly: '未匯入：批閱未能開啟或寫入您的筆記。問題排除後，請再試一次。',
  gone: '未匯入：請重新選取檔案。',
  origins: {
    piyue: '批閱的筆記',
    w3c: 'W3C 註記',
    readium: 'Readium 註記（Thorium）',
    hypothesis: 'Hypothesis 註記',
  },
  decisions,
  reasons: {
    'absent-document': '它所屬的文件不在書庫中；為它保留著，開啟其檔案時即在。',
    quote: '引文在本文的另一處。',
    approximate: '此處文字與引文相近。',
    'not-found': '引文不在本文中。',
    ambiguous: '引文在本文中不止一處。',
    'not-searched': '未找到的筆記太多，這一則沒有再找。',
    'other-document': '它屬於書庫中沒有的文件；保留於此，不在文中。',
    'quotes-nothing': '沒有引文；所寫的文字保留。',
    'same-words': '同一段文字上已有相同的筆記。',
    'not-an-annotation': '這不是註記。',
    'says-nothing': '沒有引文，也沒有文字。',
    'quote-too-long': '標註的文字超過 100,000 字。',
    'duplicate-id': '編號與檔案中前面的一則重複。',
    'document-unreadable': '所屬文件或其筆記無法讀取，未作更動。',
  },
  leftOut: {
    'note-shortened': '筆記超過 200,000 字，只保留開頭。',
    'tag-shortened': '有標籤超過 200 字，只保留開頭。',
    'tags-dropped': '略去了一些標籤：空白的，或超過 200 個的。',
    body: '略去了不是文字的部分。',
    'narrower-passage': '它只指引文中的一部分，但無法得知是哪一部分。',
    'further-passage': '它還標註了另一段無法讀取的文字。',
  },
  refusals: (file, refusal) => `未匯入 ${file}：${refusals[refusal]}您的筆記沒有更動。`,
  summary,
  imported: (file, counts, documents = [], corrections) =>
    [
      `已匯入 ${file}：${summary(counts)}。`,
      ...documents.map((document) => `${named(document)}：${summary(document.counts)}。`),
      ...(corrections ? [`更正的字：${correctionSummary(corrections)}。`] : []),
    ].join(''),
  corrections: '更正的字',
  correctionDecisions: correctionWords,
  correction: ({ character, found, reading, own, isEverywhere }) =>
    [
      `${character}：${found} → ${reading}`,
      ...(isEverywhere ? ['全文'] : []),
      ...(own === null ? [] : [`您讀作「${own}」`]),
    ].join('，'),
  notTakenInto: (titles) =>
    `以下文件的筆記未能開啟或寫入，未匯入或未全部匯入：${titles.map((title) => titled(title)).join('、')}。問題排除後，請再次匯入該檔案。`,
  sorted: '筆記將歸入各自所屬的文件：',
  isAbsent,
  untitled,
  isOpen: '正在閱讀',
  listed: (shown, count) =>
    shown === count ? `共 ${count} 則` : `共 ${count} 則，此處列出前 ${shown} 則`,
  notTaken: (file) => `已開啟的視窗沒有接收 ${file}，請在該視窗中匯入。`,
}
