import path from 'node:path'
import type { Configuration } from 'electron-builder'
import { findElectron } from '../runtime/electron-package'
import { prepareStandInDist } from '../runtime/stand-in-dist'
import { standInDist } from '../runtime/stand-in-dist-paths'

/**
 * The release configuration with a runtime that is already here: Electron if it is installed, else
 * the stand-in. It shows that the package has every file and starts; it is not for readers.
 */
export async function smokeConfiguration(): Promise<Configuration> {
  return {
    extends: 'electron-builder.yml',
    electronDist: await runtimeFolder(),
    // Fuses are set in the bytes of Electron's own binary, which the stand-in does not have; and the
    // tests drive the packed app through Node's inspector, which they rightly forbid.
    electronFuses: null,
  }
}

async function runtimeFolder(): Promise<string> {
  const electron = process.platform === 'linux' ? findElectron() : undefined
  if (electron) {
    console.log('Packing with Electron.')
    return path.dirname(electron)
  }
  console.log('Packing with the stand-in: a package to test, not to give away.')
  await prepareStandInDist()
  return standInDist
}
