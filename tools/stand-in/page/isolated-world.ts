/**
 * The isolated world of a page: gives the app's own preload what a sandboxed preload has, and
 * reports to the main process what Electron would learn from the window itself.
 */
import type { FromPage, PageConfig, ToPage } from '../wire/messages'
import { bindingName, bootName, handshakeEvent, receiverName } from '../wire/messages'
import { copyForMain, reportCopies } from './clipboard-exchange'
import { createContextBridge } from './context-bridge'
import { reportContextMenus } from './context-menu-reports'
import { createIpcRenderer } from './ipc-renderer'
import { reportKeys } from './key-reports'
import { reportPlace } from './place-reports'
import { Port } from './port'
import { type Preload, runPreload } from './run-preload'

interface Globals {
  [bindingName]: (text: string) => void
  [bootName]: { config: PageConfig; preload: Preload | undefined }
  [receiverName]?: (message: ToPage) => void
}

function start(): void {
  const globals = globalThis as unknown as Globals
  const { config, preload } = globals[bootName]
  const binding = globals[bindingName]
  const send = (message: FromPage): void => binding(JSON.stringify(message))

  const node = document.createElement('i')
  window.dispatchEvent(new MouseEvent(handshakeEvent, { relatedTarget: node }))
  const contextBridge = createContextBridge(new Port(node))
  const { ipcRenderer, receive } = createIpcRenderer(send)
  const keys = reportKeys(config.platform === 'darwin', (stroke) => send({ type: 'key', stroke }))
  let pieces = ''
  const receiveAny = (message: ToPage): void => {
    if (message.type === 'piece') {
      pieces += message.text
      if (!message.isLast) return
      const whole = pieces
      pieces = ''
      receiveAny(JSON.parse(whole) as ToPage)
    } else if (message.type === 'accelerators') keys.setAccelerators(message.accelerators)
    else if (message.type === 'copy') copyForMain(message.contents)
    else receive(message)
  }
  globals[receiverName] = receiveAny
  reportPlace(send)
  reportCopies(send)
  reportContextMenus(send)
  if (!preload) return
  const error = runPreload(preload, config, { contextBridge, ipcRenderer })
  if (!error) return
  send({ type: 'preload-error', message: error.message, stack: error.stack ?? '' })
  console.error('Unable to load preload script:', error)
}

if (window === window.top) start()
