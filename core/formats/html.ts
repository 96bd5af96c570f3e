import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Container, HeadingLevel, LinkTarget, Span, SpanKind } from '../document/block'
import { BlockBuilder } from './block-builder'
import { listOf } from './html-lists'
import { rubyBasesOf } from './html-ruby'
import { decoded, leadsOut, resolvePath } from './path-in-document'
import { pictureOf } from './pictures'
import type { LeftOutKind, ReadDocument, Resource } from './read-document'
import { nodesIn } from './tree'

/**
 * Reads HTML as a document. Only text and the structure of text come out of it: nothing is run, loaded or
 * kept as markup. Whatever wrote HTML on the way (Markdown, Word, an e-book) is read by this, too.
 */

export interface HtmlOptions {
  /** The file that a picture's address names, if it came with the document. */
  readonly resourceOf?: (address: string) => Uint8Array | undefined
}

/** How deep elements are followed into one another; deeper ones give their text. */
const deepest = 200

const skipped = new Set(['script', 'style', 'template', 'head', 'noscript', 'rp', 'title', 'base'])

const leftOutBy: Readonly<Record<string, LeftOutKind>> = {
  video: 'media',
  audio: 'media',
  object: 'media',
  embed: 'media',
  iframe: 'embedded-page',
  frame: 'embedded-page',
  svg: 'drawing',
  canvas: 'drawing',
  math: 'formula',
  input: 'form',
  select: 'form',
  textarea: 'form',
  button: 'form',
}

/** Elements whose text is not that of the document: what is drawn, played or filled in. */
const without = new Set([
  'svg',
  'canvas',
  'iframe',
  'frame',
  'video',
  'audio',
  'select',
  'textarea',
])

const blockElements = new Set(
  (
    'p div section article main header footer aside nav address figure figcaption details summary ' +
    'dl dt dd li hgroup center fieldset form legend dialog search body html caption'
  ).split(' '),
)

const spanKinds: Readonly<Record<string, Extract<SpanKind, { kind: string }>['kind']>> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  del: 'deleted',
  s: 'deleted',
  strike: 'deleted',
  sup: 'superscript',
  sub: 'subscript',
}

/** @param html decoded text */
export function readHtml(html: string, options: HtmlOptions = {}): ReadContent {
  const reader = new HtmlReader(options)
  reader.read(parse(html))
  return reader.result()
}

/** What is read of a document, besides what it says of itself: each format has its own ways for that. */
export type ReadContent = Omit<ReadDocument, 'facts'>

/** Walks one or several pages into one list of blocks; an e-book has many. */
export class HtmlReader {
  readonly #builder = new BlockBuilder()
  readonly #options: HtmlOptions
  readonly #resources = new Map<string, Resource>()
  readonly #leftOut = new Map<LeftOutKind, number>()
  /** Put before the names of places, so that those of several pages stay apart. */
  #page = ''

  constructor(options: HtmlOptions) {
    this.#options = options
  }

  /** @param page the address of the page within the document, by which others link to it */
  read(tree: Tree.ParentNode, page = ''): void {
    this.#page = page
    this.#builder.addAnchor(`${page}#`)
    this.#children(tree, 0)
    this.#builder.endBlock()
  }

  result(): ReadContent {
    const { picturesInLine } = this.#builder
    if (picturesInLine > 0) this.#leftOut.set('picture-in-line', picturesInLine)
    return {
      blocks: this.#builder.blocks.map((block) =>
        block.spans === undefined ? block : { ...block, spans: this.#linked(block.spans) },
      ),
      resources: this.#resources,
      leftOut: this.#leftOut,
      isVertical: false,
    }
  }

  /** Links to places inside the text know now which block they lead to; those to nowhere go. */
  #linked(spans: readonly Span[]): readonly Span[] {
    return spans.flatMap((span): Span[] => {
      if (span.kind !== 'link' || span.target.to !== 'block') return [span]
      const blockId = this.#builder.blockOfAnchor(span.target.blockId)
      return blockId === undefined ? [] : [{ ...span, target: { to: 'block', blockId } }]
    })
  }

  #children(node: Tree.ParentNode, depth: number): void {
    for (const child of node.childNodes) this.#node(child, depth + 1)
  }

  #node(node: Tree.ChildNode, depth: number): void {
    if (isText(node)) this.#builder.addText(node.value)
    else if (isElement(node)) {
      if (depth > deepest) this.#builder.addText(textOf(node))
      else this.#element(node, depth)
    }
  }

  #element(element: Tree.Element, depth: number): void {
    const { tagName } = element
    if (skipped.has(tagName) || isUnseen(element)) return
    const id =
      attribute(element, 'id') ?? (tagName === 'a' ? attribute(element, 'name') : undefined)
    if (id !== undefined) this.#builder.addAnchor(`${this.#page}#${id}`)
    if (isCheckbox(element)) return this.#checkbox(element)
    const leftOut = leftOutBy[tagName]
    if (leftOut !== undefined) this.#leaveOut(leftOut)
    if (without.has(tagName)) return
    if (isFootnote(element)) return this.#footnote(element, depth)
    this.#known(element, depth)
  }

  #known(element: Tree.Element, depth: number): void {
    const builder = this.#builder
    const fill = () => this.#children(element, depth)
    const { tagName } = element
    const heading = /^h([1-6])$/u.exec(tagName)
    const spanKind = spanKinds[tagName]
    if (heading !== null) {
      builder.block({ kind: 'heading', level: Number(heading[1]) as HeadingLevel }, fill)
    } else if (tagName === 'pre' || tagName === 'listing' || tagName === 'xmp') {
      builder.block({ kind: 'code' }, fill)
    } else if (tagName === 'blockquote') {
      builder.inside({ kind: 'quotation', id: builder.newContainerId('quotation') }, fill)
    } else if (['ul', 'ol', 'menu', 'dir'].includes(tagName)) {
      this.#list(element, depth)
    } else if (tagName === 'table') {
      this.#table(element, depth)
    } else if (tagName === 'br') {
      builder.breakLine()
    } else if (tagName === 'hr') {
      builder.endBlock()
    } else if (tagName === 'img' || tagName === 'image') {
      this.#picture(element)
    } else if (tagName === 'ruby') {
      this.#ruby(element, depth)
    } else if (tagName === 'a') {
      this.#link(element, fill)
    } else if (spanKind !== undefined) {
      builder.span({ kind: spanKind } as SpanKind, fill)
    } else if (blockElements.has(tagName)) {
      builder.block({ kind: 'paragraph' }, fill)
    } else fill()
  }

  #list(element: Tree.Element, depth: number): void {
    const list = listOf(element)
    let { start } = list
    let id = this.#builder.newContainerId('list')
    let item = 0
    for (const child of element.childNodes) {
      if (!isElement(child) || child.tagName !== 'li') {
        this.#node(child, depth + 1)
        continue
      }
      const fill = () => this.#element(child, depth + 1)
      const number = list.numbers.get(child) ?? null
      if (number !== null && list.sign !== undefined) {
        this.#leaveOut('item-number')
        this.#builder.numbered(list.sign(number), fill)
        continue
      }
      // A list counts on: what does not follow begins another.
      if (start !== null && number !== start + item) {
        id = item === 0 ? id : this.#builder.newContainerId('list')
        start = number
        item = 0
      }
      const container: Container = { kind: 'list', id, start, item: item++ }
      this.#builder.inside(container, fill)
    }
  }

  #table(element: Tree.Element, depth: number): void {
    const id = this.#builder.newContainerId('table')
    const taken = new Set<string>()
    for (const caption of childrenCalled(element, 'caption')) this.#element(caption, depth + 1)
    for (const [row, line] of rowsOf(element).entries()) {
      let column = 0
      for (const cell of line.childNodes.filter(isCell)) {
        while (taken.has(`${row}:${column}`)) column++
        const columnSpan = span(cell, 'colspan')
        const rowSpan = span(cell, 'rowspan')
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) taken.add(`${r}:${c}`)
        }
        const isHeader = cell.tagName === 'th'
        const place = { row, column, rowSpan, columnSpan, isHeader }
        this.#builder.inside({ kind: 'table', id, ...place }, () => this.#children(cell, depth + 1))
        column += columnSpan
      }
    }
  }

  #footnote(element: Tree.Element, depth: number): void {
    // Markdown's notes are named with their percent signs; the links to them are decoded.
    const id = decoded(attribute(element, 'id') ?? '')
    const label = id.split(/\D/u).at(-1) || (/^footnote-(.+)$/u.exec(id)?.[1] ?? '')
    const container: Container = { kind: 'footnote', id: `${this.#page}#${id}`, label }
    this.#builder.inside(container, () => this.#children(element, depth))
  }

  #link(element: Tree.Element, fill: () => void): void {
    const href = attribute(element, 'href')
    if (href === undefined) return fill()
    if (isBackReference(element)) return
    if (isNoteReference(element)) {
      const noteId = this.#placeOf(href)
      return this.#builder.span({ kind: 'note-reference', noteId }, fill)
    }
    const target = this.#targetOf(href)
    if (target === undefined) fill()
    else this.#builder.span({ kind: 'link', target }, fill)
  }

  #targetOf(href: string): LinkTarget | undefined {
    if (/^(https?|mailto):/iu.test(href)) return { to: 'address', url: href }
    if (/^[a-z][a-z0-9+.-]*:/iu.test(href)) return undefined
    return { to: 'block', blockId: this.#placeOf(href) }
  }

  /** The name of a place that an address within the document leads to. */
  #placeOf(href: string): string {
    const [path = '', fragment = ''] = href.split('#')
    const page = path === '' ? this.#page : resolvePath(this.#page, decoded(path))
    return `${page}#${decoded(fragment)}`
  }

  #ruby(element: Tree.Element, depth: number): void {
    for (const { nodes, reading } of rubyBasesOf(element)) {
      const fill = () => {
        for (const node of nodes) this.#node(node, depth + 1)
      }
      const said = reading === undefined ? '' : textOf(reading).trim()
      if (said === '') fill()
      else this.#builder.span({ kind: 'ruby', reading: said }, fill)
    }
  }

  #picture(element: Tree.Element): void {
    const address = attribute(element, 'src') ?? attribute(element, 'xlink:href') ?? ''
    const description = (attribute(element, 'alt') ?? '').replaceAll(/\s+/gu, ' ').trim()
    const picture = pictureOf(address, (path) => {
      if (this.#page === '' && leadsOut(decoded(path))) return undefined
      const name = resolvePath(this.#page, decoded(path))
      const bytes = this.#options.resourceOf?.(name)
      return bytes && { name, bytes }
    })
    if (picture.kind === 'left-out') {
      this.#leaveOut(picture.why)
      if (description !== '') this.#builder.addText(description)
      return
    }
    this.#resources.set(picture.name, picture.resource)
    this.#builder.addPicture(picture.name, description)
  }

  /** What is done of a list of tasks, as Markdown writes it. */
  #checkbox(element: Tree.Element): void {
    this.#builder.addText(attribute(element, 'checked') === undefined ? '[ ] ' : '[x] ')
  }

  #leaveOut(kind: LeftOutKind): void {
    this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1)
  }
}

const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === '#text'

/** One that shows something and is not there to be filled in. */
const isCheckbox = (element: Tree.Element): boolean =>
  element.tagName === 'input' &&
  attribute(element, 'type') === 'checkbox' &&
  attribute(element, 'disabled') !== undefined

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node

const isCell = (node: Tree.Node): node is Tree.Element =>
  isElement(node) && (node.tagName === 'td' || node.tagName === 'th')

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => (one.prefix ? `${one.prefix}:${one.name}` : one.name) === name)?.value

/** What a page keeps from sight says something of the page, and is not its text. */
const isUnseen = (element: Tree.Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  /\b(sr-only|visually-hidden)\b/u.test(attribute(element, 'class') ?? '')

const span = (cell: Tree.Element, name: string): number => {
  const count = Number(attribute(cell, name) ?? 1)
  return Number.isInteger(count) && count >= 1 && count <= 1_000 ? count : 1
}

const childrenCalled = (element: Tree.Element, name: string): readonly Tree.Element[] =>
  element.childNodes.filter(isElement).filter(({ tagName }) => tagName === name)

const rowsOf = (table: Tree.Element): readonly Tree.Element[] =>
  table.childNodes
    .filter(isElement)
    .flatMap((part) => (part.tagName === 'tr' ? [part] : childrenCalled(part, 'tr')))

/** Words that formats use for the parts of notes: EPUB's types, ARIA's roles, and what writers name. */
const roleOf = (element: Tree.Element): string =>
  `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`

const isNoteReference = (element: Tree.Element): boolean =>
  /\bnoteref\b|doc-noteref/u.test(roleOf(element)) ||
  attribute(element, 'data-footnote-ref') !== undefined ||
  /^(foot|end)note-ref-/u.test(attribute(element, 'id') ?? '')

const isBackReference = (element: Tree.Element): boolean =>
  /doc-backlink/u.test(roleOf(element)) ||
  attribute(element, 'data-footnote-backref') !== undefined ||
  /^#(foot|end)note-ref-/u.test(attribute(element, 'href') ?? '')

const isFootnote = (element: Tree.Element): boolean =>
  /\b(footnote|endnote|rearnote)\b|doc-(foot|end)note/u.test(roleOf(element)) ||
  (element.tagName === 'li' && /^((foot|end)note-(?!ref)|fn)/u.test(attribute(element, 'id') ?? ''))

/** All text in an element, without following how it is nested: for what is too deep to follow. */
export function textOf(element: Tree.Element): string {
  let text = ''
  for (const node of nodesIn(element, ({ tagName }) => !skipped.has(tagName))) {
    if (isText(node)) text += node.value
  }
  return text
}
