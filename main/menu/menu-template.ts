import type { MenuItemConstructorOptions } from 'electron'
import { isTypingKey } from '../../core/app/accelerators'
import { type Action, type ActionId, actions, type MenuId } from '../../core/app/actions'
import type { DocumentEntry } from '../../core/app/document-entry'
import type { Keymap, Platform } from '../../core/app/keymap'
import type { HistoryView } from '../../core/contract/contract'
import type { Messages } from '../../core/messages/en'
import { charactersOf } from '../../core/text/code-points'

export interface MenuMaterial {
  readonly messages: Messages
  readonly history: HistoryView
  readonly platform: Platform
  readonly keymap: Keymap
  /** The documents that were shown of late, the last one first. */
  readonly recent: readonly Pick<DocumentEntry, 'id' | 'title'>[]
  readonly show: (documentId: string) => void
  /** Whether the app runs from its sources, where there is a way to Chromium's tools. */
  readonly isDevelopment: boolean
  /** What the document that is shown does not offer. */
  readonly unavailable: ReadonlySet<ActionId>
  readonly perform: (action: ActionId) => void
}

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/** The application menu, made from the table of actions and the system's own roles. */
export function menuTemplate(material: MenuMaterial): Item[] {
  const { messages, platform } = material
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [macAppMenu(material)] : []),
    fileMenu(material),
    editMenu(material),
    viewMenu(material),
    { label: messages.menus.go, submenu: own('go', material) },
    { label: messages.menus.annotate, submenu: own('annotate', material) },
    ...(isMac ? [macWindowMenu(material)] : []),
    helpMenu(material),
  ]
}

function macAppMenu(material: MenuMaterial): Item {
  const { roles, appName } = material.messages
  return {
    label: appName,
    submenu: [
      { role: 'about', label: roles.about },
      separator,
      ...itemsFor(settingsAction, material),
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
}

function fileMenu(material: MenuMaterial): Item {
  const { menus, roles } = material.messages
  const isMac = material.platform === 'darwin'
  const items = own('file', material)
  const firstGroup = items.findIndex(({ type }) => type === 'separator')
  return {
    label: menus.file,
    submenu: [
      ...items.slice(0, firstGroup),
      recentMenu(material),
      ...items.slice(firstGroup),
      separator,
      { role: 'close', label: roles.close },
      ...(isMac ? [] : [{ role: 'quit', label: roles.quit } as const]),
    ],
  }
}

/** Words that are not the app's own, as a label: of a single ampersand the system makes an underlined letter. */
export const literally = (words: string): string => words.replaceAll('&', '&&')

/** The longest title in a menu, in code points. */
const longestTitle = 48

function recentMenu({ messages, recent, show }: MenuMaterial): Item {
  return {
    label: messages.library.recent,
    enabled: recent.length > 0,
    submenu: recent.map(({ id, title }) => {
      const shown = charactersOf(title).slice(0, longestTitle).join('')
      return {
        label: literally(`${shown}${shown === title ? '' : '…'}`),
        click: () => show(id),
      }
    }),
  }
}

function editMenu(material: MenuMaterial): Item {
  const { menus, roles } = material.messages
  const items = own('edit', material)
  const firstGroup = items.findIndex(({ type }) => type === 'separator')
  return {
    label: menus.edit,
    submenu: [
      ...items.slice(0, firstGroup),
      separator,
      { role: 'cut', label: roles.cut },
      { role: 'copy', label: roles.copy },
      { role: 'paste', label: roles.paste },
      { role: 'delete', label: roles.delete },
      { role: 'selectAll', label: roles.selectAll },
      ...items.slice(firstGroup),
      ...(material.platform === 'darwin' ? [] : [separator, ...itemsFor(settingsAction, material)]),
    ],
  }
}

function viewMenu(material: MenuMaterial): Item {
  const { menus, roles } = material.messages
  const tools: Item = {
    role: 'toggleDevTools',
    label: roles.developerTools,
    // The role's own keys are those of the import.
    accelerator: material.platform === 'darwin' ? 'Alt+Command+I' : 'F12',
  }
  return {
    label: menus.view,
    submenu: [...own('view', material), ...(material.isDevelopment ? [separator, tools] : [])],
  }
}

function macWindowMenu({ messages: { roles } }: MenuMaterial): Item {
  return {
    role: 'window',
    label: roles.window,
    submenu: [
      { role: 'minimize', label: roles.minimize },
      { role: 'zoom', label: roles.zoom },
      separator,
      { role: 'front', label: roles.front },
    ],
  }
}

function helpMenu(material: MenuMaterial): Item {
  const { menus, roles } = material.messages
  const about: Item[] = [separator, { role: 'about', label: roles.about }]
  return {
    role: 'help',
    label: menus.help,
    submenu: [...own('help', material), ...(material.platform === 'darwin' ? [] : about)],
  }
}

const isSettings = ({ id }: Action) => id === 'settings'

/** Stands in the application's menu on macOS, and in the Edit menu elsewhere. */
const settingsAction = actions.find(isSettings) as Action

function own(menu: MenuId, material: MenuMaterial): Item[] {
  return actions
    .filter((action) => action.menu === menu && !isSettings(action))
    .flatMap((action) => [...(action.separated ? [separator] : []), ...itemsFor(action, material)])
}

/**
 * One visible item; further keys of the same action are items that are not seen. Undo and redo are
 * never greyed out: in a field where one types they are the field's, which the menu cannot see.
 */
function itemsFor(action: Action, material: MenuMaterial): Item[] {
  const [first, ...others] = keysFor(action, material)
  const item = (id: string, key: string | undefined, visible: boolean): Item => ({
    id,
    label: labelFor(action, material),
    ...(key === undefined ? {} : { accelerator: key }),
    // Plain keys are shown but left to the page, which knows whether something is being typed.
    registerAccelerator: key === undefined || !isTypingKey(key),
    acceleratorWorksWhenHidden: true,
    visible,
    ...(material.unavailable.has(action.id) ? { enabled: false } : {}),
    click: () => material.perform(action.id),
  })
  return [
    item(action.id, first, true),
    ...others.map((key, i) => item(`${action.id}-${i + 1}`, key, false)),
  ]
}

/**
 * The keys that the menu may have. macOS knows no accelerator that is only shown, so a key that types
 * stands in the label there.
 */
function keysFor({ id }: Action, { platform, keymap }: MenuMaterial): readonly string[] {
  const keys = keymap.get(id) ?? []
  return platform === 'darwin' ? keys.filter((key) => !isTypingKey(key)) : keys
}

function labelFor({ id }: Action, material: MenuMaterial): string {
  const label = actionLabel(id, material)
  const key = material.keymap.get(id)?.[0]
  const isInLabel = material.platform === 'darwin' && key !== undefined && isTypingKey(key)
  return isInLabel ? `${label} (${key.replace('Shift+', '⇧')})` : label
}

/** What an action is called just now: undo and redo name what they would take back or do again. */
export function actionLabel(
  id: ActionId,
  { messages, history }: Pick<MenuMaterial, 'messages' | 'history'>,
): string {
  if (id === 'undo' && history.undo !== null)
    return messages.undoOf(messages.gestures[history.undo])
  if (id === 'redo' && history.redo !== null)
    return messages.redoOf(messages.gestures[history.redo])
  return messages.actions[id]
}
