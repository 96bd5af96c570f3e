import type { Block, Container } from '../../core/document/block'
import type { CanonicalDocument } from '../../core/document/document'
import { sliceCodePoints } from '../../core/text/code-points'
import { type Destination, linkElement } from './block-elements'

/** A block's element, and the block that says what it stands in. */
interface Standing {
  readonly block: Block
  readonly element: HTMLElement
}

type Links = readonly (readonly [HTMLAnchorElement, Destination])[]

/** The outermost elements in text order, and the links that containers bring with them. */
export interface Nested {
  readonly units: readonly HTMLElement[]
  readonly links: Links
}

/** An element that is being filled; while the next block asks for the same key, it stands in it, too. */
interface Open {
  readonly key: string
  /** What stands in the element around. */
  readonly outer: HTMLElement
  /** What is filled. */
  readonly inner: HTMLElement
  readonly grid?: TableGrid
}

/** How an element within the innermost open one is made. */
interface Level {
  readonly key: string
  readonly open: (around: Open | undefined) => Omit<Open, 'key'>
}

/**
 * Puts the elements of blocks into those of what they stand in: lists, tables, quotations and footnotes.
 * Neighbours that name the same container share it.
 */
export function nested(blocks: readonly Standing[], signs: NoteSigns): Nested {
  const units: HTMLElement[] = []
  const links: [HTMLAnchorElement, Destination][] = []
  let open: readonly Open[] = []
  for (const { block, element } of blocks) {
    const levels = (block.within ?? []).flatMap(levelsOf)
    const parted = levels.findIndex(({ key }, i) => open[i]?.key !== key)
    const shared = parted === -1 ? levels.length : parted
    const within = open.slice(0, shared)
    for (const { key, open: make } of levels.slice(shared)) {
      const around = within.at(-1)
      const made = make(around)
      // A table has placed its rows and cells itself.
      if (made.outer.parentElement === null) {
        if (around === undefined) units.push(made.outer)
        else around.inner.append(made.outer)
      }
      within.push({ key, ...made })
    }
    const begun = (block.within ?? []).filter(
      ({ kind, id }) => kind === 'footnote' && !open.some(({ key }) => key === `footnote ${id}`),
    )
    for (const note of begun) {
      if (note.kind === 'footnote')
        links.push(labelled(element, note.id, signs.get(note.id) ?? note.label))
    }
    open = within
    const around = open.at(-1)
    if (around === undefined) units.push(element)
    else around.inner.append(element)
  }
  return { units, links }
}

/** The signs by which a text refers to its notes, by the notes' ids. */
export type NoteSigns = ReadonlyMap<string, string>

export const noteSigns = ({ data }: CanonicalDocument): NoteSigns =>
  new Map(
    data.blocks.toReversed().flatMap((block) =>
      (block.spans ?? []).flatMap((span): [string, string][] => {
        if (span.kind !== 'note-reference') return []
        return [[span.noteId, sliceCodePoints(block.text, span.range.start, span.range.end)]]
      }),
    ),
  )

/** The sign of a footnote, before its first words: it leads back. CSS writes it, for it is no text. */
function labelled(
  element: HTMLElement,
  id: string,
  label: string,
): [HTMLAnchorElement, Destination] {
  const destination: Destination = { to: 'reference', noteId: id }
  const link = linkElement(destination)
  link.dataset['label'] = label
  // What CSS writes before it is no name to everyone.
  link.ariaLabel = label === '' ? '*' : label
  element.prepend(link)
  return [link, destination]
}

function levelsOf(container: Container): readonly Level[] {
  const { kind, id } = container
  const key = `${kind} ${id}`
  switch (kind) {
    case 'quotation':
      return [{ key, open: () => filled(document.createElement('blockquote')) }]
    case 'footnote':
      return [{ key, open: () => filled(footnoteElement()) }]
    case 'list':
      return [
        { key, open: () => filled(document.createElement(container.start === null ? 'ul' : 'ol')) },
        { key: `item ${container.item}`, open: () => filled(itemElement(container)) },
      ]
    case 'table':
      return [
        { key, open: openTable },
        { key: `row ${container.row}`, open: (table) => openRow(table, container.row) },
        { key: `cell ${container.column}`, open: (row) => openCell(row, container) },
      ]
  }
}

const filled = (element: HTMLElement) => ({ outer: element, inner: element })

function footnoteElement(): HTMLElement {
  const note = document.createElement('aside')
  note.role = 'doc-footnote'
  return note
}

/** Each item says its number: one that holds nothing has no block, and would not be counted. */
function itemElement({ start, item }: Extract<Container, { kind: 'list' }>): HTMLElement {
  const element = document.createElement('li')
  if (start !== null) element.value = start + item
  return element
}

/** A table in a frame of its own width, which scrolls where the table is wider than the page. */
function openTable() {
  const frame = document.createElement('div')
  frame.className = 'table-frame'
  const table = document.createElement('table')
  const body = document.createElement('tbody')
  table.append(body)
  frame.append(table)
  return { outer: frame, inner: body, grid: new TableGrid(body) }
}

function openRow(table: Open | undefined, row: number) {
  if (table?.grid === undefined) throw new Error('A row stands in a table')
  return { ...filled(table.grid.row(row)), grid: table.grid }
}

function openCell(row: Open | undefined, cell: Extract<Container, { kind: 'table' }>) {
  if (row?.grid === undefined) throw new Error('A cell stands in a row')
  return filled(row.grid.cell(cell))
}

/** Places the cells of a table. Cells and rows without text have no block, and are put in empty. */
class TableGrid {
  readonly #rows: HTMLTableRowElement[] = []
  /** For each row the columns, from 0, that are taken. */
  readonly #taken: Set<number>[] = []
  /** For each row the column behind the last cell that was put in. */
  readonly #ends: number[] = []

  constructor(private readonly body: HTMLElement) {}

  row(row: number): HTMLTableRowElement {
    while (this.#rows.length <= row) {
      const element = document.createElement('tr')
      this.#rows.push(element)
      this.body.append(element)
    }
    return this.#rows[row] as HTMLTableRowElement
  }

  cell(place: Extract<Container, { kind: 'table' }>): HTMLTableCellElement {
    const { row, column, rowSpan, columnSpan, isHeader } = place
    const line = this.row(row)
    this.#fillUpTo(row, column)
    const cell = document.createElement(isHeader ? 'th' : 'td')
    cell.rowSpan = rowSpan
    cell.colSpan = columnSpan
    if (isHeader) cell.scope = row === 0 ? 'col' : 'row'
    line.append(cell)
    for (let r = row; r < row + rowSpan; r++) {
      const taken = (this.#taken[r] ??= new Set())
      for (let c = column; c < column + columnSpan; c++) taken.add(c)
    }
    this.#ends[row] = column + columnSpan
    return cell
  }

  #fillUpTo(row: number, column: number): void {
    for (let c = this.#ends[row] ?? 0; c < column; c++) {
      if (!this.#taken[row]?.has(c)) this.row(row).append(document.createElement('td'))
    }
  }
}
