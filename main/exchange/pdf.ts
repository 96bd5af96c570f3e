import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { distFolder } from '../start/environment'
import { serveOnce } from '../window/page-server'

/** What turns a page into a PDF: a hidden window in the app, and what a test puts in its place. */
export interface PdfPrinter {
  /** The style sheet of the fonts that the app brings, with addresses that the page can load. */
  readonly fontFaces: () => Promise<string>
  /** @throws the signal's reason where it is aborted */
  readonly print: (html: string, signal?: AbortSignal) => Promise<Uint8Array>
}

/** The printed page runs nothing; its style and pictures are all within it, and its fonts are the app's. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "font-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Has the page laid out, which is what asks for the fonts it needs, and waits until they are there:
 * a page that is not shown would be laid out only when it is printed, and without them.
 */
const loadFonts = 'document.body.getBoundingClientRect(); document.fonts.ready.then(() => true)'

/** Prints by a window that is never shown. The page's scheme must be served. */
export const hiddenWindowPrinter: PdfPrinter = {
  fontFaces: bundledFonts,
  print: (html, signal) => inHiddenWindow(html, printed, signal),
}

const printed = ({ webContents }: BrowserWindow): Promise<Uint8Array> =>
  webContents.printToPDF({
    // Margins, running head and page numbers are the page's own.
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })

/**
 * Shows a page in a window that nobody sees, with its fonts, for as long as something is done with it.
 *
 * @throws the signal's reason where it is aborted; the window goes then
 */
export async function inHiddenWindow<T>(
  html: string,
  use: (window: BrowserWindow) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  await app.whenReady()
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  const done = async () => {
    await window.loadURL(serveOnce(html, policy))
    await window.webContents.executeJavaScript(loadFonts)
    return use(window)
  }
  try {
    // A window that goes while it prints may never say so.
    return await Promise.race([done(), whenAborted(signal)])
  } finally {
    window.destroy()
  }
}

const whenAborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => reject(signal?.reason as Error)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
  })

/** The style sheet of the fonts that the app brings, for a page of its origin. */
export async function bundledFonts(): Promise<string> {
  return bundledFontFaces(distFolder())
}

const relativeAddress = /url\("\.\//gu

/**
 * The faces of all fonts that the app brings, as a style sheet for a page of its origin.
 *
 * @param dist absolute path of the built app
 */
async function bundledFontFaces(dist: string): Promise<string> {
  const fonts = path.join(dist, 'renderer/fonts')
  const sheets = (await readdir(fonts)).map(async (family) => {
    const sheet = await readFile(path.join(fonts, family, 'index.css'), 'utf8')
    return sheet.replaceAll(relativeAddress, `url("/fonts/${family}/`)
  })
  return (await Promise.all(sheets)).join('\n')
}
