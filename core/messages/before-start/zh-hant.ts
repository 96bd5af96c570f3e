import type { BeforeStartMessages } from './en'

export const beforeStartZhHant: BeforeStartMessages = {
  noDisplay:
    'piyue：沒有可以開啟視窗的螢幕（DISPLAY 與 WAYLAND_DISPLAY 都未設定）。--list、--export 等指令不需要螢幕（詳見 --help）；「xvfb-run -a piyue」可提供一個。',
  startFailed: { title: '批閱無法啟動', detail: '您的筆記沒有更動。' },
}
