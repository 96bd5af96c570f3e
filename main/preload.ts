import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import { type CallName, callNames, channelOf, eventChannel } from '../core/contract/channels'
import type { AppEvent, AppOpening } from '../core/contract/contract'

// The preload hands calls on, and asks what each page asks first before the page does. Arguments are
// validated in main, where a page that was broken into cannot reach; the type of the whole, `PiyueApi`,
// is declared for the page in core/contract/contract.ts.
const call = (name: CallName, ...args: readonly unknown[]): Promise<unknown> =>
  ipcRenderer.invoke(channelOf(name), ...args)

const calls = Object.fromEntries(
  callNames.map((name) => [name, (...args: unknown[]) => call(name, ...args)]),
)

/** The document that the start shows, and how it stands; nothing once the page has asked for it. */
let ahead: { readonly documentId: string; readonly opening: Promise<unknown> } | undefined

/** What each page asks for first, asked before its script is there: the answers come while that is loaded. */
const starting = call('start').then((app) => {
  const { documentId } = (app as AppOpening).showing
  const opening = call('openWorkspace', documentId)
  // Whoever asks for it is told.
  opening.catch(() => undefined)
  ahead = { documentId, opening }
  return app
})
starting.catch(() => undefined)

contextBridge.exposeInMainWorld('piyue', {
  ...calls,
  // Where the engine could not yet say who asked, main has refused it; the page asks for itself then.
  start: () => starting.catch(() => call('start')),
  openWorkspace: (documentId: string) => {
    const asked = ahead
    ahead = undefined
    return asked?.documentId === documentId ? asked.opening : call('openWorkspace', documentId)
  },
  // A path is named by who knows it, never by the page: what is not a file of the disk has none.
  openDropped: async (file: File): Promise<void> => {
    const path = webUtils.getPathForFile(file)
    if (path !== '') await call('openDropped', path)
  },
  onEvent: (listener: (event: AppEvent) => void) => {
    const hand = (_: IpcRendererEvent, event: AppEvent) => listener(event)
    ipcRenderer.on(eventChannel, hand)
    return () => {
      ipcRenderer.removeListener(eventChannel, hand)
    }
  },
})
