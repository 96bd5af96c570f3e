import type { UiLanguage } from '../app/settings'
import type { Damage } from '../app/store-notice'

type Known = Damage | 'newer' | 'missing' | 'EACCES' | 'EPERM'

interface Words extends Readonly<Record<Known, string>> {
  /** @param code the system's own, as EIO */
  readonly other: (code: string) => string
}

const words: Readonly<Record<UiLanguage, Words>> = {
  en: {
    empty: 'is empty',
    'not-text': 'is not text',
    'not-json': 'is damaged',
    foreign: 'is not a file of Piyue’s',
    invalid: 'holds something that does not fit',
    'not-a-file': 'is not a file',
    'too-large': 'is too large to be read',
    newer: 'was written by a newer Piyue',
    missing: 'is gone',
    EACCES: 'may not be read by Piyue',
    EPERM: 'may not be read by Piyue',
    other: (code) => `could not be read by the system (${code})`,
  },
  'zh-Hant': {
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
  },
  'zh-Hans': {
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
  },
}

/**
 * Why a file of the reader's is not read, to stand behind its name.
 *
 * @param reason how it is damaged, `newer`, `missing`, or the system's code
 */
export const whyUnreadable = (language: UiLanguage, reason: string): string => {
  const { other, ...known } = words[language]
  return Object.hasOwn(known, reason) ? known[reason as Known] : other(reason)
}
