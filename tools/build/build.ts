/** `npm run build`: builds Piyue to dist/, quietly unless it fails. */

import { writeNotices } from '../licences/third-party-notices'
import { piyue } from './app-sources'
import { buildApp } from './build-app'

async function buildPiyue(): Promise<void> {
  await buildApp(piyue)
  writeNotices(piyue.out)
}

buildPiyue().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
