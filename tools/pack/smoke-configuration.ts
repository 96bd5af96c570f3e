import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Configuration } from 'electron-builder'
import { findElectron } from '../runtime/electron-package'
import { standInDist } from '../runtime/paths'
import { prepareStandInDist } from '../runtime/stand-in-dist'

/**
 * The release configuration with a runtime that is already here: Electron if it is installed, else
 * the stand-in. It shows that the package has every file and starts; it is not for readers.
 */
export async function smokeConfiguration(): Promise<Configuration> {
  const electron = process.platform === 'linux' ? findElectron() : undefined
  // Fuses are set in the bytes of Electron's own binary, which the stand-in does not have; and the
  // tests drive the packed app through Node's inspector, which they rightly forbid.
  const shared = { extends: 'electron-builder.yml', electronFuses: null }
  if (electron) {
    console.log('Packing with Electron.')
    return { ...shared, electronDist: path.dirname(electron) }
  }
  console.log('Packing with the stand-in: a package to test, not to give away.')
  await prepareStandInDist()
  // electron-builder looks here for languages to leave out, and copies no empty folder.
  const locales = path.join(standInDist, 'locales')
  mkdirSync(locales, { recursive: true })
  writeFileSync(path.join(locales, 'en-US.pak'), '')
  return { ...shared, electronDist: standInDist }
}
