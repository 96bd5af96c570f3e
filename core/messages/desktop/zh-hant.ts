import type { DesktopMessages } from './en'

export const desktopZhHant: DesktopMessages = {
  noDisplay:
    'piyue：沒有可以開啟視窗的螢幕（DISPLAY 與 WAYLAND_DISPLAY 都未設定）。--list、--export 等命令不需要螢幕（詳見 --help）；「xvfb-run -a piyue」可提供一個。',
  outputFailed: (code) => `piyue：要輸出的內容無法寫出（${code}）。`,
  pageGone: {
    title: '批閱的頁面已多次中斷。',
    detail:
      '已儲存的筆記不受影響。原因可能是暫時的，例如記憶體不足；您可以再次顯示頁面，或先結束，稍後再啟動。',
    again: '再次顯示',
    quit: '結束批閱',
  },
  cannotOpen: (file) => ({
    title: '批閱無法開啟這份文件。',
    detail: `這個版本只能閱讀隨附的報告，尚不能開啟其他文件。檔案沒有被更動，您的筆記也沒有。\n\n${file}`,
  }),
  folderNotShown: (folder, reason) => `無法顯示資料夾：${folder}（${reason}）`,
  overwrite: (name) => `「${name}」已經存在，要取代它嗎？`,
  overwriteDetail: '檔案目前的內容將會失去。',
  replace: '取代',
  cancel: '取消',
  lookUp: (words) => `查詢「${words}」`,
}
