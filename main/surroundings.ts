import path from 'node:path'
import { app } from 'electron'
import type { UiLanguage } from '../core/app/settings'
import { pickLanguage } from '../core/messages/language'

/** The built app: where this file's bundle, the preload and the page lie. */
export const distFolder = (): string => path.join(__dirname, '..')

/** What the app brings with it and does not build: the report. */
export const assetsFolder = (): string => path.join(__dirname, '../../assets')

/** The language to speak where the reader has not chosen one: `--lang` first, then the system's. */
export function systemLanguage(): UiLanguage {
  const asked = app.commandLine.getSwitchValue('lang')
  return pickLanguage([
    ...(asked === '' ? [] : [asked]),
    ...app.getPreferredSystemLanguages(),
    app.getLocale(),
  ])
}
