import { crc32, deflateRawSync } from 'node:zlib'

/** Files of each format, made by hand, so that a test can have in them whatever it wants. */

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export type Files = Readonly<Record<string, string | Uint8Array>>

/** An archive. Node packs it: some are large, and JSZip packs in JavaScript. */
export function zipOf(files: Files): Uint8Array {
  const entries = Object.entries(files).map(entryOf)
  const records: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, facts, packed } of entries) {
    // Without a comment or attributes, on the first disk, and where the file's record begins.
    directory.push(u32(0x0201_4b50), u16(20), facts, u16(0, 0, 0), u32(0, at), name)
    const record = Buffer.concat([u32(0x0403_4b50), facts, name, packed])
    records.push(record)
    at += record.length
  }
  const list = Buffer.concat(directory)
  const count = u16(0, 0, entries.length, entries.length)
  return Buffer.concat([...records, list, u32(0x0605_4b50), count, u32(list.length, at), u16(0)])
}

/** A file of an archive: its name, packed bytes, and what its record and the directory both say of it. */
function entryOf([written, content]: [string, string | Uint8Array]) {
  const name = Buffer.from(written)
  const bytes = Buffer.from(content)
  // Small tables, for most of these files are small, and zlib would clear 256 kB for each.
  const packed = deflateRawSync(bytes, { level: 1, memLevel: 1, windowBits: 9 })
  // Unpacked by version 2.0, named in UTF-8, deflated, at no time.
  const how = u16(20, 0x0800, 8, 0, 0)
  const sizes = u32(crc32(bytes), packed.length, bytes.length)
  return { name, packed, facts: Buffer.concat([how, sizes, u16(name.length, 0)]) }
}

const u16 = (...numbers: readonly number[]): Buffer =>
  Buffer.from(Uint16Array.of(...numbers).buffer)
const u32 = (...numbers: readonly number[]): Buffer =>
  Buffer.from(Uint32Array.of(...numbers).buffer)

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const xhtml = (body: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>書</title>${head}</head><body>${body}</body></html>`

/** An e-book of one page. @param more further files, or others in place of its own */
export const epubOf = (body: string, more: Files = {}): Uint8Array =>
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
export const docxOf = (body: string, more: Files = {}): Uint8Array =>
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
