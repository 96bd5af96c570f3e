import type { PlacedBlock } from '../../document/document'
import {
  type Structure,
  structureOf,
  type TableCell,
  type TableStructure,
} from '../../document/structure'
import { dataUrlOf } from '../../formats/pictures'
import { inMarks, LineMarkdown } from './line-markdown'
import { asLine, escapeWords, fenced } from './markdown-text'
import type { LinePart, LinePiece, MarkedBlock, MarkedText } from './marked-text'
import type { ExportedDocument, ExportedNote } from './model'
import { headRows, TextHtml } from './text-html'

interface TextMarkdownOptions {
  readonly text: MarkedText
  /** The label of the footnote that a note of the reader's becomes. */
  readonly labelOf: (note: ExportedNote) => string
  /** What stands before the names of places, so that those of several documents are told apart. */
  readonly prefix: string
}

type Content = readonly Structure<PlacedBlock>[]

type Of<K extends Structure<PlacedBlock>['kind']> = Extract<Structure<PlacedBlock>, { kind: K }>

/**
 * The text of a document as Markdown (CommonMark with GitHub's tables and footnotes) that has its
 * structure. What Markdown has no signs for is HTML, which readers of Markdown show as what it is: marks,
 * readings, cells over several rows.
 */
export class TextMarkdown {
  readonly #document: ExportedDocument
  readonly #options: TextMarkdownOptions
  readonly #html: TextHtml
  readonly #line: LineMarkdown

  constructor(document: ExportedDocument, options: TextMarkdownOptions) {
    this.#document = document
    this.#options = options
    const { text, labelOf, prefix } = options
    const inHtml = { text, idPrefix: prefix, signOf: () => '', isOneLine: true }
    const targetOf = (blockId: string) => this.#html.targetOf(blockId)
    this.#html = new TextHtml(document, inHtml)
    this.#line = new LineMarkdown(document, { labelOf, prefix, targetOf })
  }

  whole(): string {
    return this.#content(structureOf(this.#options.text.placed)).join('\n\n')
  }

  /** The parts of a text, which an empty line parts. */
  #content(content: Content, depth = 0): readonly string[] {
    let marker = 0
    return content.flatMap((one, i) => {
      const before = content[i - 1]
      // Two lists that follow one another would be one, were their signs the same.
      marker = one.kind === 'list' && before?.kind === 'list' ? 1 - marker : 0
      return this.#structure(one, depth, marker)
    })
  }

  #structure(structure: Structure<PlacedBlock>, depth: number, marker: number): readonly string[] {
    switch (structure.kind) {
      case 'block':
        return this.#block(this.#options.text.block(structure.standing))
      case 'quotation': {
        const lines = this.#content(structure.content, depth).join('\n\n').split('\n')
        return [lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')]
      }
      case 'footnote':
        return this.#footnote(structure)
      case 'list':
        return this.#list(structure, depth, marker)
      case 'table':
        return [this.#table(structure)]
    }
  }

  /** A footnote that nothing leads to would be shown nowhere: it stays where it is, as HTML. */
  #footnote(structure: Of<'footnote'>): readonly string[] {
    const label = this.#line.labels.get(structure.id)
    if (label === undefined) return this.#asHtml(structure)
    const [first = '', ...others] = this.#content(structure.content)
    const isWords = !/^(?:[>#\-+|]|\d+[.)]|```|<(?:table|pre|aside))/u.test(first)
    const parts = isWords ? [first, ...others] : ['', first, ...others]
    return [`[^${label}]: ${indented(parts.join('\n\n'), 4)}`]
  }

  #list({ start, items }: Of<'list'>, depth: number, marker: number): readonly string[] {
    // Some write their footnotes as a list, as Markdown does when it is read.
    const notes = items.flatMap(({ content }) => content)
    if (notes.every((one) => one.kind === 'footnote' && this.#line.labels.has(one.id))) {
      return this.#content(notes, depth)
    }
    let next = 0
    const written = items.flatMap(({ item, content }) => {
      const empty = Array.from({ length: Math.max(0, item - next) }, (_, i) =>
        markerOf(start, next + i, depth, marker).trimEnd(),
      )
      const sign = markerOf(start, Math.max(item, next), depth, marker)
      next = Math.max(item, next) + 1
      const between = isTight(content) ? '\n' : '\n\n'
      const words = this.#content(content, start === null ? depth + 1 : depth).join(between)
      return [...empty, sign + indented(words, sign.length)]
    })
    return [written.join(items.every(({ content }) => isTight(content)) ? '\n' : '\n\n')]
  }

  #table(table: TableStructure<PlacedBlock>): string {
    const { rows, columns } = table
    if (isPlainTable(rows)) {
      const lines = rows.map((row) => `| ${row.map((cell) => this.#plainCell(cell)).join(' | ')} |`)
      const rule = `|${' --- |'.repeat(columns)}`
      return [lines[0], rule, ...lines.slice(1)].join('\n')
    }
    const [whole = '', ...signs] = this.#asHtml(table)
    return signs.length === 0 && !hasReferences(rows) ? whole : this.#tableAround(rows)
  }

  #plainCell({ content: [only] }: TableCell<PlacedBlock>): string {
    if (only?.kind !== 'block') return ''
    const block = this.#options.text.block(only.standing)
    return this.#anchor(block) + this.#line.words(block).replaceAll('\n', '<br>')
  }

  /** Tags of a table around Markdown, which alone can hold the signs of notes. */
  #tableAround(rows: TableStructure<PlacedBlock>['rows']): string {
    const cells = (row: readonly TableCell<PlacedBlock>[]) =>
      row.map(({ isHeader, rowSpan, columnSpan, content }) => {
        const tag = isHeader ? 'th' : 'td'
        const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
        return [`<${tag}${spans}>`, ...this.#content(content), `</${tag}>`].join('\n\n')
      })
    const lines = rows.map((row) => ['<tr>', ...cells(row), '</tr>'].join('\n'))
    return ['<table>', ...lines, '</table>'].join('\n')
  }

  /** A part of the text in one line of HTML; the signs of notes, which it cannot hold, behind it. */
  #asHtml(structure: Structure<PlacedBlock>): readonly string[] {
    const signs = notesEndingIn(structure, this.#options.text)
    const behind = signs.map((note) => this.#line.signOf(note)).join(' ')
    return [this.#html.structure(structure), ...(behind === '' ? [] : [behind])]
  }

  #block(marked: MarkedBlock): readonly string[] {
    const { block, text } = marked
    switch (block.kind) {
      case 'heading':
        return [`${'#'.repeat(block.level)} ${this.#anchor(marked)}${this.#lines(marked, '<br>')}`]
      case 'paragraph':
        return this.#paragraph(marked)
      case 'code':
        return isPlainCode(marked.content) && this.#anchor(marked) === ''
          ? [fenced(text)]
          : this.#asHtmlBlock(marked)
      case 'picture':
        return this.#picture(marked, block.resource)
    }
  }

  #paragraph(marked: MarkedBlock): readonly string[] {
    if (/^\n|\n\n|\n$/u.test(marked.text)) return this.#asHtmlBlock(marked)
    const words = this.#anchor(marked) + this.#lines(marked, '<br>\n')
    return words === '' ? [] : [words]
  }

  #asHtmlBlock({ block }: MarkedBlock): readonly string[] {
    const placed = this.#document.open.document.block(block.id)
    return placed === undefined ? [] : this.#asHtml({ kind: 'block', standing: placed })
  }

  /** A picture by itself; its description, where the picture is not there. */
  #picture(marked: MarkedBlock, resource: string): readonly string[] {
    const bytes = this.#document.pictures.get(resource)
    const address = bytes && dataUrlOf(bytes)
    if (address === undefined) return this.#paragraph(marked)
    const marks = piecesIn(marked.content)[0]?.marks ?? []
    const description = escapeWords(marked.text.replaceAll('\n', ' '))
    const picture = inMarks(`![${description}](${address})`, marks)
    return [
      this.#anchor(marked) +
        picture +
        marked.ending.map((note) => this.#line.signOf(note)).join(''),
    ]
  }

  /** The name of the place, where something leads to the block. */
  #anchor({ block }: MarkedBlock): string {
    const target = this.#html.targetOf(block.id)
    return target === undefined ? '' : `<a id="${target}"></a>`
  }

  #lines(marked: MarkedBlock, lineBreak: string): string {
    return this.#line.words(marked).split('\n').map(asLine).join(lineBreak)
  }
}

/** The sign that an item of a list begins with, and a space. @param marker which of two kinds */
function markerOf(start: number | null, item: number, depth: number, marker: number): string {
  if (start !== null) return `${Math.max(0, start + item)}${marker === 0 ? '.' : ')'} `
  // Signs of one kind in one line could be a rule.
  return `${(depth + marker) % 2 === 0 ? '-' : '+'} `
}

/** Whether the parts of an item need no empty line between them. */
const isTight = ([first, second, ...others]: Content): boolean =>
  others.length === 0 &&
  (first === undefined || (first.kind === 'block' && first.standing.block.kind === 'paragraph')) &&
  (second === undefined ||
    (second.kind === 'list' &&
      second.items[0]?.item === 0 &&
      (second.start === null || second.start === 1) &&
      second.items.every(({ content }) => isTight(content))))

/** Every line but the first set in, the empty ones excepted. */
const indented = (text: string, by: number): string =>
  text.replaceAll(/\n(?=[^\n])/gu, `\n${' '.repeat(by)}`)

/** Whether a table is as GitHub's are: one row of headers, and of each cell one line of words. */
const isPlainTable = (rows: TableStructure<PlacedBlock>['rows']): boolean =>
  headRows(rows) === 1 &&
  rows.every((row, i) =>
    row.every(
      ({ content, rowSpan, columnSpan, isHeader }) =>
        (i === 0 || !isHeader) && rowSpan === 1 && columnSpan === 1 && isLine(content),
    ),
  )

const isLine = ([only, ...others]: Content): boolean =>
  others.length === 0 &&
  (only === undefined || (only.kind === 'block' && only.standing.block.kind === 'paragraph'))

/** Whether a footnote's sign stands in a table. */
const hasReferences = (rows: TableStructure<PlacedBlock>['rows']): boolean =>
  rows
    .flat()
    .some(({ content }) =>
      blocksOf(content).some(({ block: { spans = [] } }) =>
        spans.some(({ kind }) => kind === 'note-reference'),
      ),
    )

/** The blocks of a text, whatever they stand in. */
const blocksOf = (content: Content): readonly PlacedBlock[] =>
  content.flatMap((one) => {
    switch (one.kind) {
      case 'block':
        return [one.standing]
      case 'quotation':
      case 'footnote':
        return blocksOf(one.content)
      case 'list':
        return one.items.flatMap((item) => blocksOf(item.content))
      case 'table':
        return one.rows.flat().flatMap((cell) => blocksOf(cell.content))
    }
  })

const notesEndingIn = (structure: Structure<PlacedBlock>, text: MarkedText) =>
  blocksOf([structure]).flatMap((placed) => text.block(placed).ending)

const piecesIn = (content: readonly LinePart[]): readonly LinePiece[] =>
  content.flatMap((part) => {
    if (part.kind === 'piece') return [part]
    return part.kind === 'span' ? piecesIn(part.content) : []
  })

/** Whether code has nothing in it but its words: neither marks nor anything set apart. */
const isPlainCode = (content: readonly LinePart[]): boolean =>
  content.every(
    (part) =>
      (part.kind === 'piece' && part.marks.length === 0) ||
      (part.kind === 'span' && part.span.kind === 'code' && isPlainCode(part.content)),
  )
