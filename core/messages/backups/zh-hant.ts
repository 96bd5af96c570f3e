import { whyUnreadableZhHant } from '../unreadable/zh-hant'
import type { BackupMessages } from './en'

export const backupsZhHant: BackupMessages = {
  title: '備份',
  how: '批閱會保留筆記較早的狀態。還原之後仍可復原。',
  none: '還沒有備份。第一次保存筆記時會建立第一份。',
  restore: '還原到此',
  showFolder: '顯示資料夾',
  close: '關閉',
  count: (count) => `${count} 處標註`,
  restored: (when) => `筆記已還原到 ${when} 的狀態，可以復原。`,
  failed: (reason) => `無法讀取該備份：檔案${whyUnreadableZhHant(reason)}。您的筆記沒有更動。`,
  same: '筆記與當時完全相同，沒有更改。',
}
