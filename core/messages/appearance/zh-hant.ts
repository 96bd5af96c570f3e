import type { AppearanceMessages } from './en'

export const appearanceZhHant: AppearanceMessages = {
  label: '外觀',
  textSize: '文字大小',
  larger: '放大',
  smaller: '縮小',
  vertical: '豎排',
  theme: '主題',
  themes: {
    system: '依系統',
    light: '淺色',
    dark: '深色',
    sepia: '米黃',
    contrast: '高對比',
  },
  language: '介面語言',
  systemLanguage: '依系統',
  said: { vertical: '已改為豎排，由右至左。', horizontal: '已改為橫排。' },
}
