import type { PiyueApi } from '../../../core/api'

declare global {
  interface Window {
    /** What the preload gives the page, for tests that play a page gone bad. */
    readonly piyue: PiyueApi
  }
}
