import JSZip from 'jszip'

/** Files of each format, made by hand, so that a test can have in them whatever it wants. */

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export type Files = Readonly<Record<string, string | Uint8Array>>

export async function zipOf(files: Files): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(files)) zip.file(name, content)
  // The archives that grow are large to pack: quickly is well enough.
  const compressionOptions = { level: 1 }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions })
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const xhtml = (body: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>書</title>${head}</head><body>${body}</body></html>`

/** An e-book of one page. @param more further files, or others in place of its own */
export const epubOf = (body: string, more: Files = {}): Promise<Uint8Array> =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf': `<?xml version="1.0"?><package><metadata><dc:title>書</dc:title></metadata>
      <manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine><itemref idref="a"/></spine></package>`,
    'a.xhtml': xhtml(body),
    ...more,
  })

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document. @param body what stands in `w:body` */
export const docxOf = (body: string, more: Files = {}): Promise<Uint8Array> =>
  zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })

/** A paragraph of a Word document. */
export const wordParagraph = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

/** The relationships of a Word document's text. */
export const relationships = (
  ...list: readonly { readonly type: string; readonly target: string; readonly mode?: string }[]
): Files => ({
  'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ({ type, target, mode }, i) =>
        `<Relationship Id="x${i}" Type="${office}/${type}" Target="${escaped(target)}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
    )
    .join('')}</Relationships>`,
})
