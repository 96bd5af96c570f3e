import { sliceCodePoints } from '../text/code-points'
import type { Block, Container } from './block'
import type { DocumentData } from './document'

/** A block with whatever belongs to it where it is shown. */
interface Standing {
  readonly block: Block
}

type Contained<K extends Container['kind']> = Extract<Container, { readonly kind: K }>

/** An item of a list; `item` counts from 0, and one that holds nothing has no block and is not there. */
export interface ListItem<B extends Standing> {
  readonly item: number
  readonly content: readonly Structure<B>[]
}

/** A cell of a table. One that holds nothing has no block, but its place. */
export interface TableCell<B extends Standing> extends Omit<Contained<'table'>, 'kind' | 'id'> {
  readonly content: readonly Structure<B>[]
}

/** What a text is made of, one within another as readers see it: blocks, and what they stand in. */
export type Structure<B extends Standing> =
  | { readonly kind: 'block'; readonly standing: B }
  | (Contained<'quotation'> & { readonly content: readonly Structure<B>[] })
  | (Contained<'footnote'> & { readonly content: readonly Structure<B>[] })
  | (Omit<Contained<'list'>, 'item'> & { readonly items: readonly ListItem<B>[] })
  | TableStructure<B>

export interface TableStructure<B extends Standing> {
  readonly kind: 'table'
  readonly id: string
  /** From the first row down, none left out; in each the cells that begin there, empty ones put in. */
  readonly rows: readonly (readonly TableCell<B>[])[]
  readonly columns: number
}

/**
 * The structure of neighbouring blocks: those that name the same container stand in it together. The
 * blocks come in the order of the text, whatever they say of rows and columns.
 */
export function structureOf<B extends Standing>(blocks: readonly B[]): readonly Structure<B>[] {
  return structureAt(blocks, 0)
}

/** @param depth how many containers around are accounted for */
function structureAt<B extends Standing>(
  blocks: readonly B[],
  depth: number,
): readonly Structure<B>[] {
  const containerOf = ({ block }: B) => block.within?.[depth]
  return runsOf(blocks, (one, before) =>
    standTogether(containerOf(before), containerOf(one)),
  ).flatMap((run): readonly Structure<B>[] => {
    const container = containerOf(run[0])
    if (container === undefined) return run.map((standing) => ({ kind: 'block', standing }))
    const content = () => structureAt(run, depth + 1)
    switch (container.kind) {
      case 'quotation':
      case 'footnote':
        return [{ ...container, content: content() }]
      case 'list': {
        const { kind, id, start } = container
        return [{ kind, id, start, items: itemsOf(run, depth) }]
      }
      case 'table':
        return [tableOf(container.id, run, depth)]
    }
  })
}

/** The block that a reader comes upon first. */
export function firstOf<B extends Standing>(content: readonly Structure<B>[]): B | undefined {
  const [first] = content
  switch (first?.kind) {
    case undefined:
      return undefined
    case 'block':
      return first.standing
    case 'list':
      return firstOf(first.items[0]?.content ?? [])
    case 'table':
      return firstOf(first.rows.flat().find((cell) => cell.content.length > 0)?.content ?? [])
    case 'quotation':
    case 'footnote':
      return firstOf(first.content)
  }
}

type Run<B> = readonly [B, ...B[]]

/** Neighbours that belong together, one with the next. */
function runsOf<B>(all: readonly B[], together: (one: B, before: B) => boolean): readonly Run<B>[] {
  const runs: [B, ...B[]][] = []
  for (const one of all) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && together(one, before)) run.push(one)
    else runs.push([one])
  }
  return runs
}

function standTogether(before: Container | undefined, next: Container | undefined): boolean {
  if (before === undefined || next === undefined) return before === next
  if (before.kind !== next.kind || before.id !== next.id) return false
  // What stands before the cell that was read last is another table: else its words would be put before.
  return before.kind !== 'table' || next.kind !== 'table' || isNotBefore(before, next)
}

const isNotBefore = (before: Contained<'table'>, next: Contained<'table'>): boolean =>
  next.row > before.row || (next.row === before.row && next.column >= before.column)

const listAt = ({ block }: Standing, depth: number) =>
  block.within?.[depth] as Contained<'list'> | undefined

const cellAt = ({ block }: Standing, depth: number) =>
  block.within?.[depth] as Contained<'table'> | undefined

const itemsOf = <B extends Standing>(run: Run<B>, depth: number): readonly ListItem<B>[] =>
  runsOf(run, (one, before) => listAt(one, depth)?.item === listAt(before, depth)?.item).map(
    (blocks) => ({
      item: listAt(blocks[0], depth)?.item ?? 0,
      content: structureAt(blocks, depth + 1),
    }),
  )

function tableOf<B extends Standing>(id: string, run: Run<B>, depth: number): TableStructure<B> {
  const grid = new Grid<B>()
  const isSameCell = (one: B, before: B) => {
    const [a, b] = [cellAt(before, depth), cellAt(one, depth)]
    return a?.row === b?.row && a?.column === b?.column
  }
  for (const blocks of runsOf(run, isSameCell)) {
    const { row, column, rowSpan, columnSpan, isHeader } = cellAt(
      blocks[0],
      depth,
    ) as Contained<'table'>
    const content = structureAt(blocks, depth + 1)
    grid.put({ row, column, rowSpan, columnSpan, isHeader, content })
  }
  return { kind: 'table', id, rows: grid.filled(), columns: grid.columns }
}

/** Places cells in the order of reading, and empty ones where there is none. */
class Grid<B extends Standing> {
  columns = 0
  readonly #rows: TableCell<B>[][] = []
  /** For each row the columns, from 0, that are taken. */
  readonly #taken: Set<number>[] = []
  /** For each row the column behind the last cell that was put in. */
  readonly #ends: number[] = []

  put(cell: TableCell<B>): void {
    const { row, column, rowSpan, columnSpan } = cell
    while (this.#rows.length <= row) this.#rows.push([])
    this.#fillUpTo(row, column)
    this.#rows[row]?.push(cell)
    for (let r = row; r < row + rowSpan; r++) {
      const taken = (this.#taken[r] ??= new Set())
      for (let c = column; c < column + columnSpan; c++) taken.add(c)
    }
    this.#ends[row] = column + columnSpan
    this.columns = Math.max(this.columns, column + columnSpan)
  }

  /** The rows, each as long as the longest. */
  filled(): readonly (readonly TableCell<B>[])[] {
    for (const row of this.#rows.keys()) this.#fillUpTo(row, this.columns)
    return this.#rows
  }

  #fillUpTo(row: number, column: number): void {
    for (let c = this.#ends[row] ?? 0; c < column; c++) {
      if (!this.#taken[row]?.has(c)) this.#rows[row]?.push(emptyCell(row, c))
    }
    this.#ends[row] = Math.max(this.#ends[row] ?? 0, column)
  }
}

const emptyCell = (row: number, column: number) =>
  ({ row, column, rowSpan: 1, columnSpan: 1, isHeader: false, content: [] }) as const

/** The signs by which a text refers to its notes, by the notes' ids; the first of each. */
export type NoteSigns = ReadonlyMap<string, string>

export const noteSignsOf = ({ blocks }: Pick<DocumentData, 'blocks'>): NoteSigns =>
  new Map(
    blocks.toReversed().flatMap((block) =>
      (block.spans ?? []).toReversed().flatMap((span): [string, string][] => {
        if (span.kind !== 'note-reference') return []
        return [[span.noteId, sliceCodePoints(block.text, span.range.start, span.range.end)]]
      }),
    ),
  )
