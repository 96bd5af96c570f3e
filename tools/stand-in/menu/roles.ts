import { app } from '../api/app'
import type { EditingCommand } from '../window/editing-commands'
import type { AppWindow } from '../window/registry'

/** What a role does, what it is called and which keys it has unless the template says otherwise. */
interface Role {
  label: string
  accelerator?: string
  run?(window: AppWindow | undefined): void
  /** The roles of a menu that comes with its items. */
  submenu?: string[]
}

/** Chromium itself edits text on these keys, so that no accelerator is needed for them. */
const editing = (label: string, command: EditingCommand): Role => ({
  label,
  run: (window) => window?.webContents[command](),
})

const zoomStep = 0.5

/** Keyed in lower case, for the case of a role does not matter. */
const roles: Record<string, Role> = {
  undo: { ...editing('Undo', 'undo'), accelerator: 'CommandOrControl+Z' },
  redo: {
    ...editing('Redo', 'redo'),
    accelerator: process.platform === 'win32' ? 'Control+Y' : 'Shift+CommandOrControl+Z',
  },
  cut: editing('Cut', 'cut'),
  copy: editing('Copy', 'copy'),
  paste: editing('Paste', 'paste'),
  delete: editing('Delete', 'delete'),
  selectall: editing('Select All', 'selectAll'),
  about: { label: 'About', run: () => app.showAboutPanel() },
  quit: { label: 'Quit', accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  close: {
    label: 'Close Window',
    accelerator: 'CommandOrControl+W',
    run: (window) => window?.close(),
  },
  minimize: {
    label: 'Minimize',
    accelerator: 'CommandOrControl+M',
    run: (window) => window?.minimize(),
  },
  reload: {
    label: 'Reload',
    accelerator: 'CmdOrCtrl+R',
    run: (window) => window?.webContents.reload(),
  },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    run: (window) => window?.webContents.reload(),
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: process.platform === 'darwin' ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    run: (window) => window?.webContents.openDevTools(),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: process.platform === 'darwin' ? 'Control+Command+F' : 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  resetzoom: {
    label: 'Actual Size',
    accelerator: 'CommandOrControl+0',
    run: (window) => window?.webContents.setZoomLevel(0),
  },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus', run: zoomBy(zoomStep) },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-', run: zoomBy(-zoomStep) },
  editmenu: {
    label: 'Edit',
    submenu: ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'],
  },
  viewmenu: {
    label: 'View',
    submenu: [
      'reload',
      'forceReload',
      'toggleDevTools',
      'resetZoom',
      'zoomIn',
      'zoomOut',
      'togglefullscreen',
    ],
  },
  windowmenu: { label: 'Window', submenu: ['minimize', 'close'] },
  filemenu: { label: 'File', submenu: [process.platform === 'darwin' ? 'close' : 'quit'] },
  help: { label: 'Help' },
  window: { label: 'Window' },
  zoom: { label: 'Zoom', run: (window) => toggleMaximized(window) },
  front: { label: 'Bring All to Front' },
  services: { label: 'Services' },
  hide: { label: 'Hide', accelerator: 'Command+H' },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  unhide: { label: 'Show All' },
}

function toggleMaximized(window: AppWindow | undefined): void {
  if (window?.isMaximized()) window.unmaximize()
  else window?.maximize()
}

function zoomBy(change: number): (window: AppWindow | undefined) => void {
  return (window) => {
    const contents = window?.webContents
    contents?.setZoomLevel(contents.getZoomLevel() + change)
  }
}

/** @throws for a role that the stand-in does not know */
export function roleCalled(name: string): Role {
  const role = roles[name.toLowerCase()]
  if (!role) throw new Error(`stand-in: MenuItem role ${name} is not implemented`)
  return role
}
