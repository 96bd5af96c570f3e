/** What turns a page into a PDF: a hidden window in the app, and what a test puts in its place. */
export interface PdfPrinter {
  /** The style sheet of the fonts that the app brings, with addresses that the page can load. */
  readonly fontFaces: () => Promise<string>
  readonly print: (html: string) => Promise<Uint8Array>
}
