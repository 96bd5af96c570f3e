import type { UiLanguage } from '../app/settings'
import { en, type Messages } from './en'
import { zhHans } from './zh-hans'
import { zhHant } from './zh-hant'

/** Everything the app says, by language. */
export const messagesIn: Readonly<Record<UiLanguage, Messages>> = {
  en,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
}
