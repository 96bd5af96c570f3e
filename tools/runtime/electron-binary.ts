import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './paths'

const electronPackage = path.join(repositoryRoot, 'node_modules/electron')

/**
 * Electron's executable, if it has been downloaded.
 *
 * Reads what the package's installer writes, for to `require('electron')` would begin a download.
 */
export function findElectron(): string | undefined {
  const pathFile = path.join(electronPackage, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = path.join(electronPackage, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : undefined
}

/** The version of Electron that the app is written for. */
export function electronVersion(): string {
  const manifest = readFileSync(path.join(electronPackage, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

/** The script that downloads Electron's executable. */
export const electronInstaller = path.join(electronPackage, 'install.js')
