import type { UiLanguage } from '../../core/app/settings'
import type { Messages } from '../../core/messages/en'

/** A language of the interface with what it says: it can be spoken only once its messages are there. */
export interface Locale {
  readonly language: UiLanguage
  readonly messages: Messages
}

/** The messages of each language are a file of their own: a page asks for those that it speaks, and no others. */
const messagesOf: Readonly<Record<UiLanguage, () => Promise<Messages>>> = {
  en: async () => (await import('../../core/messages/en')).en,
  'zh-Hant': async () => (await import('../../core/messages/zh-hant')).zhHant,
  'zh-Hans': async () => (await import('../../core/messages/zh-hans')).zhHans,
}

/** @throws TypeError where the file of its messages cannot be had. */
export const loadLocale = async (language: UiLanguage): Promise<Locale> => ({
  language,
  messages: await messagesOf[language](),
})
