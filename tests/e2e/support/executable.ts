import { existsSync } from 'node:fs'
import path from 'node:path'
import { hasDisplay } from '../../../tools/runtime/electron-obstacles'
import { findElectron } from '../../../tools/runtime/electron-package'
import { repositoryRoot, standInExecutable } from '../../../tools/runtime/paths'
import { runtimeChoice } from '../../../tools/runtime/runtime-choice'

/** Whether the packed app is under test, and not the sources' own build. */
export const packed = process.env['PIYUE_E2E_PACKED'] === '1'

/** Where electron-builder leaves an app that is packed and not yet in an installer, by system. */
const unpackedFolders = {
  linux: ['linux-unpacked/piyue', 'linux-arm64-unpacked/piyue'],
  win32: ['win-unpacked/Piyue.exe', 'win-arm64-unpacked/Piyue.exe'],
  darwin: ['mac', 'mac-arm64', 'mac-universal'].map(
    (folder) => `${folder}/Piyue.app/Contents/MacOS/Piyue`,
  ),
} as const

/** The packed app, as `npm run pack` leaves it; PIYUE_E2E_EXECUTABLE names another, as one installed. */
export const packedExecutable: string = process.env['PIYUE_E2E_EXECUTABLE'] ?? findPacked()

function findPacked(): string {
  const system =
    process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
  const places = unpackedFolders[system].map((place) => path.join(repositoryRoot, 'release', place))
  return places.find((place) => existsSync(place)) ?? String(places[0])
}

/**
 * What runs an app that is not packed: Electron if it is here and can start, else the stand-in.
 * Nothing is fetched or built here; the global set-up has done that.
 */
export function unpackedExecutable(): string {
  const choice = runtimeChoice()
  const electron = findElectron()
  if (choice === 'electron' && !electron) throw new Error('Electron is not installed')
  const useElectron = electron && choice !== 'stand-in' && (choice === 'electron' || hasDisplay())
  return useElectron ? electron : standInExecutable
}

/** Whether the tests run on Electron itself, and not on the stand-in. */
export const isElectron = (): boolean =>
  packed
    ? !existsSync(path.join(path.dirname(packedExecutable), 'stand-in'))
    : unpackedExecutable() !== standInExecutable

/** What the tests run on, for their first line. */
export const runtimeName = (): string =>
  `${packed ? 'the packed app on ' : ''}${isElectron() ? 'Electron' : 'the stand-in (not Electron)'}`
