import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { getContext } from '../boot/context'

/** Folders that the app chose itself. */
const chosen = new Map<string, string>()

/** What `app.setName` said. */
let chosenName: string | undefined

export function getName(): string {
  return chosenName ?? getContext().app.name
}

export function setName(name: string): void {
  chosenName = name
}

export function setPath(name: string, folder: string): void {
  if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
  chosen.set(name, folder)
}

/** Electron's folders, by the rules of Linux. https://www.electronjs.org/docs/latest/api/app#appgetpathname */
export function getPath(name: string): string {
  const known = chosen.get(name)
  if (known) return known
  const home = os.homedir()
  switch (name) {
    case 'home':
      return home
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config')
    case 'userData':
      return userData()
    case 'sessionData':
      return getPath('userData')
    case 'temp':
      return os.tmpdir()
    case 'exe':
      return getContext().executable
    case 'logs':
      return path.join(getPath('userData'), 'logs')
    case 'crashDumps':
      return path.join(getPath('userData'), 'Crashpad')
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'music':
    case 'pictures':
    case 'videos':
      return userFolder(name, home)
    default:
      throw new Error(`Failed to get '${name}' path`)
  }
}

function userData(): string {
  const given = getContext().switches.get('user-data-dir')
  return given ? path.resolve(given) : path.join(getPath('appData'), getName())
}

const xdgNames: Record<string, string> = { downloads: 'DOWNLOAD' }

/** A folder that the desktop names in `user-dirs.dirs`, perhaps in the user's language. */
function userFolder(name: string, home: string): string {
  const config = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config')
  const key = xdgNames[name] ?? name.toUpperCase()
  try {
    const dirs = readFileSync(path.join(config, 'user-dirs.dirs'), 'utf8')
    const found = new RegExp(`^XDG_${key}_DIR="([^"]*)"`, 'm').exec(dirs)?.[1]
    if (found) return found.replace('$HOME', home)
  } catch {
    // No desktop has written the file: the plain English names it is.
  }
  return path.join(home, name.charAt(0).toUpperCase() + name.slice(1))
}
