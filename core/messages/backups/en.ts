import { plural } from '../phrasing'
import { whyUnreadableEn } from '../unreadable/en'

/** What the page of backups says. */
export interface BackupMessages {
  readonly title: string
  readonly how: string
  readonly none: string
  readonly restore: string
  readonly showFolder: string
  readonly close: string
  readonly count: (count: number) => string
  readonly restored: (when: string) => string
  /** @param reason as {@link unreadableIn} takes it */
  readonly failed: (reason: string) => string
  readonly same: string
}

export const backupsEn: BackupMessages = {
  title: 'Backups',
  how: 'Piyue keeps earlier states of your notes. Going back to one can be undone.',
  none: 'There are no backups yet. The first is made when notes are kept for the first time.',
  restore: 'Go back to this',
  showFolder: 'Show folder',
  close: 'Close',
  count: (count) => plural(count, 'mark', 'marks'),
  restored: (when) => `Your notes are as they were on ${when}. Undo brings the others back.`,
  failed: (reason) =>
    `That backup cannot be read: its file ${whyUnreadableEn(reason)}. Your notes are unchanged.`,
  same: 'Your notes are just as they were then. Nothing was changed.',
}
