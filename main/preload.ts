import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { callNames, channelOf, eventChannel } from '../core/contract/channels'
import type { AppEvent } from '../core/contract/contract'

// The preload only hands calls on. Arguments are validated in main, where a page that was broken
// into cannot reach; the type of the whole, `PiyueApi`, is declared for the page in core/contract/contract.ts.
const calls = Object.fromEntries(
  callNames.map((name) => [
    name,
    (...args: unknown[]): Promise<unknown> => ipcRenderer.invoke(channelOf(name), ...args),
  ]),
)

contextBridge.exposeInMainWorld('piyue', {
  ...calls,
  // A path is named by who knows it, never by the page: what is not a file of the disk has none.
  openDropped: async (file: File): Promise<void> => {
    const path = webUtils.getPathForFile(file)
    if (path !== '') await ipcRenderer.invoke(channelOf('openDropped'), path)
  },
  onEvent: (listener: (event: AppEvent) => void) => {
    const hand = (_: IpcRendererEvent, event: AppEvent) => listener(event)
    ipcRenderer.on(eventChannel, hand)
    return () => {
      ipcRenderer.removeListener(eventChannel, hand)
    }
  },
})
