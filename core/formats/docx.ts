import mammoth from 'mammoth'
import { parse } from 'parse5'
import { HtmlReader } from './html'
import { mediaTypeOf } from './pictures'
import { noFacts, type ReadDocument, UnreadableDocument } from './read-document'
import { elementsCalled, readXml } from './xml'
import { Archive } from './zip'

/** What Word's own styles stand for, in the languages that Word names them in. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='標題'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => em',
]

/**
 * Reads a Word document (Office Open XML). Relationships that lead outside the file are never followed;
 * pictures are taken by their bytes.
 *
 * @throws UnreadableDocument
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const archive = await Archive.open(bytes)
  if (!archive.has('word/document.xml')) throw new UnreadableDocument('damaged')
  // Unpacked once under our limits, before a library that has none reads it.
  for (const name of archive.names) await archive.bytes(name)
  const pictures = new Map<string, Uint8Array>()
  const convertImage = mammoth.images.imgElement(async (image) => {
    const content = new Uint8Array(await image.readAsArrayBuffer())
    const name = `picture-${pictures.size + 1}`
    if (mediaTypeOf(content) !== undefined) pictures.set(name, content)
    return { src: name }
  })
  const { value } = await mammoth
    .convertToHtml(mammothInput(bytes), { styleMap, convertImage })
    .catch(() => {
      throw new UnreadableDocument('damaged')
    })
  const reader = new HtmlReader({ resourceOf: (name) => pictures.get(name) })
  const tree = parse(value)
  reader.read(tree)
  return { ...reader.result(tree), facts: await factsOf(archive) }
}

/** Mammoth wants Node's `Buffer` by its type, and reads any bytes. */
const mammothInput = (bytes: Uint8Array) =>
  ({ buffer: bytes }) as unknown as Parameters<typeof mammoth.convertToHtml>[0]

async function factsOf(archive: Archive) {
  const core = await archive.bytes('docProps/core.xml')
  if (core === undefined) return noFacts
  const tree = readXml(core)
  const value = (name: string) => elementsCalled(tree, name)[0]?.text.trim() || null
  return {
    ...noFacts,
    title: value('dc:title'),
    author: value('dc:creator'),
    date: value('dcterms:created')?.slice(0, 10) ?? null,
    language: value('dc:language'),
  }
}
