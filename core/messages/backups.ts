import type { UiLanguage } from '../app/settings'
import { whyUnreadable } from './unreadable'

/** What the page of backups says. */
interface BackupMessages {
  readonly title: string
  readonly how: string
  readonly none: string
  readonly restore: string
  readonly showFolder: string
  readonly close: string
  readonly count: (count: number) => string
  readonly restored: (when: string) => string
  /** @param reason as {@link whyUnreadable} takes it */
  readonly failed: (reason: string) => string
  readonly same: string
}

export const backupMessages: Readonly<Record<UiLanguage, BackupMessages>> = {
  en: {
    title: 'Backups',
    how: 'Piyue keeps earlier states of your notes. Going back to one can be undone.',
    none: 'There are no backups yet. The first is made when notes are kept for the first time.',
    restore: 'Go back to this',
    showFolder: 'Show folder',
    close: 'Close',
    count: (count) => (count === 1 ? '1 mark' : `${count} marks`),
    restored: (when) => `Your notes are as they were on ${when}. Undo brings the others back.`,
    failed: (reason) =>
      `That backup cannot be read: its file ${whyUnreadable('en', reason)}. Your notes are unchanged.`,
    same: 'Your notes are just as they were then. Nothing was changed.',
  },
  'zh-Hant': {
    title: '備份',
    how: '批閱會保留筆記較早的狀態。還原之後仍可復原。',
    none: '還沒有備份。第一次保存筆記時會建立第一份。',
    restore: '還原到此',
    showFolder: '顯示資料夾',
    close: '關閉',
    count: (count) => `${count} 處標註`,
    restored: (when) => `筆記已還原到 ${when} 的狀態，可以復原。`,
    failed: (reason) =>
      `無法讀取該備份：檔案${whyUnreadable('zh-Hant', reason)}。您的筆記沒有更動。`,
    same: '筆記與當時完全相同，沒有更改。',
  },
  'zh-Hans': {
    title: '备份',
    how: '批阅会保留笔记较早的状态。恢复之后仍可撤销。',
    none: '还没有备份。第一次保存笔记时会建立第一份。',
    restore: '恢复到此',
    showFolder: '显示文件夹',
    close: '关闭',
    count: (count) => `${count} 处标注`,
    restored: (when) => `笔记已恢复到 ${when} 的状态，可以撤销。`,
    failed: (reason) =>
      `无法读取该备份：文件${whyUnreadable('zh-Hans', reason)}。您的笔记没有改动。`,
    same: '笔记与当时完全相同，没有更改。',
  },
}
