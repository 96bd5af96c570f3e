import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type CallName, callNames, channelOf } from '../core/contract/channels'
import type { Calls } from '../core/contract/contract'
import { argumentSchemas } from '../core/contract/schemas'
import { explainIssues } from '../core/text/schema'
import { pageOrigin } from './window/page-server'

/**
 * Opens the channels to the page. A call is carried out only if it comes from the page itself and
 * its arguments fit their schema; else it is refused with the name of the field that does not.
 *
 * @param calls asked for at each call, which waits for them while the app is still starting
 */
export function serveCalls(calls: () => Promise<Calls>): void {
  for (const name of callNames) {
    ipcMain.handle(channelOf(name), async (event, ...args: unknown[]) => {
      if (!isFromPage(event)) throw new Error(`${name} was called from elsewhere than the page`)
      const read = argumentSchemas[name].safeParse(args)
      if (!read.success) throw new TypeError(`${name}: ${explainIssues(read.error)}`)
      return invoke(await calls(), name, read.data)
    })
  }
}

/** The table ties each call to its own schema, which TypeScript cannot follow by name. */
const invoke = (calls: Calls, name: CallName, args: readonly unknown[]): Promise<unknown> =>
  (calls[name] as (...args: readonly unknown[]) => Promise<unknown>)(...args)

/**
 * Only the page's own top frame may call; a frame within it, or another page, may not. What the page
 * says as it goes can come when its frame is no more: then it is known by its window, in which nothing
 * but the page is ever loaded, and no frame within it.
 */
function isFromPage({ senderFrame: frame, sender }: IpcMainInvokeEvent): boolean {
  if (frame === null) return !sender.isDestroyed() && isPage(sender.getURL())
  return frame.parent === null && isPage(frame.url)
}

const isPage = (url: string) => url.startsWith(`${pageOrigin}/`)
