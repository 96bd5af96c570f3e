import type { ContextBridge, IpcRenderer, WebUtils } from 'electron'
import { implementedOnly } from '../api/implemented-only'
import type { PageConfig } from '../wire/messages'

/** The app's preload, wrapped as Node wraps a module. */
export type Preload = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
  global: typeof globalThis,
) => void

interface Members {
  contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>
  ipcRenderer: Partial<IpcRenderer>
}

/** A page of Chromium is told no file's path. */
const webUtils: WebUtils = { getPathForFile: () => '' }

/** Runs the preload as a sandboxed one: `require` knows nothing but `electron`. */
export function runPreload(
  preload: Preload,
  { platform, arch, versions }: PageConfig,
  members: Members,
): Error | undefined {
  const electron = implementedOnly('electron', {
    contextBridge: implementedOnly('contextBridge', members.contextBridge),
    ipcRenderer: implementedOnly('ipcRenderer', members.ipcRenderer),
    webUtils: implementedOnly('webUtils', webUtils),
  })
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`)
  }
  const process = implementedOnly('process', {
    platform,
    arch,
    versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: {},
    argv: [],
  })
  const module = { exports: {} }
  try {
    preload(require, module, module.exports, process, globalThis)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
