import { existsSync } from 'node:fs'
import path from 'node:path'
import { hasDisplay } from '../../../tools/runtime/electron-obstacles'
import { findElectron } from '../../../tools/runtime/electron-package'
import { repositoryRoot } from '../../../tools/runtime/paths'
import { runtimeChoice } from '../../../tools/runtime/runtime-choice'
import { standInExecutable } from '../../../tools/runtime/stand-in-dist-paths'

/** Whether the packed app is under test, and not the sources' own build. */
export const packed = process.env['PIYUE_E2E_PACKED'] === '1'

/** The packed app, as `npm run pack` leaves it. */
export const packedExecutable = path.join(repositoryRoot, 'release/linux-unpacked/piyue')

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

/** What the tests run on, for their first line. */
export function runtimeName(): string {
  if (packed)
    return existsSync(path.join(path.dirname(packedExecutable), 'stand-in'))
      ? 'the packed app on the stand-in (not Electron)'
      : 'the packed app on Electron'
  return unpackedExecutable() === standInExecutable ? 'the stand-in (not Electron)' : 'Electron'
}
