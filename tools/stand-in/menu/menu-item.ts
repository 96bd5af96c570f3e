import type { MenuItemConstructorOptions } from 'electron'
import { implementedOnlyPrototype } from '../api/implemented-only'
import type { BrowserWindow } from '../window/browser-window'
import { lastFocused } from '../window/registry'
import type { Menu } from './menu'
import { roleCalled } from './roles'

/** Makes a menu of a template; set by menu.ts, which needs this file. */
let buildMenu: (template: MenuItemConstructorOptions[]) => Menu

export function setMenuBuilder(builder: typeof buildMenu): void {
  buildMenu = builder
}

/** An entry of a menu. Its `click` takes what `MenuItem.click` takes in Electron. */
export class MenuItem {
  readonly id: string
  readonly type: NonNullable<MenuItemConstructorOptions['type']>
  /** In lower case, as Electron keeps it. */
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  label: string
  sublabel: string
  toolTip: string
  enabled: boolean
  visible: boolean
  checked: boolean
  /** The menu that this is in. */
  menu: Menu | undefined
  click: (event?: object, window?: BrowserWindow, contents?: unknown) => void

  constructor(options: MenuItemConstructorOptions) {
    const role = options.role === undefined ? undefined : roleCalled(options.role)
    const template = options.submenu ?? role?.submenu?.map((name) => ({ role: name }))
    this.submenu = Array.isArray(template)
      ? buildMenu(template as MenuItemConstructorOptions[])
      : (template as Menu | undefined)
    this.id = options.id ?? ''
    this.role = options.role?.toLowerCase()
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    this.label = options.label ?? role?.label ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? role?.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.click = (event = {}, window = lastFocused()) => {
      if (!this.enabled) return
      this.check()
      if (role?.run) role.run(window)
      else options.click?.(this as unknown as Electron.MenuItem, window as never, event)
    }
  }

  /** Choosing a checkbox turns it; choosing a radio item clears its neighbours. */
  private check(): void {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type !== 'radio') return
    for (const item of this.radioGroup()) item.checked = item === this
  }

  /** The radio items around this one, up to a separator or another kind of item. */
  private radioGroup(): MenuItem[] {
    const items = this.menu?.items ?? [this]
    const at = items.indexOf(this)
    const isOther = (item: MenuItem): boolean => item.type !== 'radio'
    const start = items.slice(0, at).findLastIndex(isOther) + 1
    const end = items.findIndex((item, index) => index > at && isOther(item))
    return items.slice(start, end === -1 ? undefined : end)
  }
}

Object.setPrototypeOf(MenuItem.prototype, implementedOnlyPrototype('MenuItem', Object.prototype))
