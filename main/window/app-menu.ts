import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type Action, type ActionId, actions, type MenuId } from '../../core/app/actions'
import type { HistoryView } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'

interface MenuMaterial {
  readonly messages: Messages
  readonly history: HistoryView
  readonly isMac: boolean
  readonly perform: (action: ActionId) => void
}

/** Sets the application menu, made from the table of actions and the system's own roles. */
export function setAppMenu(material: MenuMaterial): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(material)))
}

function template(material: MenuMaterial): MenuItemConstructorOptions[] {
  const { messages, isMac } = material
  const { roles } = messages
  const own = (menu: MenuId) => itemsOf(menu, material)
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const edit = own('edit')
  const firstGroup = edit.findIndex(({ type }) => type === 'separator')
  const macApp: MenuItemConstructorOptions = {
    label: messages.appName,
    submenu: [
      { role: 'about', label: roles.about },
      separator,
      { role: 'services', label: roles.services },
      separator,
      { role: 'hide', label: roles.hide },
      { role: 'hideOthers', label: roles.hideOthers },
      { role: 'unhide', label: roles.showAll },
      separator,
      { role: 'quit', label: roles.quit },
    ],
  }
  const macWindow: MenuItemConstructorOptions = {
    role: 'window',
    label: roles.window,
    submenu: [{ role: 'minimize', label: roles.minimize }],
  }
  return [
    ...(isMac ? [macApp] : []),
    {
      label: messages.menus.file,
      submenu: [
        ...own('file'),
        separator,
        { role: 'close', label: roles.close },
        ...(isMac ? [] : [{ role: 'quit', label: roles.quit } as const]),
      ],
    },
    {
      label: messages.menus.edit,
      submenu: [
        ...edit.slice(0, firstGroup),
        separator,
        { role: 'cut', label: roles.cut },
        { role: 'copy', label: roles.copy },
        { role: 'paste', label: roles.paste },
        { role: 'selectAll', label: roles.selectAll },
        ...edit.slice(firstGroup),
      ],
    },
    {
      label: messages.menus.view,
      submenu: [...own('view'), separator, { role: 'togglefullscreen', label: roles.fullScreen }],
    },
    { label: messages.menus.go, submenu: own('go') },
    { label: messages.menus.annotate, submenu: own('annotate') },
    ...(isMac ? [macWindow] : []),
    { label: messages.menus.help, role: 'help', submenu: own('help') },
  ]
}

function itemsOf(menu: MenuId, material: MenuMaterial): MenuItemConstructorOptions[] {
  return actions
    .filter((action) => action.menu === menu)
    .flatMap((action) => [
      ...(action.separated ? [{ type: 'separator' } as const] : []),
      ...itemsFor(action, material),
    ])
}

/**
 * One visible item; further keys of the same action are items that are not seen. Undo and redo are
 * never greyed out: in a field where one types they are the field's, which the menu cannot see.
 */
function itemsFor(action: Action, material: MenuMaterial): MenuItemConstructorOptions[] {
  const keys = action.keys.length > 0 ? action.keys : [undefined]
  return keys.map((accelerator, i) => ({
    id: i === 0 ? action.id : `${action.id}-${i}`,
    label: labelOf(action.id, material),
    ...(accelerator === undefined ? {} : { accelerator }),
    // Plain keys are shown but left to the page, which knows whether something is being typed.
    registerAccelerator: action.reach === 'menu',
    acceleratorWorksWhenHidden: true,
    visible: i === 0,
    click: () => material.perform(action.id),
  }))
}

function labelOf(id: ActionId, { messages, history }: MenuMaterial): string {
  if (id === 'undo' && history.undo !== null)
    return messages.undoOf(messages.gestures[history.undo])
  if (id === 'redo' && history.redo !== null)
    return messages.redoOf(messages.gestures[history.redo])
  return messages.actions[id]
}
