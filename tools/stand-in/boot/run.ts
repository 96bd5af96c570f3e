/** What the `electron` script of the stand-in runs: finds the app, and loads its main process. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { app } from '../api/app'
import { electron } from '../api/electron'
import { isPacked, packedApp, unpackedApp } from './app-location'
import { parseCommandLine } from './command-line'
import { setContext } from './context'
import { environment } from './environment'
import { provideElectron } from './module-resolution'
import { assumeIdentity } from './process-identity'

async function run(): Promise<void> {
  const node = process.execPath
  const args = process.argv.slice(2)
  const executable = process.env['STAND_IN_EXECUTABLE'] ?? process.execPath
  delete process.env['STAND_IN_EXECUTABLE']
  const folder = path.dirname(executable)
  const resources = path.join(folder, 'resources')
  const version = readFileSync(path.join(folder, 'version'), 'utf8').trim()
  const packed = isPacked(resources)
  if (args[0] === '--version' && !packed) {
    console.log(`v${version} (stand-in)`)
    return
  }

  console.error('stand-in: a development and test runtime on Chromium; this is not Electron')
  const line = parseCommandLine(args, packed)
  const location = packed ? await packedApp(resources) : unpackedApp(line.app ?? '.')
  assumeIdentity({ executable, version, resources, args, app: location })
  // Drawn nowhere, it is what Electron is with this switch; the app may ask.
  if (environment.headless && !environment.needsDisplay) {
    line.switches.set('ozone-platform', 'headless')
  }
  setContext({ app: location, executable, node, switches: line.switches })
  provideElectron(electron)
  for (const required of line.required) require(path.resolve(required))
  require(location.main)
  app.start()
}

run().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
