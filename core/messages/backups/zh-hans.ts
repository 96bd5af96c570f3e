import { whyUnreadableZhHans } from '../unreadable/zh-hans'
import type { BackupMessages } from './en'

export const backupsZhHans: BackupMessages = {
  title: '备份',
  how: '批阅会保留笔记较早的状态。恢复之后仍可撤销。',
  none: '还没有备份。第一次保存笔记时会建立第一份。',
  restore: '恢复到此',
  showFolder: '显示文件夹',
  close: '关闭',
  count: (count) => `${count} 处标注`,
  restored: (when) => `笔记已恢复到 ${when} 的状态，可以撤销。`,
  failed: (reason) => `无法读取该备份：文件${whyUnreadableZhHans(reason)}。您的笔记没有改动。`,
  same: '笔记与当时完全相同，没有更改。',
}
