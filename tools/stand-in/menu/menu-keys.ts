import type { AppWindow } from '../window/registry'
import { matches, type Stroke } from './accelerator'
import { Menu, type MenuItem } from './menu'

/** The keys that the application menu listens to. */
export function accelerators(menu = Menu.getApplicationMenu(), platform = process.platform) {
  return withAccelerator(menu, platform).map(({ accelerator }) => accelerator)
}

/** Chooses the item whose accelerator this is. */
export function chooseByKey(stroke: Stroke, window: AppWindow): void {
  const { platform } = process
  const item = withAccelerator(Menu.getApplicationMenu(), platform).find(
    ({ accelerator, item: candidate }) =>
      candidate.enabled && matches(accelerator, stroke, platform === 'darwin'),
  )?.item
  item?.click({ triggeredByAccelerator: true }, window, window.webContents)
}

/** `registerAccelerator: false` means something on Linux and Windows only: macOS takes every key. */
function withAccelerator(
  menu: Menu | null | undefined,
  platform: NodeJS.Platform,
): { item: MenuItem; accelerator: string }[] {
  return (menu?.items ?? []).flatMap((item) => {
    const { accelerator, registerAccelerator } = item
    const isTaken = registerAccelerator || platform === 'darwin'
    const own = accelerator && isTaken ? [{ item, accelerator }] : []
    return [...own, ...withAccelerator(item.submenu, platform)]
  })
}
