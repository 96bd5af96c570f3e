import type { DesktopMessages } from './en'

export const desktopZhHans: DesktopMessages = {
  noDisplay:
    'piyue：没有可以打开窗口的屏幕（DISPLAY 与 WAYLAND_DISPLAY 都未设置）。--list、--export 等命令不需要屏幕（详见 --help）；“xvfb-run -a piyue”可提供一个。',
  outputFailed: (code) => `piyue：要输出的内容无法写出（${code}）。`,
  pageGone: {
    title: '批阅的页面已多次中断。',
    detail:
      '已保存的笔记不受影响。原因可能是暂时的，例如内存不足；您可以再次显示页面，或先退出，稍后再启动。',
    again: '再次显示',
    quit: '退出批阅',
  },
  cannotOpen: (file) => ({
    title: '批阅无法打开这份文件。',
    detail: `这个版本只能阅读随附的报告，尚不能打开其他文件。文件没有被更动，您的笔记也没有。\n\n${file}`,
  }),
  folderNotShown: (folder, reason) => `无法显示文件夹：${folder}（${reason}）`,
  overwrite: (name) => `“${name}”已经存在，要替换它吗？`,
  overwriteDetail: '文件目前的内容将会丢失。',
  replace: '替换',
  cancel: '取消',
  lookUp: (words) => `查询“${words}”`,
}
