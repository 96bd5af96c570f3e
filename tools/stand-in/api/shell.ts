import type { Shell } from 'electron'
import { implementedOnly } from './implemented-only'

/** `shell`. Nothing outside is opened: what would have been is said on stderr. */
export const shell = implementedOnly('shell', {
  openExternal(url: string) {
    say('openExternal', url)
    return Promise.resolve()
  },
  openPath(path: string) {
    say('openPath', path)
    return Promise.resolve('')
  },
  showItemInFolder(path: string) {
    say('showItemInFolder', path)
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>)

function say(name: string, what: string): void {
  console.error(`stand-in: shell.${name} ${what}`)
}
