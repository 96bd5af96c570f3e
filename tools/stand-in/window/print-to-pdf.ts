import type { Session } from '../chromium/session'

type Options = Electron.PrintToPDFOptions
type Size = readonly [width: number, height: number]

/** Inches. https://www.electronjs.org/docs/latest/api/web-contents#contentsprinttopdfoptions */
const sizes: Record<string, Size> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/** What opens the print preview in a page; settles when it is closed. */
export const untilPrinted = `new Promise((done) => {
  addEventListener('afterprint', done, { once: true })
  print()
})`

/** Prints the page as it is, by the same part of Chromium that Electron uses. */
export async function printToPdf(session: Session, options: Options): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {}, ...rest } = options
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? sizeCalled(pageSize) : [pageSize.width, pageSize.height]
  const { data } = await session.send('Page.printToPDF', {
    ...rest,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
  })
  return Buffer.from(data, 'base64')
}

function sizeCalled(name: string): Size {
  const size = sizes[name]
  if (!size) throw new Error(`Invalid pageSize ${name}`)
  return size
}
