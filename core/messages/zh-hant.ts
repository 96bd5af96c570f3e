import { actionsZhHant } from './actions/zh-hant'
import { appearanceZhHant } from './appearance/zh-hant'
import { backupsZhHant } from './backups/zh-hant'
import { citationZhHant } from './citation/zh-hant'
import { citingZhHant } from './citing/zh-hant'
import { commandLineZhHant } from './command-line/zh-hant'
import { copyZhHant } from './copy/zh-hant'
import { correctionZhHant } from './correction/zh-hant'
import { desktopZhHant } from './desktop/zh-hant'
import { editionZhHant } from './edition/zh-hant'
import type { Messages } from './en'
import { exportZhHant } from './export/zh-hant'
import { figuresZhHant } from './figures/zh-hant'
import { fileZhHant } from './file/zh-hant'
import { findZhHant } from './find/zh-hant'
import { importZhHant } from './import/zh-hant'
import { libraryZhHant } from './library/zh-hant'
import { notesZhHant } from './notes/zh-hant'
import { sayNotice } from './notices/zh-hant'
import { printZhHant } from './print/zh-hant'
import { readingZhHant } from './reading/zh-hant'
import { repairZhHant } from './repair/zh-hant'
import { waysZhHant } from './ways/zh-hant'

export const zhHant: Messages = {
  appName: '批閱',
  languageNames: { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' },
  ...actionsZhHant,
  scripts: {
    'zh-Hant': '繁體',
    'zh-Hans': '簡體',
    'zh-Hant-TW': '繁體（臺灣）',
    'zh-Hant-HK': '繁體（香港）',
    zh: '繁簡並存',
    source: '原貌',
  },
  colors: {
    yellow: '黃色',
    green: '綠色',
    blue: '藍色',
    pink: '粉色',
    orange: '橙色',
    purple: '紫色',
  },
  kinds: { highlight: '螢光筆', underline: '底線', squiggly: '波浪線', bookmark: '書籤' },
  styleName: (color, kind) => `${color}${zhHant.kinds[kind]}`,
  gestures: {
    highlight: '標註',
    bookmark: '加書籤',
    restyle: '更改樣式',
    note: '寫筆記',
    tags: '更改標籤',
    reattach: '重新定位',
    're-range': '更改範圍',
    delete: '刪除',
    import: '匯入',
    restore: '還原備份',
    repair: '修復',
    correct: '訂正字形',
    cite: '更改引用資料',
  },
  undo: '復原',
  redo: '重做',
  undoOf: (gesture) => `復原${gesture}`,
  redoOf: (gesture) => `重做${gesture}`,
  regions: {
    contents: '目錄',
    notes: '筆記',
    announcements: '通知',
    annotate: '批註',
  },
  scriptSwitch: {
    label: '繁簡',
    traditional: '繁體',
    simplified: '簡體',
    form: '文本形式',
    notChinese: '非中文',
  },
  forms: { 'zh-Hant': '校訂本', 'zh-Hant-TW': '臺灣', 'zh-Hant-HK': '香港', source: '原貌' },
  asInFile: '依原檔',
  appearance: appearanceZhHant,
  marksHere: (marks, notes) =>
    notes === 0 ? `${marks} 處標註` : `${marks} 處標註，${notes} 則筆記`,
  mark: {
    highlightIn: '螢光筆',
    underline: '底線',
    squiggly: '波浪線',
    addNote: '加筆記',
    copy: '複製',
    kind: '標註方式',
    color: '顏色',
  },
  highlightButton: (color) => `${color}螢光筆`,
  note: {
    label: '筆記',
    placeholder: '寫下您的想法……',
    save: '儲存',
    cancel: '取消',
    edit: '編輯筆記',
    add: '加筆記',
    delete: '刪除',
    goTo: '前往原文',
    newNote: '新筆記',
    draft: '草稿已保留',
    orphans: '文中未找到',
    orphanWhy: '本文中找不到這段引文，或有多處相同。筆記完好無缺。',
    reading: '正在讀取筆記……',
    empty: '尚無標註',
    emptyHow: '在文中選取文字，即可標註或寫筆記。',
    markdownHint: '可用 Markdown。',
    tooLong: (length, most) =>
      `這則筆記有 ${length.toLocaleString('en')} 字，最多可存 ${most.toLocaleString('en')} 字。縮短之前，全文留作草稿。`,
  },
  notes: notesZhHant,
  oneOf: (index, count) => `第 ${index} 則，共 ${count} 則`,
  fieldTooLong: (length, most) => `有 ${length} 字，至多可存 ${most} 字；請縮短。`,
  said: {
    noteSaved: '筆記已儲存。',
    deleted: (quote) => `已刪除「${quote}」，可以復原。`,
    copied: '已複製。',
    marked: (style) => `已標註：${style}。`,
    restyled: (style) => `已改為${style}。`,
    undone: (gesture) => `已復原：${gesture}。`,
    redone: (gesture) => `已重做：${gesture}。`,
    shown: (script) => `${script}。`,
  },
  refused: {
    'read-only': '未更改：筆記目前只能閱讀。',
    gone: '未更改：該標註已不存在。',
    'nothing-to-do': '沒有可更改的內容。',
    'outside-text': '未標註：選取的文字不在本文中。',
    'too-long': '未標註：一處標註最多 100,000 字。請少選一些，或為全文寫筆記。',
  },
  figures: figuresZhHant,
  citation: citationZhHant,
  citing: citingZhHant,
  reading: readingZhHant,
  ways: waysZhHant,
  find: findZhHant,
  commandLine: commandLineZhHant,
  copy: copyZhHant,
  desktop: desktopZhHant,
  library: libraryZhHant,
  file: fileZhHant,
  repair: repairZhHant,
  edition: editionZhHant,
  correction: correctionZhHant,
  export: exportZhHant,
  backups: backupsZhHant,
  import: importZhHant,
  print: printZhHant,
  problems: {
    full: '磁碟已滿。',
    'read-only': '磁碟為唯讀。',
    'no-permission': '批閱沒有寫入權限。',
    'folder-missing': '資料夾已不存在。',
    'changed-outside': '檔案已被其他程式更改。',
    slow: '磁碟遲遲沒有回應。',
    other: '磁碟拒絕寫入。',
  },
  store: {
    unsaved: (file, problem, code) =>
      `最近的更改尚未寫入磁碟：${problem}更改保留在記憶體中並會重試，請勿關閉批閱。（${file}，${code}）`,
    readOnly: (file, version) =>
      `您的筆記由較新版本的批閱寫成（格式 ${version}），目前只能閱讀，檔案保持原樣：${file}。請更新批閱後再寫。`,
    notice: (notice) => sayNotice(notice, zhHant.problems),
    dismiss: '關閉此訊息',
    showFolder: '顯示資料夾',
    quitTitle: '有些筆記尚未寫入磁碟。',
    quitDetail: '現在結束會失去最近的更改。只要批閱開著，就會繼續重試。',
    quitStay: '留下',
    quitAnyway: '放棄更改並結束',
  },
  link: { title: '要用其他程式開啟此連結嗎？', open: '開啟', cancel: '取消' },
  unforeseen: {
    happened:
      '批閱出了差錯，已儲存的筆記不受影響。如果再次發生，詳細資料有助於修正，其中沒有您寫的內容。',
    copyDetails: '複製詳細資料',
  },
}
