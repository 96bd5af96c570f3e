import { actionsZhHans } from './actions/zh-hans'
import { appearanceZhHans } from './appearance/zh-hans'
import { backupsZhHans } from './backups/zh-hans'
import { citationZhHans } from './citation/zh-hans'
import { citingZhHans } from './citing/zh-hans'
import { commandLineZhHans } from './command-line/zh-hans'
import { copyZhHans } from './copy/zh-hans'
import { correctionZhHans } from './correction/zh-hans'
import { desktopZhHans } from './desktop/zh-hans'
import { editionZhHans } from './edition/zh-hans'
import type { Messages } from './en'
import { exportZhHans } from './export/zh-hans'
import { figuresZhHans } from './figures/zh-hans'
import { fileZhHans } from './file/zh-hans'
import { findZhHans } from './find/zh-hans'
import { importZhHans } from './import/zh-hans'
import { libraryZhHans } from './library/zh-hans'
import { notesZhHans } from './notes/zh-hans'
import { sayNotice } from './notices/zh-hans'
import { printZhHans } from './print/zh-hans'
import { readingZhHans } from './reading/zh-hans'
import { repairZhHans } from './repair/zh-hans'
import { waysZhHans } from './ways/zh-hans'

export const zhHans: Messages = {
  appName: '批阅',
  languageNames: { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' },
  ...actionsZhHans,
  scripts: {
    'zh-Hant': '繁体',
    'zh-Hans': '简体',
    'zh-Hant-TW': '繁体（台湾）',
    'zh-Hant-HK': '繁体（香港）',
    zh: '繁简并存',
    source: '原貌',
  },
  colors: {
    yellow: '黄色',
    green: '绿色',
    blue: '蓝色',
    pink: '粉色',
    orange: '橙色',
    purple: '紫色',
  },
  kinds: { highlight: '高亮', underline: '下划线', squiggly: '波浪线', bookmark: '书签' },
  styleName: (color, kind) => `${color}${zhHans.kinds[kind]}`,
  gestures: {
    highlight: '标注',
    bookmark: '加书签',
    restyle: '更改样式',
    note: '写笔记',
    tags: '更改标签',
    reattach: '重新定位',
    're-range': '更改范围',
    delete: '删除',
    import: '导入',
    restore: '恢复备份',
    repair: '修复',
    correct: '订正字形',
    cite: '更改引用信息',
  },
  undo: '撤销',
  redo: '重做',
  undoOf: (gesture) => `撤销${gesture}`,
  redoOf: (gesture) => `重做${gesture}`,
  regions: {
    contents: '目录',
    notes: '笔记',
    announcements: '通知',
    annotate: '批注',
  },
  scriptSwitch: {
    label: '繁简',
    traditional: '繁体',
    simplified: '简体',
    form: '文本形式',
    notChinese: '非中文',
  },
  forms: { 'zh-Hant': '校订本', 'zh-Hant-TW': '台湾', 'zh-Hant-HK': '香港', source: '原貌' },
  asInFile: '按原文件',
  appearance: appearanceZhHans,
  marksHere: (marks, notes) =>
    notes === 0 ? `${marks} 处标注` : `${marks} 处标注，${notes} 条笔记`,
  mark: {
    highlightIn: '高亮',
    underline: '下划线',
    squiggly: '波浪线',
    addNote: '加笔记',
    copy: '复制',
    kind: '标注方式',
    color: '颜色',
  },
  highlightButton: (color) => `${color}高亮`,
  note: {
    label: '笔记',
    placeholder: '写下您的想法……',
    save: '保存',
    cancel: '取消',
    edit: '编辑笔记',
    add: '加笔记',
    delete: '删除',
    goTo: '前往原文',
    newNote: '新笔记',
    draft: '草稿已保留',
    orphans: '文中未找到',
    orphanWhy: '本文中找不到这段引文，或有多处相同。笔记完好无缺。',
    reading: '正在读取笔记……',
    empty: '尚无标注',
    emptyHow: '在文中选取文字，即可标注或写笔记。',
    markdownHint: '可用 Markdown。',
    tooLong: (length, most) =>
      `这条笔记有 ${length.toLocaleString('en')} 字，最多可存 ${most.toLocaleString('en')} 字。缩短之前，全文留作草稿。`,
  },
  notes: notesZhHans,
  oneOf: (index, count) => `第 ${index} 条，共 ${count} 条`,
  fieldTooLong: (length, most) => `有 ${length} 字，至多可存 ${most} 字；请缩短。`,
  said: {
    noteSaved: '笔记已保存。',
    deleted: (quote) => `已删除“${quote}”，可以撤销。`,
    copied: '已复制。',
    marked: (style) => `已标注：${style}。`,
    restyled: (style) => `已改为${style}。`,
    undone: (gesture) => `已撤销：${gesture}。`,
    redone: (gesture) => `已重做：${gesture}。`,
    shown: (script) => `${script}。`,
  },
  refused: {
    'read-only': '未更改：笔记目前只能阅读。',
    gone: '未更改：该标注已不存在。',
    'nothing-to-do': '没有可更改的内容。',
    'outside-text': '未标注：选取的文字不在本文中。',
    'too-long': '未标注：一处标注最多 100,000 字。请少选一些，或为全文写笔记。',
  },
  figures: figuresZhHans,
  citation: citationZhHans,
  citing: citingZhHans,
  reading: readingZhHans,
  ways: waysZhHans,
  find: findZhHans,
  commandLine: commandLineZhHans,
  copy: copyZhHans,
  desktop: desktopZhHans,
  library: libraryZhHans,
  file: fileZhHans,
  repair: repairZhHans,
  edition: editionZhHans,
  correction: correctionZhHans,
  export: exportZhHans,
  backups: backupsZhHans,
  import: importZhHans,
  print: printZhHans,
  problems: {
    full: '磁盘已满。',
    'read-only': '磁盘为只读。',
    'no-permission': '批阅没有写入权限。',
    'folder-missing': '文件夹已不存在。',
    'changed-outside': '文件已被其他程序更改。',
    slow: '磁盘迟迟没有回应。',
    other: '磁盘拒绝写入。',
  },
  store: {
    unsaved: (file, problem, code) =>
      `最近的更改尚未写入磁盘：${problem}更改保留在内存中并会重试，请勿关闭批阅。（${file}，${code}）`,
    readOnly: (file, version) =>
      `您的笔记由较新版本的批阅写成（格式 ${version}），目前只能阅读，文件保持原样：${file}。请更新批阅后再写。`,
    notice: (notice) => sayNotice(notice, zhHans.problems),
    dismiss: '关闭此消息',
    showFolder: '显示文件夹',
    quitTitle: '有些笔记尚未写入磁盘。',
    quitDetail: '现在退出会失去最近的更改。只要批阅开着，就会继续重试。',
    quitStay: '留下',
    quitAnyway: '放弃更改并退出',
  },
  link: { title: '要用其他程序打开此链接吗？', open: '打开', cancel: '取消' },
  unforeseen: {
    happened:
      '批阅出了差错，已保存的笔记不受影响。如果再次发生，详细信息有助于修正，其中没有您写的内容。',
    copyDetails: '复制详细信息',
  },
}
