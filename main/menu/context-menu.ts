import {
  type BrowserWindow,
  type ContextMenuParams,
  Menu,
  type MenuItemConstructorOptions,
  type WebContents,
} from 'electron'
import { colors } from '../../core/annotation/style'
import { type ActionId, markActionOf } from '../../core/app/actions'
import type { ContextTarget, WindowPoint } from '../../core/app/context-target'
import type { Settings } from '../../core/app/settings'
import type { Messages } from '../../core/messages/en'
import { capitalized } from '../../core/text/capitalized'
import { literally } from './menu-template'

interface ContextMaterial {
  readonly messages: Messages
  readonly colorNames: Settings['colorNames']
  readonly isMac: boolean
  readonly perform: (action: ActionId) => void
  /** Shows the selected words in the system's dictionary. */
  readonly lookUp: () => void
}

type Item = MenuItemConstructorOptions

const separator: Item = { type: 'separator' }

/** The menu over what the page says lies under the pointer. */
export function contextTemplate(target: ContextTarget, material: ContextMaterial): Item[] {
  const { messages, isMac } = material
  const item = (id: ActionId, label = messages.actions[id]): Item => ({
    id,
    label,
    click: () => material.perform(id),
  })
  const styles = [markIn(material), item('underline'), item('squiggly')]
  switch (target.on) {
    case 'selection':
      return [
        { role: 'copy', label: messages.roles.copy },
        item('copy-cited'),
        item('copy-as'),
        separator,
        ...styles,
        item('add-note'),
        separator,
        item('find', messages.find.labelOfAny),
        item('why-character'),
        ...(isMac
          ? [
              separator,
              {
                label: literally(messages.desktop.lookUp(shortened(target.words))),
                click: material.lookUp,
              },
            ]
          : []),
      ]
    case 'mark':
      return [
        item('add-note', target.hasNote ? messages.note.edit : messages.actions['add-note']),
        item('change-ends'),
        separator,
        ...styles,
        separator,
        item('delete-mark'),
      ]
    case 'text':
      return [
        item('select-sentence'),
        item('select-paragraph'),
        separator,
        item('note-on-report'),
        item('find'),
      ]
  }
}

/** The colours, by the reader's own names where there are any. */
function markIn({ messages, colorNames, perform }: ContextMaterial): Item {
  return {
    label: messages.mark.highlightIn,
    submenu: colors.map((color) => ({
      id: markActionOf(color),
      label: literally(colorNames[color] || capitalized(messages.colors[color])),
      click: () => perform(markActionOf(color)),
    })),
  }
}

/** As much of the words as a menu should be wide. */
function shortened(words: string): string {
  const characters = Array.from(words.replaceAll(/\s+/gu, ' ').trim())
  return characters.length > 12 ? `${characters.slice(0, 12).join('')}…` : characters.join('')
}

type Editing = Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText'>

/** The system's own editing, in a field or over words that are none of the report's. */
export function editingTemplate(
  { isEditable, editFlags, selectionText }: Editing,
  { roles, actions }: Messages,
): Item[] {
  const copy: Item = { role: 'copy', label: roles.copy, enabled: editFlags.canCopy }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'undo', label: actions.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: actions.redo, enabled: editFlags.canRedo },
    separator,
    { role: 'cut', label: roles.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: roles.paste, enabled: editFlags.canPaste },
    { role: 'delete', label: roles.delete, enabled: editFlags.canDelete },
    separator,
    { role: 'selectAll', label: roles.selectAll, enabled: editFlags.canSelectAll },
  ]
}

/** Opens the menu at a point of the window: where the pointer is, or, asked for by a key, the words. */
export function showContextMenu(
  target: ContextTarget,
  { window, at }: { readonly window: BrowserWindow; readonly at: WindowPoint },
  material: Omit<ContextMaterial, 'lookUp'>,
): void {
  const lookUp = () => window.webContents.showDefinitionForSelection()
  const template = contextTemplate(target, { ...material, lookUp })
  Menu.buildFromTemplate(template).popup({ window, ...at })
}

/** Opens the system's editing menu wherever the page leaves the pointer's wish to it. */
export function offerEditing(contents: WebContents, messages: () => Messages): void {
  contents.on('context-menu', (_event, params) => {
    const template = editingTemplate(params, messages())
    const { x, y } = params
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ x, y })
  })
}
