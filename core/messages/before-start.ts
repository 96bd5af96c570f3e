import type { UiLanguage } from '../app/settings'
import { type BeforeStartMessages, beforeStartEn } from './before-start/en'
import { beforeStartZhHans } from './before-start/zh-hans'
import { beforeStartZhHant } from './before-start/zh-hant'

/** What the app says before all else that it says is loaded, in every language it speaks. */
export const saidBeforeStart: Readonly<Record<UiLanguage, BeforeStartMessages>> = {
  en: beforeStartEn,
  'zh-Hant': beforeStartZhHant,
  'zh-Hans': beforeStartZhHans,
}
