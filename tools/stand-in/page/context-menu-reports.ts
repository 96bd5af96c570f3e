import type { ContextMenu, FromPage } from '../wire/messages'

/** Reports where the reader asks for a context menu and the page does not answer that itself. */
export function reportContextMenus(send: (message: FromPage) => void): void {
  const report = (event: MouseEvent): void => {
    if (event.defaultPrevented) return
    // Chromium's own menu is a browser's, which a window of Electron does not have.
    event.preventDefault()
    send({ type: 'context-menu', params: paramsOf(event) })
  }
  const listenLast = (): void => {
    // Added while the event is still on its way down, so as to come after the page's listeners.
    window.addEventListener('contextmenu', report, { once: true })
    setTimeout(() => window.removeEventListener('contextmenu', report))
  }
  window.addEventListener('contextmenu', listenLast, { capture: true })
}

function paramsOf(event: MouseEvent): ContextMenu {
  const [target] = event.composedPath()
  const field = isField(target) ? target : undefined
  const isEditable = field !== undefined && !field.readOnly && !field.disabled
  const from = field?.selectionStart ?? 0
  const to = field?.selectionEnd ?? 0
  const selectionText =
    field === undefined ? String(document.getSelection() ?? '') : field.value.slice(from, to)
  const isSelected = selectionText !== ''
  return {
    x: event.clientX,
    y: event.clientY,
    isEditable,
    selectionText,
    editFlags: {
      canUndo: isEditable && document.queryCommandEnabled('undo'),
      canRedo: isEditable && document.queryCommandEnabled('redo'),
      canCut: isEditable && isSelected,
      canCopy: isSelected,
      canPaste: isEditable,
      canDelete: isEditable && isSelected,
      canSelectAll: true,
      canEditRichly: false,
    },
  }
}

const isField = (
  target: EventTarget | undefined,
): target is HTMLTextAreaElement | HTMLInputElement =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
