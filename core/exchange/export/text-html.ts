import type { LinkTarget, PictureSource } from '../../document/block'
import type { PlacedBlock } from '../../document/document'
import {
  firstOf,
  type ListItem,
  type NoteSigns,
  noteSignsOf,
  type Structure,
  structureOf,
  type TableCell,
  type TableStructure,
} from '../../document/structure'
import { dataUrlOf } from '../../formats/pictures'
import type { LinePart, LinePiece, MarkedBlock, MarkedText } from './marked-text'
import type { ExportedDocument, ExportedNote } from './model'
import { html, langAttribute, langOf, leadsOutside, markClasses } from './note-html'

interface TextHtmlOptions {
  readonly text: MarkedText
  /** What stands where the words of a note end. */
  readonly signOf: (note: ExportedNote) => string
  /** What stands before every id, so that those of several documents are told apart. */
  readonly idPrefix: string
  /** Whether it is to have no line break, for a format that takes one for more than that. */
  readonly isOneLine?: boolean
  /** What stands under a block in which the words of these notes end. */
  readonly under?: (notes: readonly ExportedNote[]) => string
}

type Content = readonly Structure<PlacedBlock>[]

const inlineTags = {
  'run-in': 'b',
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
  deleted: 'del',
  subscript: 'sub',
} as const

/**
 * The text of a document as HTML that has its structure: headings, lists, tables, quotations, code,
 * pictures, footnotes, and what is set apart within a line. Marks are innermost, so that none of them
 * breaks an element up.
 */
export class TextHtml {
  readonly #document: ExportedDocument
  readonly #options: TextHtmlOptions
  readonly #signs: NoteSigns
  /** The footnotes and blocks that something leads to, numbered, for their ids may be anything. */
  readonly #footnotes = new Map<string, number>()
  readonly #targets = new Map<string, number>()
  /** The footnotes that the text has referred to so far: a way back leads to the first sign. */
  readonly #referredTo = new Set<string>()
  /** How many raised spans are open: what stands in one needs not be raised again. */
  #raised = 0
  /** Whether a link is open: no other can stand in one. */
  #isLinked = false
  /** What stands before the first words of a block: the sign of the footnote that it begins. */
  readonly #labels = new Map<PlacedBlock, string>()

  constructor(document: ExportedDocument, options: TextHtmlOptions) {
    this.#document = document
    this.#options = options
    const { blocks } = document.open.document.data
    this.#signs = noteSignsOf({ blocks })
    for (const { within = [], spans = [] } of blocks) {
      for (const { kind, id } of within) if (kind === 'footnote') numbered(this.#footnotes, id)
      for (const span of spans) {
        if (span.kind === 'link' && span.target.to === 'block') {
          numbered(this.#targets, span.target.blockId)
        }
      }
    }
  }

  /** The whole text. */
  whole(): string {
    return this.#content(structureOf(this.#options.text.placed))
  }

  /** The id of a block, where something leads to it. */
  targetOf(blockId: string): string | undefined {
    const number = this.#targets.get(blockId)
    return number === undefined ? undefined : this.#id('to', number)
  }

  #content(content: Content): string {
    return content.map((one) => this.structure(one)).join(this.#between)
  }

  get #between(): string {
    return this.#options.isOneLine === true ? '' : '\n'
  }

  /** A part of the text. */
  structure(structure: Structure<PlacedBlock>): string {
    switch (structure.kind) {
      case 'block':
        return this.#block(structure.standing)
      case 'quotation':
        return this.#lines('<blockquote>', this.#content(structure.content), '</blockquote>')
      case 'footnote':
        return this.#footnote(structure)
      case 'list': {
        const { start, items } = structure
        const tag = start === null ? 'ul' : 'ol'
        const from = start === null || start === 1 ? '' : ` start="${start}"`
        return this.#lines(`<${tag}${from}>`, ...this.#items(items, start), `</${tag}>`)
      }
      case 'table':
        return this.#table(structure)
    }
  }

  /** Items that hold nothing stand in their places, so that those behind them keep their numbers. */
  #items(items: readonly ListItem<PlacedBlock>[], start: number | null): readonly string[] {
    let next = 0
    return items.flatMap(({ item, content }) => {
      const empty = Array.from({ length: Math.max(0, item - next) }, () => '<li></li>')
      const value = start === null || item >= next ? '' : ` value="${start + item}"`
      next = item + 1
      return [...empty, `<li${value}>${this.#content(content)}</li>`]
    })
  }

  #footnote({ id, label, content }: Extract<Structure<PlacedBlock>, { kind: 'footnote' }>) {
    const first = firstOf(content)
    const sign = html(this.#signs.get(id) ?? label) || '*'
    const number = this.#footnotes.get(id)
    if (first !== undefined) {
      const back = `<a role="doc-backlink" href="#${this.#id('fnref', number)}">${sign} </a>`
      this.#labels.set(first, back)
    }
    const opening = `<aside role="doc-footnote" id="${this.#id('fn', number)}">`
    return this.#lines(opening, this.#content(content), '</aside>')
  }

  #table({ rows }: TableStructure<PlacedBlock>): string {
    const heads = headRows(rows)
    const part = (tag: 'thead' | 'tbody', some: TableStructure<PlacedBlock>['rows']) => {
      const isHeading = tag === 'thead'
      const cells = (row: readonly TableCell<PlacedBlock>[]) =>
        row.map((cell) => this.#cell(cell, isHeading || cell.row === 0))
      const lines = some.map((row) => `<tr>${cells(row).join('')}</tr>`)
      return some.length === 0 ? [] : [`<${tag}>`, ...lines, `</${tag}>`]
    }
    const parts = [...part('thead', rows.slice(0, heads)), ...part('tbody', rows.slice(heads))]
    return this.#lines('<table>', ...parts, '</table>')
  }

  #lines(...lines: readonly string[]): string {
    return lines.join(this.#between)
  }

  /** @param isAbove whether a header heads a column, and not a row */
  #cell(cell: TableCell<PlacedBlock>, isAbove: boolean): string {
    const { rowSpan, columnSpan, isHeader, content } = cell
    const [tag, scope] = isHeader ? ['th', ` scope="${isAbove ? 'col' : 'row'}"`] : ['td', '']
    const spans = [
      ...(rowSpan > 1 ? [` rowspan="${rowSpan}"`] : []),
      ...(columnSpan > 1 ? [` colspan="${columnSpan}"`] : []),
    ].join('')
    return `<${tag}${scope}${spans}>${this.#content(content)}</${tag}>`
  }

  #block(placed: PlacedBlock): string {
    const block = this.#options.text.block(placed)
    const under = block.ending.length > 0 ? this.#options.under?.(block.ending) : undefined
    return this.#blockItself(placed, block) + (under ? this.#between + under : '')
  }

  #blockItself(placed: PlacedBlock, marked: MarkedBlock): string {
    const { block } = marked
    const target = this.#targets.get(block.id)
    const id = target === undefined ? '' : ` id="${this.#id('to', target)}"`
    const named = id + langAttribute(marked.lang, langOf(this.#document))
    const line = this.#line(marked.content)
    const broken = line.replaceAll('\n', block.kind === 'code' ? this.#breakInCode : '<br>')
    const words = (this.#labels.get(placed) ?? '') + broken
    switch (block.kind) {
      case 'heading':
        return `<h${block.level}${named}>${words}</h${block.level}>`
      case 'paragraph':
        return `<p${named} class="${block.role}">${words}</p>`
      case 'code':
        // The first line break in the element is none of the text.
        return `<pre${named}>${line.startsWith('\n') ? this.#breakInCode : ''}${words}</pre>`
      case 'picture': {
        const { resource } = block
        const picture = this.#picture({ resource, description: marked.text })
        // Who hears the picture's description need not hear it again.
        const caption = picture === '' ? '' : ' aria-hidden="true"'
        return `<figure${named}>${picture}<figcaption${caption}>${words}</figcaption></figure>`
      }
    }
  }

  get #breakInCode(): string {
    return this.#options.isOneLine === true ? '&#10;' : '\n'
  }

  #line(content: readonly LinePart[]): string {
    return content.map((part) => this.#part(part)).join('')
  }

  #part(part: LinePart): string {
    switch (part.kind) {
      case 'piece':
        return inMarks(html(part.text), part)
      case 'span':
        return this.#span(part)
      case 'begin':
        return ''
      case 'end':
        return this.#options.signOf(part.note)
    }
  }

  #span({ span, range, content }: Extract<LinePart, { kind: 'span' }>): string {
    const words = () => this.#line(content)
    switch (span.kind) {
      case 'link':
        return this.#link(span.target, words)
      case 'note-reference':
        return this.#noteReference(span.noteId, isRaised(content), words)
      case 'ruby': {
        const reading = range.start === span.range.start ? html(span.reading) : ''
        return `<ruby>${words()}<rt>${reading}</rt></ruby>`
      }
      case 'picture': {
        const picture = this.#picture(span.picture) || html(span.picture.description)
        const [piece] = content
        return piece?.kind === 'piece' ? inMarks(picture, piece) : picture
      }
      case 'superscript':
        return this.#inSuperscript(words)
      case 'run-in':
      case 'emphasis':
      case 'strong':
      case 'code':
      case 'deleted':
      case 'subscript': {
        const tag = inlineTags[span.kind]
        return `<${tag}>${words()}</${tag}>`
      }
    }
  }

  #link(target: LinkTarget, words: () => string): string {
    if (target.to === 'block') {
      return this.#anchor(`href="#${this.#id('to', this.#targets.get(target.blockId))}"`, words)
    }
    if (!leadsOutside.test(target.url)) return words()
    return this.#anchor(`href="${html(target.url)}" rel="noreferrer noopener"`, words)
  }

  #anchor(attributes: string, words: () => string): string {
    if (this.#isLinked) return words()
    this.#isLinked = true
    const linked = words()
    this.#isLinked = false
    return `<a ${attributes}>${linked}</a>`
  }

  #inSuperscript(words: () => string): string {
    this.#raised++
    const raised = words()
    this.#raised--
    return `<sup>${raised}</sup>`
  }

  /** The sign of a footnote is raised, and leads to it. */
  #noteReference(noteId: string, isRaisedItself: boolean, words: () => string): string {
    if (this.#raised === 0 && !isRaisedItself) {
      return this.#inSuperscript(() => this.#noteReference(noteId, true, words))
    }
    const number = this.#footnotes.get(noteId)
    if (number === undefined) return words()
    const isFirst = !this.#referredTo.has(noteId)
    this.#referredTo.add(noteId)
    const id = isFirst ? ` id="${this.#id('fnref', number)}"` : ''
    return this.#anchor(`role="doc-noteref"${id} href="#${this.#id('fn', number)}"`, words)
  }

  #picture({ resource, description }: PictureSource): string {
    const bytes = this.#document.pictures.get(resource)
    const address = bytes && dataUrlOf(bytes)
    return address === undefined ? '' : `<img src="${address}" alt="${html(description)}">`
  }

  #id(name: 'fn' | 'fnref' | 'to', number: number | undefined): string {
    return `${this.#options.idPrefix}${name}-${number ?? 0}`
  }
}

/** The number of a note, which leads to it in a list whose items are called `n1`. */
export const signsBy =
  (numbers: ReadonlyMap<ExportedNote, number>) =>
  (note: ExportedNote): string => {
    const number = numbers.get(note)
    return `<sup><a href="#n${number}">${number}</a></sup>`
  }

/** Gives a thing the next number, if it has none. */
function numbered(numbers: Map<string, number>, id: string): void {
  if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
}

/** Whether all of a line's part is superscript. */
const isRaised = ([first, ...others]: readonly LinePart[]): boolean =>
  others.length === 0 &&
  first?.kind === 'span' &&
  (first.span.kind === 'superscript' || isRaised(first.content))

const inMarks = (words: string, { text, marks, isUpright, isEnglishMark }: LinePiece): string => {
  if (text === '') return words
  const look = isUpright ? 'upright' : isEnglishMark ? 'english-mark' : undefined
  return marks.reduceRight(
    (inner, note) => `<mark class="${markClasses(note)}">${inner}</mark>`,
    look === undefined ? words : `<span class="${look}">${words}</span>`,
  )
}

/** Whether a row holds headers, and besides them nothing. */
const isHead = (row: readonly TableCell<PlacedBlock>[]): boolean =>
  row.some(({ isHeader }) => isHeader) &&
  row.every(({ isHeader, content }) => isHeader || content.length === 0)

/** How many rows of a table from the first hold headers alone, and no cell that reaches into those below. */
export function headRows(rows: TableStructure<PlacedBlock>['rows']): number {
  const found = rows.findIndex((row) => !isHead(row))
  const heads = found === -1 ? rows.length : found
  const isCut = rows
    .slice(0, heads)
    .some((row, i) => row.some(({ rowSpan }) => i + rowSpan > heads))
  return isCut ? 0 : heads
}
