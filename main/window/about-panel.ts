import path from 'node:path'
import { app } from 'electron'
import type { Messages } from '../../core/messages/en'

/** Says what the panel "About" shows, on every system. */
export function describeApp({ appName }: Messages, assets: string): void {
  app.setAboutPanelOptions({
    applicationName: appName,
    applicationVersion: app.getVersion(),
    copyright: 'Copyright © The Piyue authors. MIT License.',
    iconPath: iconOf(assets),
  })
}

/** The system reads it, and knows nothing of the archive that a package's other files lie in. */
const iconOf = (assets: string) =>
  app.isPackaged
    ? path.join(process.resourcesPath, 'icon.png')
    : path.join(assets, 'icons/128x128.png')
