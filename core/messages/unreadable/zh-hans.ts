import { unreadableIn } from '../phrasing'

/** Why a file of the reader's is not read, to stand behind its name. */
export const whyUnreadableZhHans = unreadableIn({
  empty: '是空的',
  'not-text': '不是文本文件',
  'not-json': '已损坏',
  foreign: '不是批阅的文件',
  invalid: '含有不合格式的内容',
  'not-a-file': '不是文件',
  'too-large': '太大，无法读取',
  newer: '由较新版本的批阅写成',
  missing: '已不存在',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  other: (code) => `系统未能读出（${code}）`,
})
