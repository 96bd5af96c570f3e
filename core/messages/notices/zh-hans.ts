import type { Beside, LibraryFile, Restored, StoreNotice } from '../../app/store-notice'
import type { DiskProblem } from '../../app/store-status'
import { clockOf } from '../phrasing'
import { whyUnreadableZhHans } from '../unreadable/zh-hans'

const besides: Readonly<Record<Beside, string>> = {
  settings: '阅读设置已恢复为默认。您的笔记不受影响。',
  drafts: '尚未保存的笔记草稿现在只在该文件中。已保存的笔记不受影响。',
}

const unwritten: Readonly<Record<Beside, string>> = {
  settings: '阅读设置在批阅运行期间仍然有效。您的笔记不受影响。',
  drafts: '您正在写、尚未保存的笔记只在内存中：问题排除之前，请勿关闭批阅。已保存的笔记不受影响。',
}

const library: Readonly<Record<LibraryFile, string>> = {
  entry: '已依书库中该文件的其余内容重新列入。您的笔记不受影响。',
  document: '正文已从书库自存的原文件副本重新读出。您的笔记不受影响。',
  edition: '您对正文的修复与对字形的订正现在只在该文件中，正文暂按原文件。您的笔记都还在。',
}

const notRecovered =
  '无法重新生成，已原样留下。请再次打开该文件的原文件：您的笔记仍在，届时会一并出现。'

const { time } = clockOf('zh-Hans')

/** What befell the reader's files, what was done about it, and what that means for the notes. */
export function sayNotice(
  notice: StoreNotice,
  problems: Readonly<Record<DiskProblem, string>>,
): string {
  switch (notice.kind) {
    case 'set-aside':
      return `${notice.file} ${whyUnreadableZhHans(notice.damage)}。${aside(notice.setAside)}${restored(notice.restored)}`
    case 'missing':
      return `${notice.file} 不见了。${restored(notice.restored)}`
    case 'rewritten':
      return `${notice.file} 在批阅运行期间损坏或被移除，已由内存重新写入，共 ${notice.count} 处标注，没有遗失。${notice.setAside === null ? '' : aside(notice.setAside)}`
    case 'beside-damaged':
      return `${notice.file} ${whyUnreadableZhHans(notice.damage)}。${aside(notice.setAside)}${besides[notice.of]}`
    case 'library-damaged':
      return `${notice.file} ${whyUnreadableZhHans(notice.damage)}。${notice.isRecovered ? `${aside(notice.setAside)}${library[notice.of]}` : notRecovered}`
    case 'library-unreadable':
      return `书库中有一份文档暂时无法列出：${notice.folder} ${whyUnreadableZhHans(notice.code)}。其中的内容未作更改，您的笔记都还在。问题排除后，请重新打开批阅。`
    case 'beside-changed':
      return `${notice.file} 在批阅运行期间被其他程序更改。对方写入的内容已另存为 ${notice.setAside}，批阅继续使用自己的内容。已保存的笔记不受影响。`
    case 'beside-not-written':
      return `${notice.file} 无法写入：${problems[notice.problem]}（${notice.code}）${unwritten[notice.of]}`
    case 'journal-damaged':
      return `${notice.file} 中有 ${notice.lost} 项更改无法读取，其余 ${notice.kept} 项已读取。${aside(notice.setAside)}`
    case 'changes-missing':
      return `${notice.file} 不完整：${notice.count === null ? '最近的部分更改' : `${notice.count} 项更改`}可能缺失。`
    case 'merged':
      return `${notice.file} 的笔记曾被其他程序，或共用此文件夹的另一台电脑更改。两边的内容都已保留：有 ${notice.count} 处标注来自外部或被外部更改。${notice.copy === null ? '' : `有出入的内容另存于 ${notice.copy}。`}`
    case 'put-back':
      return `${notice.file} 是较早的笔记（例如曾由备份恢复），已照原样打开。其后新增或更改的 ${notice.count} 处标注另存于 ${notice.copy}，导入该文件即可取回。${time(notice.writtenAt)} 的完整内容也在备份列表中。`
    case 'not-written':
      return `您的更改是安全的，但 ${notice.file} 未能更新：${problems[notice.problem]}（${notice.code}）`
    case 'not-taken-along':
      return `您在 ${notice.file} 旧文上的笔记未能全部带到新文：${notice.disk === null ? '这些笔记无法读取。' : `${problems[notice.disk.problem]}（${notice.disk.code}）`}笔记仍留在旧文中，旧文也仍在书库中。问题排除后，请再次打开该文件，笔记便会一并带来。`
  }
}

const aside = (file: string | null) =>
  file === null ? '该文件无法移动，仍在原处。' : `已原样移存为 ${file}。`

function restored(what: Restored): string {
  switch (what.from) {
    case 'generation':
      return `已改用 ${time(what.writtenAt)} 的备份，并补上其后的 ${what.changes} 项更改，共 ${what.count} 处标注。${whole(what.complete)}`
    case 'journal':
      return `已由更改记录找回 ${what.count} 处标注。${whole(what.complete)}`
    case 'nothing':
      return '没有更早的备份可用，因此笔记从空白开始。'
  }
}

const whole = (complete: boolean) => (complete ? '没有遗失。' : '其间的更改可能缺失。')
