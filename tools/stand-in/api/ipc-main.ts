import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron'
import { pack, unpack } from '../wire/codec'
import type { FromPage, ToPage } from '../wire/messages'
import { implementedEmitter } from './implemented-emitter'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

class Ipc extends implementedEmitter('ipcMain') implements Implemented {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    handlers.delete(channel)
  }
}

type Implemented = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>

export const ipcMain = new Ipc()

/** Calls the handler of an `invoke` and replies, or emits what was sent. */
export async function dispatch(
  message: Extract<FromPage, { type: 'invoke' | 'send' }>,
  sender: WebContents,
  reply: (message: ToPage) => void,
): Promise<void> {
  const args = unpack(message.args) as unknown[]
  // A frame that has gone is null in Electron; here each that is about to go is, to be on the safe side.
  const frame: WebFrameMain | null = message.leaving ? null : sender.mainFrame
  const event = { sender, senderFrame: frame, frameId: 1, processId: 1, type: 'frame' as const }
  if (message.type === 'send') {
    ipcMain.emit(message.channel, event, ...args)
    return
  }
  const { channel, id } = message
  const handler = handlers.get(channel)
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const value: unknown = await handler(event as unknown as IpcMainInvokeEvent, ...args)
    reply({ type: 'reply', id, value: pack(value) })
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    const text = `Error invoking remote method '${channel}': ${String(error)}`
    reply({ type: 'reply-error', id, message: text })
  }
}
