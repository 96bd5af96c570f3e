import { prepareStandIn } from '../stand-in/prepare'
import { electronVersion } from './electron-package'
import { standInDist } from './stand-in-dist-paths'

/** Puts the stand-in together, if its sources have changed since; about 0.1 s. */
export async function prepareStandInDist(): Promise<void> {
  await prepareStandIn(standInDist, electronVersion())
}
