import type { BeforeStartMessages } from './en'

export const beforeStartZhHans: BeforeStartMessages = {
  noDisplay:
    'piyue：没有可以打开窗口的屏幕（DISPLAY 与 WAYLAND_DISPLAY 都未设置）。--list、--export 等命令不需要屏幕（详见 --help）；“xvfb-run -a piyue”可提供一个。',
  startFailed: { title: '批阅无法启动', detail: '您的笔记没有改动。' },
}
