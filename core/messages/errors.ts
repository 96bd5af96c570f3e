import type { UiLanguage } from '../app/settings'

/** What is said of something unforeseen. */
interface ErrorMessages {
  readonly happened: string
  readonly copyDetails: string
}

export const errorMessages: Readonly<Record<UiLanguage, ErrorMessages>> = {
  en: {
    happened:
      'Something went wrong in Piyue. Your saved notes are not affected. If it happens again, the details help to mend it; they hold nothing you wrote.',
    copyDetails: 'Copy details',
  },
  'zh-Hant': {
    happened:
      '批閱出了差錯，已儲存的筆記不受影響。如果再次發生，詳細資料有助於修正，其中沒有您寫的內容。',
    copyDetails: '複製詳細資料',
  },
  'zh-Hans': {
    happened:
      '批阅出了差错，已保存的笔记不受影响。如果再次发生，详细信息有助于修正，其中没有您写的内容。',
    copyDetails: '复制详细信息',
  },
}
