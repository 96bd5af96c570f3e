import type { IpcRenderer, IpcRendererEvent } from 'electron'
import { pack, unpack } from '../wire/codec'
import type { FromPage, ToPage } from '../wire/messages'

type Listener = (event: IpcRendererEvent, ...args: unknown[]) => void
type Members =
  | 'invoke'
  | 'send'
  | 'on'
  | 'once'
  | 'off'
  | 'addListener'
  | 'removeListener'
  | 'removeAllListeners'

/** `ipcRenderer` for the preload, and where messages from the main process go in. */
export function createIpcRenderer(send: (message: FromPage) => void): {
  ipcRenderer: Pick<IpcRenderer, Members>
  receive: (message: Extract<ToPage, { type: 'event' | 'reply' | 'reply-error' }>) => void
} {
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const waiting = new Map<number, { resolve(value: unknown): void; reject(why: Error): void }>()
  let calls = 0
  let leaving = false
  window.addEventListener('pagehide', () => (leaving = true), { capture: true })
  window.addEventListener('pageshow', () => (leaving = false), { capture: true })

  const add = (channel: string, listener: Listener, once: boolean): IpcRenderer => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer as IpcRenderer
  }
  const remove = (channel: string, listener: Listener): IpcRenderer => {
    const others = listeners.get(channel)?.filter((entry) => entry.listener !== listener)
    listeners.set(channel, others ?? [])
    return ipcRenderer as IpcRenderer
  }
  const ipcRenderer: Pick<IpcRenderer, Members> = {
    invoke(channel: string, ...args: unknown[]) {
      const id = ++calls
      const message: FromPage = { type: 'invoke', id, channel, args: pack(args), leaving }
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        send(message)
      })
    },
    send: (channel, ...args) => send({ type: 'send', channel, args: pack(args), leaving }),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer as IpcRenderer
    },
  }

  return {
    ipcRenderer,
    receive(message) {
      if (message.type === 'event') {
        const event = { sender: ipcRenderer, ports: [] } as unknown as IpcRendererEvent
        const args = unpack(message.args) as unknown[]
        for (const { listener, once } of listeners.get(message.channel) ?? []) {
          if (once) remove(message.channel, listener)
          listener(event, ...args)
        }
        return
      }
      const call = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.type === 'reply') call?.resolve(unpack(message.value))
      else call?.reject(new Error(message.message))
    },
  }
}
