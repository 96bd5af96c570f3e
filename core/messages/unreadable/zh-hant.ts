import { unreadableIn } from '../phrasing'

/** Why a file of the reader's is not read, to stand behind its name. */
export const whyUnreadableZhHant = unreadableIn({
  empty: '是空的',
  'not-text': '不是文字檔',
  'not-json': '已損壞',
  foreign: '不是批閱的檔案',
  invalid: '含有不合格式的內容',
  'not-a-file': '不是檔案',
  'too-large': '太大，無法讀取',
  newer: '由較新版本的批閱寫成',
  missing: '已不存在',
  EACCES: '沒有讀取權限',
  EPERM: '沒有讀取權限',
  other: (code) => `系統未能讀出（${code}）`,
})
