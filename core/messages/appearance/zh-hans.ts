import type { AppearanceMessages } from './en'

export const appearanceZhHans: AppearanceMessages = {
  label: '外观',
  textSize: '文字大小',
  larger: '放大',
  smaller: '缩小',
  vertical: '竖排',
  theme: '主题',
  themes: {
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    sepia: '米黄',
    contrast: '高对比度',
  },
  language: '界面语言',
  systemLanguage: '跟随系统',
  said: { vertical: '已改为竖排，由右至左。', horizontal: '已改为横排。' },
}
