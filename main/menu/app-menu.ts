import { Menu } from 'electron'
import type { ActionId } from '../../core/app/actions'
import { actionLabel, type MenuMaterial, menuTemplate } from './menu-template'

/** Sets the application menu: at the start, and when its language changes. */
export function setAppMenu(material: MenuMaterial): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(material)))
}

/**
 * Renews the labels of undo and redo where they stand: to set a new menu at every change would close
 * one that the reader has open.
 */
export function renewHistory(material: Pick<MenuMaterial, 'messages' | 'history'>): void {
  const menu = Menu.getApplicationMenu()
  for (const id of ['undo', 'redo'] as const) {
    const item = menu?.getMenuItemById(id)
    if (item) item.label = actionLabel(id, material)
  }
}

/** What only the report offers, which editors have made; and what only a document from a file does. */
const ofReport: ReadonlySet<ActionId> = new Set(['export-edition', 'figures'])
const ofFiles: ReadonlySet<ActionId> = new Set(['repairs', 'encoding'])

/** What the document that is shown does not offer. */
export const unavailableFor = ({ isReport }: { isReport: boolean }): ReadonlySet<ActionId> =>
  isReport ? ofFiles : ofReport
