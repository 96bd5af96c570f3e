import path from 'node:path'
import type { AppLocation } from './app-location'

/** What `process` says of a runtime, and what it says beyond Electron's: that this is the stand-in. */
interface Identity {
  executable: string
  version: string
  resources: string
  args: readonly string[]
  app: AppLocation
}

/** Makes `process` look as in Electron's main process; `process.versions.standIn` tells the truth. */
export function assumeIdentity({ executable, version, resources, args, app }: Identity): void {
  process.argv = [executable, ...args]
  process.execPath = executable
  process.title = path.basename(executable)
  const versions = { ...process.versions, electron: version, chrome: '', standIn: version }
  Object.defineProperty(process, 'versions', { value: versions, enumerable: true })
  Object.defineProperty(process, 'resourcesPath', { value: resources })
  Object.defineProperty(process, 'type', { value: 'browser' })
  if (!app.packed) Object.defineProperty(process, 'defaultApp', { value: true })
}
