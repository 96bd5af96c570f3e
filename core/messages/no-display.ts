import type { UiLanguage } from '../app/settings'

/** That there is no display to open a window on: at hand where nothing else that the app says is loaded yet. */
export const noDisplay: Readonly<Record<UiLanguage, string>> = {
  en: 'piyue: there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Commands such as --list and --export work without one (--help says more); "xvfb-run -a piyue" gives it one.',
  'zh-Hant':
    'piyue：沒有可以開啟視窗的螢幕（DISPLAY 與 WAYLAND_DISPLAY 都未設定）。--list、--export 等指令不需要螢幕（詳見 --help）；「xvfb-run -a piyue」可提供一個。',
  'zh-Hans':
    'piyue：没有可以打开窗口的屏幕（DISPLAY 与 WAYLAND_DISPLAY 都未设置）。--list、--export 等命令不需要屏幕（详见 --help）；“xvfb-run -a piyue”可提供一个。',
}
