/** `npm run build`: builds Piyue to dist/, quietly unless it fails. */
import { piyue } from './app-sources'
import { buildApp } from './build-app'

buildApp(piyue).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
