import { utimesSync } from 'node:fs'
import path from 'node:path'
import { isNewer } from '../build/freshness'
import { electronVersion } from './electron-package'
import { standInDist } from './paths'

/** What the stand-in is made of; the package's file says the version that it claims. */
const sources = ['tools/stand-in', 'tools/runtime', 'node_modules/electron/package.json']

/** Its time is that of the last preparation, for files that did not change are left alone by it. */
const stamp = path.join(standInDist, 'version')

/** Puts the stand-in together, if its sources have changed since. */
export async function prepareStandInDist(): Promise<void> {
  if (await isNewer([stamp], sources)) return
  // The bundler takes longer to load than the stand-in to start.
  const { prepareStandIn } = await import('../stand-in/prepare')
  await prepareStandIn(standInDist, electronVersion())
  const now = new Date()
  utimesSync(stamp, now, now)
}
