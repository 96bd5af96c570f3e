import type { PiyueApi } from '../../core/contract/contract'

declare global {
  interface Window {
    /** What the preload gives the page, for tests that play a page gone bad. */
    readonly piyue: PiyueApi
  }
}
