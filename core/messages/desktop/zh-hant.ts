import type { DesktopMessages } from './en'

export const desktopZhHant: DesktopMessages = {
  outputFailed: (code) => `piyue：要輸出的內容無法寫出（${code}）。`,
  pageGone: {
    title: '批閱的頁面已多次中斷。',
    detail:
      '已儲存的筆記不受影響。原因可能是暫時的，例如記憶體不足；您可以再次顯示頁面，或先結束，稍後再啟動。',
    again: '再次顯示',
    quit: '結束批閱',
  },
  pageHangs: {
    title: '批閱的頁面沒有回應。',
    detail:
      '已儲存的筆記不受影響。頁面可能正忙，等一會兒或許就有回應；您也可以結束頁面，再次顯示。',
    again: '再次顯示',
    wait: '繼續等待',
  },
  cannotOpen: '批閱無法開啟這份文件。',
  refusals: {
    empty: '檔案裡沒有文字。',
    encrypted: '檔案已加密。請用原來的程式解密後再開啟。',
    protected: '檔案有防拷保護（DRM），只有商店自己的閱讀器能開啟。沒有保護的版本可以開啟。',
    damaged: '檔案已損壞，或並非其名稱所示。若別的程式能開啟，請在那裡另存一次。',
    'too-large': '檔案太大，無法讀取。請分成幾份再開啟。',
    'too-complex': '在限定的時間和記憶體之內讀不完這個檔案。把文字存成純文字，或許就能開啟。',
    pdf: '這是 PDF，其中的文字按版面而不按閱讀順序存放。請在 PDF 閱讀器裡把文字存成純文字，或開啟製作 PDF 的原檔。',
    'old-word': '這是 Word 2007 以前（或其他舊辦公軟體）的檔案。請在那裡另存為 .docx。',
    picture: '這是圖片。請先用文字辨識程式取出文字，再開啟。',
    'web-archive': '這是單一檔案的網頁（MHTML）。請將網頁另存為「完整網頁」或 HTML，再開啟。',
    archive: '這是壓縮檔。請解壓縮後開啟其中的文件。',
    unknown: '這不是純文字、網頁、Word 文件或電子書。',
    missing: '檔案已不在原處。',
    'not-a-file': '這是資料夾。',
    'no-permission': '系統不讓批閱讀取這個檔案。',
    unreadable: '系統無法讀取這個檔案。若在隨身碟或網路上，請確認是否仍在。',
    'disk-full': '磁碟已滿，書庫沒有空間留存副本。請騰出空間後再開啟。',
    'not-kept': '書庫無法寫入副本。請確認存放筆記的資料夾可以寫入。',
  },
  notesUntouched: '檔案和您的筆記都沒有更動。',
  folderNotShown: (folder, reason) => `無法顯示資料夾：${folder}（${reason}）`,
  overwrite: (name) => `「${name}」已經存在，要取代它嗎？`,
  overwriteDetail: '檔案目前的內容將會失去。',
  replace: '取代',
  cancel: '取消',
  lookUp: (words) => `查詢「${words}」`,
}
