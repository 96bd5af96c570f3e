import type { Session as ElectronSession } from 'electron'
import type { Session } from '../chromium/session'

type RequestHandler = Parameters<ElectronSession['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<ElectronSession['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<ElectronSession['setDevicePermissionHandler']>[0]
type Permission = Parameters<NonNullable<CheckHandler>>[1]

/** Chromium's permissions, by the protocol's names, and what Electron calls each. */
const permissions: [name: string, permission: Permission][] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['idle-detection', 'idle-detection'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
  ['persistent-storage', 'persistent-storage'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['display-capture', 'display-capture'],
  ['background-sync', 'background-sync'],
  ['storage-access', 'storage-access'],
]

let requestHandler: RequestHandler = null
let checkHandler: CheckHandler = null

export function setPermissionRequestHandler(handler: RequestHandler): void {
  requestHandler = handler
}

export function setPermissionCheckHandler(handler: CheckHandler): void {
  checkHandler = handler
}

/** Devices (HID, serial, USB) are refused by Chromium when no window of its own can choose one. */
export function setDevicePermissionHandler(_handler: DeviceHandler): void {}

/**
 * Sets in Chromium what the handlers allow. They are asked once for each permission when a window
 * opens, not at each request: the protocol has no way to ask then.
 */
export async function applyPermissions(
  session: Session,
  contents: Electron.WebContents,
): Promise<void> {
  if (!requestHandler && !checkHandler) return
  await Promise.all(
    permissions.map(async ([name, permission]) => {
      const setting = (await isAllowed(permission, contents)) ? 'granted' : 'denied'
      await session.sendToBrowser('Browser.setPermission', { permission: { name }, setting })
    }),
  )
}

async function isAllowed(permission: Permission, contents: Electron.WebContents): Promise<boolean> {
  const details = { isMainFrame: true, requestingUrl: '' }
  if (checkHandler) return checkHandler(contents, permission, '', details)
  const ask = requestHandler as (...args: unknown[]) => void
  return new Promise((resolve) => ask(contents, permission, resolve, details))
}
