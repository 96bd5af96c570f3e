import type { Block } from '../../core/document/block'
import {
  firstOf,
  type ListItem,
  type NoteSigns,
  type Structure,
  structureOf,
  type TableCell,
  type TableStructure,
} from '../../core/document/structure'
import { type Destination, linkElement } from './block-elements'

/** A block's element, and the block that says what it stands in. */
interface MadeBlock {
  readonly block: Block
  readonly element: HTMLElement
}

type Links = readonly (readonly [HTMLAnchorElement, Destination])[]

/** The outermost elements in text order, and the links that containers bring with them. */
export interface Nested {
  readonly units: readonly HTMLElement[]
  readonly links: Links
}

/**
 * Puts the elements of blocks into those of what they stand in: lists, tables, quotations and footnotes.
 * Neighbours that name the same container share it.
 */
export function nested(blocks: readonly MadeBlock[], signs: NoteSigns): Nested {
  const links: [HTMLAnchorElement, Destination][] = []
  const setting = new ContainerSetting(signs, links)
  return { units: setting.elementsOf(structureOf(blocks)), links }
}

type Content = readonly Structure<MadeBlock>[]

class ContainerSetting {
  readonly #signs: NoteSigns
  readonly #links: [HTMLAnchorElement, Destination][]

  /** @param links where the links are put that containers bring with them */
  constructor(signs: NoteSigns, links: [HTMLAnchorElement, Destination][]) {
    this.#signs = signs
    this.#links = links
  }

  elementsOf(content: Content): readonly HTMLElement[] {
    return content.map((one) => this.#elementOf(one))
  }

  #elementOf(structure: Structure<MadeBlock>): HTMLElement {
    switch (structure.kind) {
      case 'block':
        return structure.standing.element
      case 'quotation':
        return this.#filled(document.createElement('blockquote'), structure.content)
      case 'footnote':
        return this.#footnote(structure)
      case 'list': {
        const list = document.createElement(structure.start === null ? 'ul' : 'ol')
        list.append(...structure.items.map((item) => this.#item(item, structure.start)))
        return list
      }
      case 'table':
        return this.#table(structure)
    }
  }

  #filled<E extends HTMLElement>(element: E, content: Content): E {
    element.append(...this.elementsOf(content))
    return element
  }

  #footnote({ id, label, content }: Extract<Structure<MadeBlock>, { kind: 'footnote' }>) {
    const note = this.#filled(document.createElement('aside'), content)
    note.role = 'doc-footnote'
    const first = firstOf(content)
    if (first !== undefined) {
      this.#links.push(labelled(first.element, id, this.#signs.get(id) ?? label))
    }
    return note
  }

  /** Each item says its number: one that holds nothing has no block, and would not be counted. */
  #item({ item, content }: ListItem<MadeBlock>, start: number | null): HTMLElement {
    const element = document.createElement('li')
    if (start !== null) element.value = start + item
    return this.#filled(element, content)
  }

  /** A table in a frame of its own width, which scrolls where the table is wider than the page. */
  #table({ rows }: TableStructure<MadeBlock>): HTMLElement {
    const frame = document.createElement('div')
    frame.className = 'table-frame'
    const table = document.createElement('table')
    const body = document.createElement('tbody')
    for (const cells of rows) {
      const row = document.createElement('tr')
      row.append(...cells.map((cell) => this.#cell(cell)))
      body.append(row)
    }
    table.append(body)
    frame.append(table)
    return frame
  }

  #cell({ row, rowSpan, columnSpan, isHeader, content }: TableCell<MadeBlock>): HTMLElement {
    const cell = document.createElement(isHeader ? 'th' : 'td')
    cell.rowSpan = rowSpan
    cell.colSpan = columnSpan
    if (isHeader) cell.scope = row === 0 ? 'col' : 'row'
    return this.#filled(cell, content)
  }
}

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
