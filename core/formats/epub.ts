import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import {
  type DocumentFacts,
  type Fact,
  fieldFact,
  headingFact,
  isbnOf,
  joinedFact,
  knownFacts,
} from './facts'
import { HtmlReader } from './html'
import { decoded, resolvePath } from './path-in-document'
import { type ReadDocument, UnreadableDocument } from './read-document'
import { decodeXml, elementsCalled, expandEmptyElements, readXml, type XmlElement } from './xml'
import { Archive } from './zip'

/** Ways of scrambling fonts alone; they keep nobody from the text. */
const fontScrambling = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
])

/**
 * Reads an EPUB, 2 or 3: the pages of its spine, one after another, as one document.
 *
 * @throws UnreadableDocument
 */
export async function readEpub(bytes: Uint8Array): Promise<ReadDocument> {
  const archive = await Archive.open(bytes)
  await refuseProtected(archive)
  const packagePath = await packagePathOf(archive)
  const packageFile = await archive.bytes(packagePath)
  if (packageFile === undefined) throw new UnreadableDocument('damaged')
  const tree = readXml(packageFile)
  const items = new Map(
    inPackage(tree, 'item').map((item) => [item.attribute('id') ?? '', item] as const),
  )
  const files = await picturesOf(archive, packagePath, [...items.values()])
  const reader = new HtmlReader({ resourceOf: (path) => files.get(path) })
  for (const reference of inPackage(tree, 'itemref')) {
    const item = items.get(reference.attribute('idref') ?? '')
    const path = resolvePath(packagePath, decoded(item?.attribute('href') ?? ''))
    const page = await archive.bytes(path)
    if (item === undefined || page === undefined || !isPage(item)) continue
    reader.read(parse(expandEmptyElements(decodeXml(page))), path)
  }
  const document = reader.result()
  if (document.blocks.length === 0) throw new UnreadableDocument('empty')
  const facts = { ...knownFacts({ title: headingFact(document.blocks) }), ...factsOf(tree) }
  const isVertical =
    isBoundOnTheRight(tree, facts) ||
    (await asksForVertical(archive, packagePath, [...items.values()]))
  return { ...document, facts, isVertical }
}

/** The package's own elements of a name, which some write with a prefix. */
const inPackage = (tree: Tree.DocumentFragment, name: string): readonly XmlElement[] =>
  [name, `opf:${name}`].flatMap((one) => elementsCalled(tree, one))

/** @throws UnreadableDocument if anything but fonts is encrypted: only a shop's own reader opens it. */
async function refuseProtected(archive: Archive): Promise<void> {
  if (archive.has('META-INF/rights.xml')) throw new UnreadableDocument('protected')
  const encryption = await archive.bytes('META-INF/encryption.xml')
  if (encryption === undefined) return
  const methods = ['EncryptionMethod', 'enc:EncryptionMethod'].flatMap((name) =>
    elementsCalled(readXml(encryption), name),
  )
  const isOnlyFonts = methods.every((one) => fontScrambling.has(one.attribute('Algorithm') ?? ''))
  if (!isOnlyFonts) throw new UnreadableDocument('protected')
}

async function packagePathOf(archive: Archive): Promise<string> {
  const container = await archive.bytes('META-INF/container.xml')
  const root = container && elementsCalled(readXml(container), 'rootfile')[0]
  const path = root?.attribute('full-path')
  if (path === undefined) throw new UnreadableDocument('damaged')
  return resolvePath('', path)
}

const isPage = (item: XmlElement): boolean =>
  /x?html/u.test(item.attribute('media-type') ?? '') &&
  !/\bnav\b/u.test(item.attribute('properties') ?? '')

async function picturesOf(
  archive: Archive,
  packagePath: string,
  items: readonly XmlElement[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const item of items) {
    if (!item.attribute('media-type')?.startsWith('image/')) continue
    const path = resolvePath(packagePath, decoded(item.attribute('href') ?? ''))
    const bytes = await archive.bytes(path)
    if (bytes !== undefined) files.set(path, bytes)
  }
  return files
}

/** Whether its pages are turned from left to right, as those with columns are; and those in Arabic or Hebrew. */
const isBoundOnTheRight = (tree: Tree.DocumentFragment, { language }: DocumentFacts): boolean =>
  inPackage(tree, 'spine')[0]?.attribute('page-progression-direction') === 'rtl' &&
  !/^(?:ar|he|fa|ur|yi)\b/iu.test(language?.value ?? '')

async function asksForVertical(
  archive: Archive,
  packagePath: string,
  items: readonly XmlElement[],
): Promise<boolean> {
  for (const item of items) {
    if (item.attribute('media-type') !== 'text/css') continue
    const path = resolvePath(packagePath, decoded(item.attribute('href') ?? ''))
    const style = await archive.bytes(path)
    if (style && /writing-mode\s*:\s*(vertical-rl|tb-rl)/u.test(decodeXml(style))) return true
  }
  return false
}

/**
 * What the package says of the book, in Dublin Core. EPUB 2 tells in attributes which of several titles,
 * people and days is meant, EPUB 3 in `meta` elements that refine them.
 */
function factsOf(tree: Tree.DocumentFragment): DocumentFacts {
  const refinements = inPackage(tree, 'meta')
  const refined = (element: XmlElement, property: string): string | undefined =>
    element.attribute(`opf:${property}`) ??
    refinements.find(
      (meta) =>
        meta.attribute('property') === property &&
        meta.attribute('refines') === `#${element.attribute('id')}`,
    )?.text
  const all = (name: string) => elementsCalled(tree, name)
  const titles = all('dc:title')
  const people = all('dc:creator')
  const authors = people.filter((one) => (refined(one, 'role')?.trim() ?? 'aut') === 'aut')
  const days = all('dc:date')
  const published =
    days.find((day) => day.attribute('opf:event') === 'publication') ??
    days.find((day) => day.attribute('opf:event') === undefined)
  const identifiers = all('dc:identifier').flatMap((one) => fact(one) ?? [])
  return knownFacts({
    title: fact(titles.find((one) => refined(one, 'title-type') === 'main') ?? titles[0]),
    author: joinedFact((authors.length > 0 ? authors : people).flatMap((one) => fact(one) ?? [])),
    date: fact(published),
    publisher: joinedFact(all('dc:publisher').flatMap((one) => fact(one) ?? [])),
    isbn: identifiers.map(isbnOf).find((one) => one !== undefined),
    address: identifiers.find(isAddress),
    language: fact(all('dc:language')[0]),
  })
}

const fact = (element: XmlElement | undefined): Fact | undefined =>
  element && fieldFact(element.name, element.text)

const isAddress = ({ value }: Fact): boolean => /^https?:\/\//iu.test(value)
