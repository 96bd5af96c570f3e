import type { MenuItemConstructorOptions } from 'electron'
import { implementedEmitter } from '../api/implemented-emitter'
import { getApplicationMenu, setApplicationMenu } from './application-menu'
import { MenuItem, setMenuBuilder } from './menu-item'

/** A menu as data: nothing is drawn. Items are chosen with `click()` or by their accelerators. */
export class Menu extends implementedEmitter('Menu') {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const entry of template)
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    return menu
  }

  static readonly setApplicationMenu = setApplicationMenu
  static readonly getApplicationMenu = getApplicationMenu

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

  /** A context menu is not drawn; that it was asked for is said on stderr. */
  popup(): void {
    console.error(`stand-in: Menu.popup ${JSON.stringify(this.items.map(({ label }) => label))}`)
  }
}

setMenuBuilder((template) => Menu.buildFromTemplate(template))
