import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Where the app is, and what its package.json says. */
export interface AppLocation {
  /** The app's folder. */
  folder: string
  /** The file that the main process begins with. */
  main: string
  packed: boolean
  name: string
  version: string
}

/** Whether an app was packed beside this executable. */
export function isPacked(resources: string): boolean {
  return existsSync(path.join(resources, 'app.asar')) || existsSync(path.join(resources, 'app'))
}

/**
 * The app that was packed into `resources`.
 *
 * Electron reads an archive in place; here it is unpacked to a temporary folder, for as long as the
 * process lives.
 */
export async function packedApp(resources: string): Promise<AppLocation> {
  const archive = path.join(resources, 'app.asar')
  if (!existsSync(archive)) return describe(path.join(resources, 'app'), true)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stand-in-asar-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  // Late: an app that is not packed has no need of it.
  const { extractAll } = await import('@electron/asar')
  extractAll(archive, folder)
  return describe(folder, true)
}

/** The app that the command line names: a folder with a package.json. */
export function unpackedApp(named: string): AppLocation {
  const folder = path.resolve(named)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`stand-in: ${folder} is not an app's folder`)
  return describe(folder, false)
}

interface Manifest {
  name?: string
  productName?: string
  version?: string
  main?: string
}

function describe(folder: string, packed: boolean): AppLocation {
  const file = path.join(folder, 'package.json')
  if (!existsSync(file)) throw new Error(`stand-in: ${folder} has no package.json`)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return {
    folder,
    packed,
    main: path.join(folder, manifest.main ?? 'index.js'),
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
  }
}
