import type { MenuItemConstructorOptions } from 'electron'
import { implementedEmitter } from '../api/implemented-emitter'
import { implementedOnlyPrototype } from '../api/implemented-only'
import { type AppWindow, lastFocused, openWindows } from '../window/registry'
import { roleCalled } from './roles'

/** A menu as data: nothing is drawn. Items are chosen with `click()` or by their accelerators. */
export class Menu extends implementedEmitter('Menu') {
  private static applicationMenu: Menu | null = null

  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const entry of template)
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    return menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.applicationMenu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.applicationMenu = menu
    for (const window of openWindows()) window.webContents.acceleratorsChanged()
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: MenuItem): void {
    item.menu = this
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  /** A context menu is not drawn; that it was asked for is said on stderr. A point is of whole pixels. */
  popup({ x = -1, y = -1 }: Electron.PopupOptions = {}): void {
    if (!Number.isInteger(x) || !Number.isInteger(y))
      throw new TypeError(`Error processing argument, conversion failure from ${x}, ${y}`)
    if (openWindows().length === 0) throw new Error('Cannot open Menu without a BaseWindow present')
    console.error(`stand-in: Menu.popup ${JSON.stringify(this.items.map(({ label }) => label))}`)
  }
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
  click: (event?: object, window?: AppWindow, contents?: unknown) => void

  /** @throws where Electron does: for an item without anything to show */
  constructor(options: MenuItemConstructorOptions) {
    const role = options.role === undefined ? undefined : roleCalled(options.role)
    const template = options.submenu ?? role?.submenu?.map((name) => ({ role: name }))
    this.submenu = Array.isArray(template)
      ? Menu.buildFromTemplate(template as MenuItemConstructorOptions[])
      : (template as Menu | undefined)
    this.id = options.id ?? ''
    this.role = options.role?.toLowerCase()
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    this.label = options.label ?? role?.label ?? ''
    if (this.type !== 'separator' && this.label === '')
      throw new Error(
        'Invalid template for MenuItem: must have at least one of label, role or type',
      )
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
