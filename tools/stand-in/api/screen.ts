import type { Screen } from 'electron'
import type { Place } from '../wire/messages'
import { implementedEmitter } from './implemented-emitter'
import { implementedOnly } from './implemented-only'

/** Until a page has seen the screen. It is also the size of the screen that is drawn nowhere. */
let seen: Place['screen'] & { scaleFactor: number } = {
  width: 1920,
  height: 1080,
  availableWidth: 1920,
  availableHeight: 1080,
  scaleFactor: 1,
}

/** Remembers what a page saw of the screen. */
export function screenSeen({ screen: size, scaleFactor }: Place): void {
  seen = { ...size, scaleFactor }
}

function display(): Electron.Display {
  return implementedOnly('display', {
    id: 1,
    bounds: { x: 0, y: 0, width: seen.width, height: seen.height },
    size: { width: seen.width, height: seen.height },
    workArea: { x: 0, y: 0, width: seen.availableWidth, height: seen.availableHeight },
    workAreaSize: { width: seen.availableWidth, height: seen.availableHeight },
    scaleFactor: seen.scaleFactor,
    rotation: 0,
    internal: false,
  } satisfies Partial<Electron.Display>) as Electron.Display
}

/** `screen`: the one that the app's window is on. */
class OneScreen
  extends implementedEmitter('screen')
  implements Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching'>
{
  getPrimaryDisplay(): Electron.Display {
    return display()
  }

  getAllDisplays(): Electron.Display[] {
    return [display()]
  }

  getDisplayMatching(): Electron.Display {
    return display()
  }
}

export const screen = new OneScreen()
