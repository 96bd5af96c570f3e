import type { Dialog } from 'electron'
import { implementedOnly } from './implemented-only'

/**
 * `dialog`. Nothing is drawn: each answers as if the reader had cancelled, and says so on stderr.
 * Tests replace these functions, exactly as they do with Electron.
 */
export const dialog = implementedOnly('dialog', {
  showSaveDialog(...args: unknown[]) {
    cancelled('showSaveDialog', args)
    return Promise.resolve({ canceled: true, filePath: '' })
  },
  showOpenDialog(...args: unknown[]) {
    cancelled('showOpenDialog', args)
    return Promise.resolve({ canceled: true, filePaths: [] })
  },
  showMessageBox(...args: unknown[]) {
    cancelled('showMessageBox', args)
    const options = optionsOf(args) as Partial<Electron.MessageBoxOptions>
    const checkboxChecked = options.checkboxChecked ?? false
    return Promise.resolve({ response: options.cancelId ?? 0, checkboxChecked })
  },
  showErrorBox(title: string, content: string) {
    console.error(`stand-in: dialog.showErrorBox: ${title}: ${content}`)
  },
} satisfies Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>)

/** The window comes first, if at all. */
function optionsOf(args: unknown[]): object {
  return (args.length > 1 ? args[1] : args[0]) as object
}

function cancelled(name: string, args: unknown[]): void {
  console.error(`stand-in: dialog.${name} cancelled: ${JSON.stringify(optionsOf(args))}`)
}
