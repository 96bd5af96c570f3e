import type { FileRefusal, ImportCounts, Verdict } from '../../exchange/import/verdict'
import type { ImportMessages } from './en'

const verdicts: Readonly<Record<Verdict, string>> = {
  new: '新增',
  moved: '位置有變',
  orphan: '文中未找到',
  changed: '比現有的新',
  same: '已有',
  older: '比現有的舊，略過',
  refused: '無法讀取',
}

const refusals: Readonly<Record<FileRefusal, string>> = {
  missing: '沒有這個檔案。',
  'no-permission': '批閱沒有讀取權限。',
  'not-a-file': '它不是檔案。',
  unreadable: '系統無法讀取。',
  'too-large': '檔案超過 64 MB。',
  'not-text': '檔案不是 UTF-8 文字。',
  'not-json': '檔案不是完整的 JSON。',
  'too-complex': '檔案層次太深或部件太多。',
  foreign: '檔案中沒有批閱認得的註記。',
  newer: '檔案由較新版本的批閱寫成，請更新批閱後再讀。',
  'too-many': '檔案中的註記超過 20,000 則。',
  empty: '檔案中沒有註記。',
}

const summary = (counts: ImportCounts) =>
  (Object.keys(verdicts) as Verdict[])
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${verdicts[verdict]} ${counts[verdict]} 則`)
    .join('；')

export const importZhHant: ImportMessages = {
  title: '匯入筆記',
  choose: '選取註記檔案',
  go: '匯入',
  cancel: '取消',
  close: '關閉',
  nothingNew: '這個檔案中沒有可匯入的內容，沒有任何更動。',
  readOnly: '未匯入：筆記目前只能閱讀。',
  gone: '未匯入：請重新選取檔案。',
  origins: {
    piyue: '批閱的筆記',
    w3c: 'W3C 註記',
    readium: 'Readium 註記（Thorium）',
    hypothesis: 'Hypothesis 註記',
  },
  verdicts,
  reasons: {
    quote: '引文在本文的另一處。',
    approximate: '此處文字與引文相近。',
    'not-found': '引文不在本文中。',
    ambiguous: '引文在本文中不止一處。',
    'not-searched': '未找到的筆記太多，這一則沒有再找。',
    'other-document': '它屬於另一篇文件',
    'same-words': '同一段文字上已有相同的筆記。',
    'not-an-annotation': '這不是註記。',
    'no-quote': '沒有引文。',
    'too-long': '內容太長。',
    'duplicate-id': '編號與檔案中前面的一則重複。',
    invalid: '不合格式。',
  },
  refusals: (file, refusal) => `未匯入 ${file}：${refusals[refusal]}您的筆記沒有變動。`,
  summary,
  imported: (file, counts) => `已匯入 ${file}：${summary(counts)}。`,
  listed: (shown, count) =>
    shown === count ? `共 ${count} 則` : `共 ${count} 則，此處列出前 ${shown} 則`,
  notTaken: (file) => `已開啟的視窗沒有接收 ${file}，請在該視窗中匯入。`,
}
