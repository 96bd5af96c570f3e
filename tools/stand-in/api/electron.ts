import { Menu, MenuItem } from '../menu/menu'
import { net } from '../network/net'
import { protocol } from '../network/protocol'
import { BrowserWindow } from '../window/browser-window'
import { webContents } from '../window/web-contents'
import { app } from './app'
import { clipboard } from './clipboard'
import { ClipboardItem } from './clipboard-item'
import { dialog } from './dialog'
import { implementedOnly } from './implemented-only'
import { ipcMain } from './ipc-main'
import { nativeImage } from './native-image'
import { nativeTheme } from './native-theme'
import { screen } from './screen'
import { session } from './session'
import { shell } from './shell'
import { utilityProcess } from './utility-process'

/** What `require('electron')` gives in the main process. */
export const electron = implementedOnly('electron', {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>)
