import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type CallName, callNames, channelOf } from '../../core/contract/channels'
import { type Calls, calls } from '../../core/contract/contract'
import { explainIssues, type z } from '../../core/text/schema'
import { pageOrigin } from '../window/page-server'

/** What main does for each call, with arguments as they are after validation. */
export type Handlers = {
  readonly [Name in CallName]: (
    ...args: z.output<(typeof calls)[Name]['takes']>
  ) => ReturnType<Calls[Name]>
}

/**
 * Opens the channels to the page. A call is carried out only if it comes from the page itself and
 * its arguments fit their schema; else it is refused with the name of the field that does not.
 */
export function registerCalls(handlers: Handlers): void {
  for (const name of callNames) {
    ipcMain.handle(channelOf(name), async (event, ...args: unknown[]) => {
      if (!isFromPage(event)) throw new Error(`${name} was called from elsewhere than the page`)
      const read = calls[name].takes.safeParse(args)
      if (!read.success) throw new TypeError(`${name}: ${explainIssues(read.error)}`)
      // The table ties each handler to its own schema, which TypeScript cannot follow by name.
      const handler = handlers[name] as (...valid: unknown[]) => Promise<unknown>
      return handler(...(read.data as unknown[]))
    })
  }
}

/** Only the page's own top frame may call; a frame within it, or another page, may not. */
function isFromPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.url.startsWith(`${pageOrigin}/`)
}
