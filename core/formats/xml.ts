import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { textOf } from './html'
import { nodesIn } from './tree'

/**
 * The XML inside office documents and e-books, read leniently with the parser that reads everything else
 * here: it knows no entities but HTML's, so that nothing expands and nothing is fetched.
 */

export interface XmlElement {
  /** With its prefix, in lower case. */
  readonly name: string
  readonly text: string
  attribute(name: string): string | undefined
  /** The elements of a name that stand in it, however deep. */
  inside(name: string): readonly XmlElement[]
}

/**
 * XML with every empty element spelled out, for HTML knows only its own; but for line breaks, of which it takes the
 * end for another one.
 */
export const expandEmptyElements = (xml: string): string =>
  xml
    .replaceAll(
      /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/gu,
      '<$1$2></$1>',
    )
    .replaceAll(/<\/br\s*>/gu, '')

/** Stands before the names of elements that can hold something, and that HTML knows as empty. */
const filled = 'xml-'

const fillElements = (xml: string): string =>
  xml.replaceAll(/<(\/?)(?=(?:meta|link|source|param|col)[\s>])/gu, `<$1${filled}`)

/** @param bytes UTF-8 or UTF-16 with a byte order mark, as both formats demand */
export const readXml = (bytes: Uint8Array): Tree.DocumentFragment =>
  parseFragment(
    fillElements(expandEmptyElements(decodeXml(bytes).replace(/^\s*<\?xml[^>]*\?>/u, ''))),
  )

/** Every element of a name, in the order of the file. */
export function elementsCalled(tree: Tree.ParentNode, name: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (const node of nodesIn(tree)) {
    if (!('tagName' in node)) continue
    if (node.tagName.replace(filled, '') === name.toLowerCase()) found.push(asXml(node))
  }
  return found
}

const asXml = (element: Tree.Element): XmlElement => ({
  name: element.tagName,
  text: textOf(element),
  attribute: (name) => element.attrs.find((one) => one.name === name.toLowerCase())?.value,
  inside: (name) => elementsCalled(element, name),
})

/** Text of XML bytes, by their byte order mark, or else as UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}
