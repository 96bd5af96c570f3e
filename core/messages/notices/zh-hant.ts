import type { Beside, LibraryFile, Restored, StoreNotice } from '../../app/store-notice'
import type { DiskProblem } from '../../app/store-status'
import { clockOf } from '../phrasing'
import { whyUnreadableZhHant } from '../unreadable/zh-hant'

const besides: Readonly<Record<Beside, string>> = {
  settings: '閱讀設定已恢復為預設。您的筆記不受影響。',
  drafts: '尚未儲存的筆記草稿現在只在該檔案中。已儲存的筆記不受影響。',
}

const unwritten: Readonly<Record<Beside, string>> = {
  settings: '閱讀設定在批閱開啟期間仍然有效。您的筆記不受影響。',
  drafts:
    '您正在寫、尚未儲存的筆記只在記憶體中：問題排除之前，請勿關閉批閱。已儲存的筆記不受影響。',
}

const library: Readonly<Record<LibraryFile, string>> = {
  entry: '已依書庫中該文件的其餘內容重新列入。您的筆記不受影響。',
  document: '正文已從書庫自存的原檔副本重新讀出。您的筆記不受影響。',
  edition: '您對正文的修復與對字形的訂正現在只在該檔案中，正文暫依原檔。您的筆記都還在。',
}

const notRecovered =
  '無法重新產生，已原樣留下。請再次開啟該文件的原檔：您的筆記仍在，屆時會一併出現。'

const { time } = clockOf('zh-Hant')

/** What befell the reader's files, what was done about it, and what that means for the notes. */
export function sayNotice(
  notice: StoreNotice,
  problems: Readonly<Record<DiskProblem, string>>,
): string {
  switch (notice.kind) {
    case 'set-aside':
      return `${notice.file} ${whyUnreadableZhHant(notice.damage)}。${aside(notice.setAside)}${restored(notice.restored)}`
    case 'missing':
      return `${notice.file} 不見了。${restored(notice.restored)}`
    case 'rewritten':
      return `${notice.file} 在批閱開啟期間損壞或被移除，已由記憶體重新寫入，共 ${notice.count} 處標註，沒有遺失。${notice.setAside === null ? '' : aside(notice.setAside)}`
    case 'beside-damaged':
      return `${notice.file} ${whyUnreadableZhHant(notice.damage)}。${aside(notice.setAside)}${besides[notice.of]}`
    case 'library-damaged':
      return `${notice.file} ${whyUnreadableZhHant(notice.damage)}。${notice.isRecovered ? `${aside(notice.setAside)}${library[notice.of]}` : notRecovered}`
    case 'library-unreadable':
      return `書庫中有一份文件暫時無法列出：${notice.folder} ${whyUnreadableZhHant(notice.code)}。其中的內容未作更動，您的筆記都還在。問題排除後，請重新開啟批閱。`
    case 'beside-changed':
      return `${notice.file} 在批閱開啟期間被其他程式更改。對方寫入的內容已另存為 ${notice.setAside}，批閱繼續使用自己的內容。已儲存的筆記不受影響。`
    case 'beside-not-written':
      return `${notice.file} 無法寫入：${problems[notice.problem]}（${notice.code}）${unwritten[notice.of]}`
    case 'journal-damaged':
      return `${notice.file} 中有 ${notice.lost} 項更改無法讀取，其餘 ${notice.kept} 項已讀取。${aside(notice.setAside)}`
    case 'changes-missing':
      return `${notice.file} 不完整：${notice.count === null ? '最近的部分更改' : `${notice.count} 項更改`}可能缺失。`
    case 'merged':
      return `${notice.file} 的筆記曾被其他程式，或共用此資料夾的另一部電腦更改。兩邊的內容都已保留：有 ${notice.count} 處標註來自外部或被外部更改。${notice.copy === null ? '' : `有出入的內容另存於 ${notice.copy}。`}`
    case 'put-back':
      return `${notice.file} 是較早的筆記（例如曾由備份還原），已照原樣開啟。其後新增或更改的 ${notice.count} 處標註另存於 ${notice.copy}，匯入該檔案即可取回。${time(notice.writtenAt)} 的完整內容也在備份清單中。`
    case 'not-written':
      return `您的更改是安全的，但 ${notice.file} 未能更新：${problems[notice.problem]}（${notice.code}）`
    case 'not-taken-along':
      return `您在 ${notice.file} 舊文上的筆記未能全部帶到新文：${notice.disk === null ? '這些筆記無法讀取。' : `${problems[notice.disk.problem]}（${notice.disk.code}）`}筆記仍留在舊文中，舊文也仍在書庫中。問題排除後，請再次開啟該檔案，筆記便會一併帶來。`
  }
}

const aside = (file: string | null) =>
  file === null ? '該檔案無法移動，仍在原處。' : `已原樣移存為 ${file}。`

function restored(what: Restored): string {
  switch (what.from) {
    case 'generation':
      return `已改為開啟 ${time(what.writtenAt)} 的備份，並補上其後的 ${what.changes} 項更改，共 ${what.count} 處標註。${whole(what.complete)}`
    case 'journal':
      return `已由更改紀錄找回 ${what.count} 處標註。${whole(what.complete)}`
    case 'nothing':
      return '沒有更早的備份可開啟，因此筆記從空白開始。'
  }
}

const whole = (complete: boolean) => (complete ? '沒有遺失。' : '其間的更改可能缺失。')
