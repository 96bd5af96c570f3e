import type { BrowserWindow } from '../window/browser-window'
import { openWindows } from '../window/registry'
import { matches, type Stroke } from './accelerator'
import type { Menu } from './menu'
import type { MenuItem } from './menu-item'

let applicationMenu: Menu | null = null

export function getApplicationMenu(): Menu | null {
  return applicationMenu
}

export function setApplicationMenu(menu: Menu | null): void {
  applicationMenu = menu
  for (const window of openWindows()) window.webContents.acceleratorsChanged()
}

/** The keys that the application menu listens to. */
export function accelerators(): string[] {
  return withAccelerator(applicationMenu).map(({ accelerator }) => accelerator)
}

/** Chooses the item whose accelerator this is. */
export function chooseByKey(stroke: Stroke, window: BrowserWindow): void {
  const mac = process.platform === 'darwin'
  const item = withAccelerator(applicationMenu).find(
    ({ accelerator, item: candidate }) => candidate.enabled && matches(accelerator, stroke, mac),
  )?.item
  item?.click({ triggeredByAccelerator: true }, window, window.webContents)
}

function withAccelerator(menu: Menu | null | undefined): { item: MenuItem; accelerator: string }[] {
  return (menu?.items ?? []).flatMap((item) => {
    const { accelerator, registerAccelerator } = item
    const own = accelerator && registerAccelerator ? [{ item, accelerator }] : []
    return [...own, ...withAccelerator(item.submenu)]
  })
}
