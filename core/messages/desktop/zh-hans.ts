import type { DesktopMessages } from './en'

export const desktopZhHans: DesktopMessages = {
  outputFailed: (code) => `piyue：要输出的内容无法写出（${code}）。`,
  pageGone: {
    title: '批阅的页面已多次中断。',
    detail:
      '已保存的笔记不受影响。原因可能是暂时的，例如内存不足；您可以再次显示页面，或先退出，稍后再启动。',
    again: '再次显示',
    quit: '退出批阅',
  },
  pageHangs: {
    title: '批阅的页面没有响应。',
    detail:
      '已保存的笔记不受影响。页面可能正忙，等一会儿或许就会响应；您也可以结束页面，再次显示。',
    again: '再次显示',
    wait: '继续等待',
  },
  cannotOpen: '批阅无法打开这份文件。',
  refusals: {
    empty: '文件里没有文字。',
    encrypted: '文件已加密。请用原来的程序解密后再打开。',
    protected: '文件有防拷保护（DRM），只有商店自己的阅读器能打开。没有保护的版本可以打开。',
    damaged: '文件已损坏，或并非其名称所示。若别的程序能打开，请在那里另存一次。',
    'too-large': '文件太大，无法读取。请分成几份再打开。',
    'too-complex': '在限定的时间和内存之内读不完这个文件。把文字存成纯文本，或许就能打开。',
    pdf: '这是 PDF，其中的文字按版面而不按阅读顺序存放。请在 PDF 阅读器里把文字存成纯文本，或打开制作 PDF 的原文件。',
    'old-word': '这是 Word 2007 以前（或其他旧办公软件）的文件。请在那里另存为 .docx。',
    picture: '这是图片。请先用文字识别程序取出文字，再打开。',
    'web-archive': '这是单个文件的网页（MHTML）。请将网页另存为“全部网页”或 HTML，再打开。',
    archive: '这是压缩文件。请解压后打开其中的文档。',
    unknown: '这不是纯文本、网页、Word 文档或电子书。',
    missing: '文件已不在原处。',
    'not-a-file': '这是文件夹。',
    'no-permission': '系统不让批阅读取这个文件。',
    unreadable: '系统无法读取这个文件。若在 U 盘或网络上，请确认是否仍在。',
    'disk-full': '磁盘已满，书库没有空间保存副本。请腾出空间后再打开。',
    'not-kept': '书库无法写入副本。请确认存放笔记的文件夹可以写入。',
  },
  notesUntouched: '文件和您的笔记都没有改动。',
  folderNotShown: (folder, reason) => `无法显示文件夹：${folder}（${reason}）`,
  overwrite: (name) => `“${name}”已经存在，要替换它吗？`,
  overwriteDetail: '文件目前的内容将会丢失。',
  replace: '替换',
  cancel: '取消',
  lookUp: (words) => `查询“${words}”`,
}
