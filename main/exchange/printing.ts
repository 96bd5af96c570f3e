import type { BrowserWindow } from 'electron'
import type { PrintOutcome, PrintRequest } from '../../core/app/print-request'
import { type ExportSource, exportModel } from '../../core/exchange/export/model'
import { shortNameOf } from '../../core/text/script-tag'
import { bundledFonts, inHiddenWindow } from './pdf'

/** Prints a document with the reader's notes through the system, which shows how it will look, and asks. */
export async function printDocument(
  request: PrintRequest,
  source: ExportSource,
): Promise<PrintOutcome> {
  const { printableHtml } = await import('../../core/exchange/export/printable-html')
  const isWanted = request.marks || request.notes !== 'none'
  const model = exportModel(source, {
    script: shortNameOf(request.script),
    // On paper there is no link to go by.
    extras: ['details', 'dates'],
    ...(isWanted ? {} : { ids: [] }),
  })
  return inHiddenWindow(printableHtml(model, await bundledFonts(), request), (window) =>
    printBySystem(window, request),
  )
}

function printBySystem(
  { webContents }: BrowserWindow,
  { vertical }: PrintRequest,
): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    // Columns stand on paper that lies on its side: the dialog is to begin with that.
    webContents.print({ printBackground: true, landscape: vertical }, (isPrinted, reason) => {
      if (isPrinted) resolve({ kind: 'printed' })
      // Electron tells of a reader who changed their mind in words.
      else if (/cancel/iu.test(reason)) resolve({ kind: 'cancelled' })
      else resolve({ kind: 'failed', reason })
    })
  })
}
