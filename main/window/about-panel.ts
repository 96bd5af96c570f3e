import path from 'node:path'
import { app } from 'electron'
import type { Messages } from '../../core/messages/en'

/** Says what the panel "About" shows, on every system. */
export function describeApp({ appName }: Messages, assets: string): void {
  app.setAboutPanelOptions({
    applicationName: appName,
    applicationVersion: app.getVersion(),
    copyright: 'Copyright © The Piyue authors. MIT License.',
    iconPath: path.join(assets, 'icons/256x256.png'),
  })
}
