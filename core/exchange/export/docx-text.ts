import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type INumberingOptions,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableRow,
  TextRun,
  WidthType,
  TableCell as WordCell,
} from 'docx'
import type { PlacedBlock } from '../../document/document'
import {
  firstOf,
  type NoteSigns,
  noteSignsOf,
  type Structure,
  structureOf,
  type TableStructure,
} from '../../document/structure'
import { codeRun, DocxLine, isChinese, place } from './docx-line'
import { pictureOf } from './docx-picture'
import { languageRun } from './docx-style'
import type { MarkedBlock, MarkedText } from './marked-text'
import type { ExportedDocument, ExportedText } from './model'
import { headRows } from './text-html'
import { visible } from './visible'

interface DocxTextOptions {
  readonly text: MarkedText
  /** What names of places and lists begin with: each text of a file has its own. */
  readonly prefix: string
  /** What the file is in where nothing else is said, BCP 47. */
  readonly lang: string
}

type Content = readonly Structure<PlacedBlock>[]

type List = Extract<Structure<PlacedBlock>, { kind: 'list' }>

/** What blocks stand in, as it is seen in how a paragraph is set. */
interface Surroundings {
  /** How far it is set in, in twentieths of a point. */
  readonly indent: number
  /** How many lists it stands in. */
  readonly depth: number
  readonly isQuoted: boolean
  readonly isSmall: boolean
  /** Whether it is the head of a column or row of a table. */
  readonly isHead: boolean
  /** Whether it begins a line of running text, which is set in by two characters. */
  readonly isRunning: boolean
}

const outside: Surroundings = {
  indent: 0,
  depth: 0,
  isQuoted: false,
  isSmall: false,
  isHead: false,
  isRunning: true,
}

/** As far as what stands in something is set in. */
const step = 480

/** The levels that Word counts lists in. */
const deepest = 8

/** The width of the text on a page of A4 between Word's usual margins. */
const textWidth = 9_026

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6,
} as const

/** The lists of a text, in the order in which they are come upon. */
const listsIn = (content: Content): readonly List[] =>
  content.flatMap((one): readonly List[] => {
    switch (one.kind) {
      case 'block':
        return []
      case 'quotation':
      case 'footnote':
        return listsIn(one.content)
      case 'list':
        return [one, ...one.items.flatMap((item) => listsIn(item.content))]
      case 'table':
        return one.rows.flat().flatMap((cell) => listsIn(cell.content))
    }
  })

const listName = (prefix: string, list: number) => `${prefix}list-${list}`

/** How the lists of some texts are numbered: each by itself, from where it begins. */
export const numberingOf = (texts: readonly ExportedText[]): INumberingOptions => ({
  config: texts.flatMap(({ document, prefix }) =>
    listsIn(structureOf(document.open.document.placed)).map(({ start }, list) => ({
      reference: listName(prefix, list),
      levels: Array.from({ length: deepest + 1 }, (_, level) => ({
        level,
        format: start === null ? LevelFormat.BULLET : LevelFormat.DECIMAL,
        text: start === null ? (level % 2 === 0 ? '•' : '◦') : `%${level + 1}.`,
        start: Math.max(0, start ?? 1),
        alignment: AlignmentType.START,
      })),
    })),
  ),
})

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const edge = { style: BorderStyle.SINGLE, size: 8, color: '625A52' } as const

/** As on the page: lines between rows, and none between columns. */
const tableBorders = {
  top: edge,
  bottom: edge,
  left: noBorder,
  right: noBorder,
  insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: 'C9C1B6' },
  insideVertical: noBorder,
} as const

/** The text of a document as Word's own paragraphs, lists and tables. */
export class DocxText {
  readonly #document: ExportedDocument
  readonly #options: DocxTextOptions
  readonly #signs: NoteSigns
  readonly #line: DocxLine
  /** What stands before the first words of a block: the sign of the footnote that it begins. */
  readonly #labels = new Map<PlacedBlock, ParagraphChild>()
  /** What those footnotes are called. */
  readonly #footnotes = new Map<PlacedBlock, string>()
  #lists = 0

  constructor(document: ExportedDocument, options: DocxTextOptions) {
    this.#document = document
    this.#options = options
    const { data } = document.open.document
    this.#signs = noteSignsOf(data)
    this.#line = new DocxLine(document, options.prefix)
  }

  whole(): readonly FileChild[] {
    return this.#content(structureOf(this.#options.text.placed), outside)
  }

  #content(content: Content, around: Surroundings): readonly (Paragraph | Table)[] {
    return content.flatMap((one) => this.#structure(one, around))
  }

  #structure(
    structure: Structure<PlacedBlock>,
    around: Surroundings,
  ): readonly (Paragraph | Table)[] {
    switch (structure.kind) {
      case 'block':
        return this.#block(structure.standing, around, {})
      case 'quotation': {
        const { indent } = around
        const within = { ...around, indent: indent + step, isQuoted: true, isRunning: false }
        return this.#content(structure.content, within)
      }
      case 'footnote': {
        const first = firstOf(structure.content)
        const back = this.#line.nameOf(`fn ${structure.id}`, 'ref')
        const sign = visible(this.#signs.get(structure.id) ?? structure.label) || '*'
        const name = this.#line.nameOf(`fn ${structure.id}`)
        if (first !== undefined && back !== undefined && name !== undefined) {
          this.#footnotes.set(first, name)
          const children = [new TextRun({ text: `${sign} `, superScript: true })]
          this.#labels.set(first, new InternalHyperlink({ anchor: back, children }))
        }
        return this.#content(structure.content, { ...around, isSmall: true, isRunning: false })
      }
      case 'list':
        return this.#list(structure, around)
      case 'table':
        return [this.#table(structure), new Paragraph({ spacing: { after: 0 } })]
    }
  }

  /** Items that hold nothing have their number; what an item holds besides its first block has none. */
  #list({ items }: List, around: Surroundings): readonly (Paragraph | Table)[] {
    const reference = listName(this.#options.prefix, this.#lists++)
    const level = Math.min(around.depth, deepest)
    const indent = around.indent + step
    const numbered: IParagraphOptions = {
      numbering: { reference, level },
      indent: { left: indent, hanging: step },
    }
    const within = { ...around, indent, depth: around.depth + 1, isRunning: false }
    let next = 0
    return items.flatMap(({ item, content }) => {
      const empty = Array.from({ length: Math.max(0, item - next) }, () => new Paragraph(numbered))
      next = Math.max(next, item) + 1
      const [first, ...others] = content
      // A footnote has its own sign.
      if (first?.kind === 'footnote') return [...empty, ...this.#content(content, around)]
      const begun =
        first?.kind === 'block'
          ? this.#block(first.standing, within, numbered)
          : [new Paragraph(numbered), ...this.#content(content.slice(0, 1), within)]
      return [...empty, ...begun, ...this.#content(others, within)]
    })
  }

  #table({ rows, columns }: TableStructure<PlacedBlock>): Table {
    const heads = headRows(rows)
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: Array.from({ length: columns }, () => Math.floor(textWidth / columns)),
      borders: tableBorders,
      rows: rows.map(
        (cells, i) =>
          new TableRow({
            // Readers take the element for a head, whatever it says.
            ...(i < heads && { tableHeader: true }),
            cantSplit: true,
            children: cells.map(({ content, isHeader, rowSpan, columnSpan }) => {
              const within = { ...outside, isRunning: false, isHead: isHeader }
              const held = this.#content(content, within)
              return new WordCell({
                // A span that reaches beyond the last row would be a table that Word mends.
                rowSpan: Math.min(rowSpan, rows.length - i),
                columnSpan,
                ...(isHeader && {
                  shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F0EA' },
                }),
                children: held.length > 0 ? held : [new Paragraph({})],
              })
            }),
          }),
      ),
    })
  }

  #block(placed: PlacedBlock, around: Surroundings, more: IParagraphOptions): readonly Paragraph[] {
    const marked = this.#options.text.block(placed)
    const { block, lang } = marked
    const label = this.#labels.get(placed)
    const language = lang === this.#options.lang ? {} : languageRun(lang)
    const children = (run: IRunOptions = {}) => [
      ...(label === undefined ? [] : [label]),
      ...this.#line.line(marked.content, { ...language, ...runIn(around), ...run }, lang),
    ]
    const set = (options: IParagraphOptions, words: readonly ParagraphChild[]) =>
      new Paragraph({
        ...(around.indent > 0 && { indent: { left: around.indent } }),
        ...options,
        ...more,
        children: this.#named(placed, words),
      })
    switch (block.kind) {
      case 'heading':
        return [set({ heading: headingLevels[block.level] }, children())]
      case 'paragraph': {
        const isSetIn = block.role === 'body' && around.isRunning && isChinese(this.#document)
        const isCentred = block.role === 'occasion' || block.role === 'speaker'
        return [
          set(
            {
              spacing: { after: 100, line: 360 },
              ...(isSetIn && { indent: { firstLine: 440 } }),
              ...(isCentred && { alignment: AlignmentType.CENTER }),
            },
            children(),
          ),
        ]
      }
      case 'code': {
        const shading = { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F0EA' }
        return [set({ shading, spacing: { after: 120 } }, children(codeRun(lang)))]
      }
      case 'picture': {
        const picture = this.#picture(block.resource, marked)
        const centred = { alignment: AlignmentType.CENTER }
        return [
          ...(picture === undefined ? [] : [new Paragraph({ ...centred, children: [picture] })]),
          set({ ...centred, spacing: { after: 120 } }, children({ size: '9pt', color: '625A52' })),
        ]
      }
    }
  }

  /** The words of a block, behind its names, where something leads to it or to the footnote that it begins. */
  #named(placed: PlacedBlock, words: readonly ParagraphChild[]): readonly ParagraphChild[] {
    const names = [this.#line.nameOf(`to ${placed.block.id}`), this.#footnotes.get(placed)]
    return [...names.flatMap((name) => (name === undefined ? [] : [place(name)])), ...words]
  }

  #picture(resource: string, { text }: MarkedBlock): ImageRun | undefined {
    const bytes = this.#document.pictures.get(resource)
    return bytes && pictureOf(bytes, visible(text))
  }
}

/** How the words of a block are set by what it stands in. */
const runIn = ({ isQuoted, isSmall, isHead }: Surroundings): IRunOptions => ({
  ...(isQuoted && { color: '625A52' }),
  ...(isSmall && { size: '9pt' }),
  ...(isHead && { bold: true }),
})
