import type { WebFrameMain } from 'electron'
import { implementedOnly } from '../api/implemented-only'

/** The main frame of a page, as `senderFrame` and `mainFrame` give it. */
export function createMainFrame(getUrl: () => string): WebFrameMain {
  const frame = implementedOnly('webFrameMain', {
    get url(): string {
      return getUrl()
    },
    /** As a page of a standard scheme has it: `app://host`. */
    get origin(): string {
      return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(getUrl())?.[0] ?? 'null'
    },
    parent: null,
    processId: 1,
    routingId: 1,
    frames: [],
    detached: false,
    isDestroyed: () => false,
  } satisfies Partial<WebFrameMain>)
  return frame as unknown as WebFrameMain
}
