import mammoth from 'mammoth'
import { parse } from 'parse5'
import { withItemNumbers } from './docx-numbers'
import { leftOutOf, withAllWords, withReadings } from './docx-words'
import { type DocumentFacts, type Fact, fieldFact, headingFact, knownFacts } from './facts'
import { HtmlReader } from './html'
import { mediaTypeOf } from './pictures'
import { type ReadDocument, UnreadableDocument } from './read-document'
import { elementsCalled, readXml } from './xml'
import { Archive } from './zip'

/** Marks what is styled as the title of the whole, for the first headings are headings of that level too. */
const titleClass = 'title'

/** What Word's own styles stand for, in the languages that Word names them in. */
const styleMap = [
  `p[style-name='Title'] => h1.${titleClass}:fresh`,
  `p[style-name='標題'] => h1.${titleClass}:fresh`,
  `p[style-name='标题'] => h1.${titleClass}:fresh`,
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
    .convertToHtml(mammothInput(await withAllWords(bytes, archive)), { styleMap, convertImage })
    .catch(() => {
      throw new UnreadableDocument('damaged')
    })
  const reader = new HtmlReader({ resourceOf: (name) => pictures.get(name) })
  const { html, inWords } = withItemNumbers(withReadings(value))
  const tree = parse(html)
  reader.read(tree)
  const content = reader.result()
  const styled = elementsCalled(tree, 'h1').find((one) => one.attribute('class') === titleClass)
  const said = await factsOf(archive)
  // What is styled as the title is it; what the file says of itself is often that of its template.
  const title =
    styledTitle(styled?.text) ??
    headingFact(content.blocks.slice(0, 1)) ??
    said.title ??
    headingFact(content.blocks)
  const leftOut = new Map([...content.leftOut, ...(await leftOutOf(archive))])
  if (inWords > 0) leftOut.set('item-number', inWords)
  return { ...content, leftOut, facts: knownFacts({ ...said, title }) }
}

/** Mammoth wants Node's `Buffer` by its type, and reads any bytes. */
const mammothInput = (bytes: Uint8Array) =>
  ({ buffer: bytes }) as unknown as Parameters<typeof mammoth.convertToHtml>[0]

/** The title by its style, as it stands in the text. */
const styledTitle = (text: string | undefined): Fact | undefined => {
  const value = text?.trim() ?? ''
  return value === '' ? undefined : { value, from: { kind: 'heading' } }
}

/** What the file says of itself. It knows when it was made, and not when what it holds was published. */
async function factsOf(archive: Archive): Promise<DocumentFacts> {
  const core = await archive.bytes('docProps/core.xml')
  if (core === undefined) return {}
  const tree = readXml(core)
  const said = (name: string) => fieldFact(name, elementsCalled(tree, name)[0]?.text)
  const title = said('dc:title')
  const author = said('dc:creator')
  return knownFacts({
    title: title && isOfProgram.test(title.value) ? undefined : title,
    author: author && isNobody.test(author.value) ? undefined : author,
    made: said('dcterms:created'),
    language: said('dc:language'),
  })
}

/** Titles that programs put into files. */
const isOfProgram =
  /^(?:microsoft word - .*|(?:word )?document ?\d*|文[檔档] ?\d*|.*\.docx?|无标题|無標題|untitled)$/iu

/** Names of no one: those of machines, of accounts that everyone has, and of programs. */
const isNobody =
  /^(?:administrator|admin|user|users|owner|root|pc|lenovo|thinkpad|dell|hp|asus|acer|microsoft(?: office)?(?: user)?|windows(?: user)?|微软用户|微軟使用者|用户|使用者|个人用户|python-docx|un-named|unknown|apache poi|openpyxl|piyue [\d.]+)$/iu
