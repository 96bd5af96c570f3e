import { type Decoded, decode } from './decode'
import { type Detection, detectEncoding } from './encoding'
import type { Encoding } from './encodings'
import { mediaTypeOf } from './pictures'
import { readPlainText } from './plain-text'
import { type DocumentFormat, type ReadDocument, UnreadableDocument } from './read-document'
import { Archive } from './zip'

/** A file to be opened as a document. */
interface DocumentFile {
  /** Its name with its ending; no folders. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The file of a path beside it: a saved page has its pictures in a folder. */
  readonly fileBeside?: (path: string) => Uint8Array | undefined
}

/** What the reader chose otherwise than was found. */
export interface OpenChoices {
  readonly encoding?: Encoding
  /** Whether a web page is read whole, or its article alone where it has one. */
  readonly wholePage?: boolean
}

/** A file as it was read, and how. */
export interface OpenedFile {
  readonly format: DocumentFormat
  readonly document: ReadDocument
  /** Absent where the format says itself in which encoding it is. */
  readonly encoding?: Detection & Pick<Decoded, 'misfits'>
  /** Whether the page has an article that can be told from what surrounds it. */
  readonly hasArticle: boolean
}

/**
 * Reads a file as a document: its format is known by its bytes first, and by its name where several would
 * do.
 *
 * @throws UnreadableDocument
 */
export async function openFile(file: DocumentFile, choices: OpenChoices = {}): Promise<OpenedFile> {
  const format = await formatOf(file, choices.encoding)
  try {
    return await readAs(format, file, choices)
  } catch (error) {
    // Of what is nested without end the parsers say that the stack is too small.
    if (isRangeError(error)) throw new UnreadableDocument('too-complex')
    throw error
  }
}

const isRangeError = (error: unknown): boolean =>
  error instanceof RangeError || /call stack/iu.test(String(error))

/** The parser of a format is loaded for a file that needs it: a text waits for none. */
async function readAs(
  format: DocumentFormat,
  file: DocumentFile,
  choices: OpenChoices,
): Promise<OpenedFile> {
  switch (format) {
    case 'docx':
      return packed(format, await (await import('./docx')).readDocx(file.bytes))
    case 'epub':
      return packed(format, await (await import('./epub')).readEpub(file.bytes))
    case 'html':
    case 'markdown':
    case 'text':
      return textual(format, file, choices)
  }
}

const packed = (format: DocumentFormat, document: ReadDocument): OpenedFile => ({
  format,
  document: notEmpty(document),
  hasArticle: false,
})

async function textual(
  format: 'html' | 'markdown' | 'text',
  { bytes, fileBeside }: DocumentFile,
  choices: OpenChoices,
): Promise<OpenedFile> {
  const detection = detectEncoding(bytes)
  const encoding = choices.encoding ?? detection.encoding
  const { text, misfits } = decode(bytes, encoding)
  const options = fileBeside === undefined ? {} : { resourceOf: fileBeside }
  const how = { format, encoding: { ...detection, encoding, misfits } }
  if (format === 'html') {
    const { readPage } = await import('./page')
    const { document, hasArticle } = readPage(text, { ...options, wholePage: choices.wholePage })
    return { ...how, document: notEmpty(document), hasArticle }
  }
  const document =
    format === 'markdown'
      ? (await import('./markdown')).readMarkdown(text, options)
      : readPlainText(text)
  return { ...how, document: notEmpty(document), hasArticle: false }
}

function notEmpty(document: ReadDocument): ReadDocument {
  if (document.blocks.every(({ text }) => text === '')) throw new UnreadableDocument('empty')
  return document
}

/**
 * @param asked the encoding that the reader chose, where it is a text
 * @throws UnreadableDocument where the file is none that can be read, with what it is instead.
 */
async function formatOf({ name, bytes }: DocumentFile, asked?: Encoding): Promise<DocumentFormat> {
  if (bytes.length === 0) throw new UnreadableDocument('empty')
  const begins = (...wanted: readonly number[]) => wanted.every((byte, i) => bytes[i] === byte)
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new UnreadableDocument('pdf')
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableDocument('old-word')
  if (mediaTypeOf(bytes) !== undefined) throw new UnreadableDocument('picture')
  // A text may begin with the letters PK, too; of an archive of nothing the end is the beginning.
  const isZip = begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)
  if (isZip) return formatOfArchive(bytes)
  const isPacked =
    begins(0x1f, 0x8b) || begins(0x37, 0x7a, 0xbc, 0xaf) || begins(0x52, 0x61, 0x72, 0x21)
  if (isPacked) throw new UnreadableDocument('archive')
  return formatOfText(name, bytes, asked ?? detectEncoding(bytes).encoding)
}

async function formatOfArchive(bytes: Uint8Array): Promise<DocumentFormat> {
  const archive = await Archive.open(bytes)
  if (archive.has('word/document.xml')) return 'docx'
  if (archive.has('META-INF/container.xml')) return 'epub'
  throw new UnreadableDocument('archive')
}

function formatOfText(name: string, bytes: Uint8Array, encoding: Encoding): DocumentFormat {
  const start = decode(bytes.subarray(0, 2_048), encoding).text.trimStart()
  if (start.startsWith('{\\rtf')) throw new UnreadableDocument('old-word')
  if (isWebArchive(start)) throw new UnreadableDocument('web-archive')
  if (isBinary(start)) throw new UnreadableDocument('unknown')
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  if (['html', 'htm', 'xhtml', 'xht', 'shtml'].includes(ending)) return 'html'
  if (['md', 'markdown', 'mdown', 'mkd'].includes(ending)) return 'markdown'
  return /^(<\?xml[^>]*>\s*)?(<!doctype html|<html)/iu.test(start) ? 'html' : 'text'
}

/** A page in one file, as browsers save it: a message of several parts. */
const isWebArchive = (start: string): boolean =>
  /^(?:[\w-]+:.*\r?\n|[ \t].*\r?\n)*?Content-Type:\s*multipart\/related/iu.test(start)

/** So few are met in a short text of which a byte was lost. */
const fewStrangers = 4

/**
 * Text holds hardly any control characters besides white space, and few that Unicode has not assigned or left
 * to private use: of bytes that are no text, every tenth is.
 */
function isBinary(start: string): boolean {
  const characters = Array.from(start)
  const controls = characters.filter((character) => /[^\P{Cc}\t\n\f\r\u0085]/u.test(character))
  const strangers = characters.filter((character) => /[\p{Cn}\p{Co}\p{Cs}]/u.test(character))
  return (
    controls.length > characters.length / 100 ||
    strangers.length > Math.max(fewStrangers, characters.length / 20)
  )
}
