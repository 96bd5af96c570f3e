import type { WebPreferences } from 'electron'

/** The only settings that the stand-in can give a page, which are Electron's defaults. */
const required = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
} satisfies WebPreferences

/** @throws for a window that asks for less safety than that */
export function requireSecureSettings(preferences: WebPreferences = {}): void {
  for (const [name, value] of Object.entries(required)) {
    const given = preferences[name as keyof typeof required] ?? value
    if (given !== value) throw new Error(`stand-in: webPreferences.${name} must be ${value}`)
  }
}
