import type { UiLanguage } from '../../app/settings'
import { type CitationMessages, citationEn } from './en'
import { citationZhHans } from './zh-hans'
import { citationZhHant } from './zh-hant'

/** Those of each language, at hand whatever language the app speaks: a passage is cited while it is being copied. */
export const citationMessagesIn: Readonly<Record<UiLanguage, CitationMessages>> = {
  en: citationEn,
  'zh-Hant': citationZhHant,
  'zh-Hans': citationZhHans,
}
