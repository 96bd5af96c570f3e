import type { FromPage } from '../wire/messages'

/** Tells the main process what the page copies, so that its `clipboard` has it, too. */
export function reportCopies(send: (message: FromPage) => void): void {
  const report = (event: ClipboardEvent): void => {
    const data = event.clipboardData
    const own = event.defaultPrevented
    const text = own ? (data?.getData('text/plain') ?? '') : selectedText()
    send({ type: 'copied', text, html: own ? (data?.getData('text/html') ?? '') : '' })
  }
  for (const name of ['copy', 'cut'] as const) window.addEventListener(name, report)
}

/** Puts `contents` (by media type) on the desktop's clipboard, as if the page had copied them. */
export function copyForMain(contents: Record<string, string>): void {
  const fill = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation()
    event.preventDefault()
    for (const [type, text] of Object.entries(contents)) event.clipboardData?.setData(type, text)
  }
  window.addEventListener('copy', fill, { capture: true, once: true })
  document.execCommand('copy')
  window.removeEventListener('copy', fill, { capture: true })
}

function selectedText(): string {
  const focused = document.activeElement
  if (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement)
    return focused.value.slice(focused.selectionStart ?? 0, focused.selectionEnd ?? 0)
  return document.getSelection()?.toString() ?? ''
}
