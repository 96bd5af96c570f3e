import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './paths'

/** The `electron` package: what is known before its executable has been fetched. */
export interface ElectronPackage {
  /** Absolute path of the package's folder. */
  readonly folder: string
  /** The version of Electron that the app is written for. */
  readonly version: string
  /** The script that fetches Electron's executable, if it is not in the cache, and unpacks it. */
  readonly installer: string
}

/** The package that npm has installed, or the one in another folder. */
export function electronPackage(
  folder = path.join(repositoryRoot, 'node_modules/electron'),
): ElectronPackage {
  const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  return { folder, version, installer: path.join(folder, 'install.js') }
}

/**
 * Electron's executable, if it has been unpacked.
 *
 * Reads what the package's installer writes last, for to `require('electron')` would begin a download.
 */
export function findElectron({ folder } = electronPackage()): string | undefined {
  const pathFile = path.join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = path.join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : undefined
}

/** The version of Electron that the app is written for. */
export const electronVersion = (): string => electronPackage().version
