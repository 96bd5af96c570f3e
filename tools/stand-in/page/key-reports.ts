import { matches, type Stroke } from '../menu/accelerator'

/**
 * Reports keys that the page left alone and that an accelerator names, as Electron's menu sees them.
 *
 * Chromium as a browser gives some keys a meaning of its own (find, print, save, reload); Electron
 * does not, so these are taken from it.
 */
export function reportKeys(mac: boolean, report: (stroke: Stroke) => void): KeyReports {
  let accelerators: string[] = []
  const decide = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isEditing(event, mac)) return
    const stroke = strokeOf(event)
    if (accelerators.some((accelerator) => matches(accelerator, stroke, mac))) {
      event.preventDefault()
      report(stroke)
    } else if (isBrowserShortcut(event, mac)) event.preventDefault()
  }
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === '' || event.key === 'Unidentified') {
        // It carries an editing command from the menu, and is none of the page's business.
        event.stopImmediatePropagation()
        return
      }
      let decided = false
      const last = (risen: KeyboardEvent): void => {
        decided = true
        decide(risen)
      }
      // Added while the event is still on its way down, so as to come after the page's listeners.
      window.addEventListener('keydown', last, { once: true })
      setTimeout(() => {
        window.removeEventListener('keydown', last)
        // A page that stops the event on its way up does not hide it from a menu.
        if (!decided) decide(event)
      })
    },
    { capture: true },
  )
  return {
    setAccelerators(list) {
      accelerators = list
    },
  }
}

interface KeyReports {
  setAccelerators(accelerators: string[]): void
}

function strokeOf(event: KeyboardEvent): Stroke {
  return {
    key: event.key,
    code: event.code,
    control: event.ctrlKey,
    shift: event.shiftKey,
    alt: event.altKey,
    meta: event.metaKey,
  }
}

/** Whether Chromium itself edits text on this key, so that a menu never gets it. */
function isEditing(event: KeyboardEvent, mac: boolean): boolean {
  const command = mac ? event.metaKey : event.ctrlKey
  if (!command || event.altKey) return false
  const key = event.key.toLowerCase()
  if (key === 'a' || key === 'c') return !event.shiftKey
  return isEditable(event.composedPath()[0]) && ['x', 'v', 'z', 'y'].includes(key)
}

function isEditable(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range', 'submit', 'color', 'file'].includes(
      target.type,
    )
  return target instanceof HTMLElement && target.isContentEditable
}

const withCommand = new Set('defghjklnoprstuw+-=0123456789'.split(''))
const alone = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12'])

function isBrowserShortcut(event: KeyboardEvent, mac: boolean): boolean {
  const command = mac ? event.metaKey : event.ctrlKey
  if (command) return withCommand.has(event.key.toLowerCase())
  if (event.altKey) return ['ArrowLeft', 'ArrowRight', 'Home'].includes(event.key)
  return alone.has(event.key)
}
