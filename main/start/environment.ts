import path from 'node:path'
import { app } from 'electron'
import type { UiLanguage } from '../../core/app/settings'
import { pickLanguage } from '../../core/messages/pick-language'

/** What Windows knows the app by: the `appId` of electron-builder.yml. */
export const appUserModelId = 'io.github.piyue_app.piyue'

/** The system, as far as its manners differ. */
export const platform = () =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'

/**
 * Whether the app lies where it will be found again, and can be told to the system: from its sources it is Electron
 * that runs, and a portable program of Windows' unpacks itself into a temporary folder each time.
 */
export const isInstalled = (): boolean =>
  app.isPackaged && process.env['PORTABLE_EXECUTABLE_FILE'] === undefined

/** The built app: where this file's bundle, the preload and the page lie. */
export const distFolder = (): string => path.join(__dirname, '..')

/** What the app brings with it and does not build: the report. */
export const assetsFolder = (): string => path.join(__dirname, '../../assets')

/**
 * The language to speak where the reader has not chosen one: `--lang` first, then the system's. May be
 * asked before the app is ready, when Electron does not know its own locale yet.
 */
export function systemLanguage(): UiLanguage {
  const asked = app.commandLine.getSwitchValue('lang')
  return pickLanguage([...(asked === '' ? [] : [asked]), ...app.getPreferredSystemLanguages()])
}
