import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

/** A list of HTML. */
interface HtmlList {
  /** Null where items are not numbered. */
  readonly start: number | null
  /** How numbers are written, in the words of `numeralOf`. */
  readonly format: string
  /** The number of each item; of none where they are not numbered. */
  readonly numbers: ReadonlyMap<Tree.Element, number>
}

const formats: ReadonlyMap<string | undefined, string> = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
])

/**
 * What a list says of its numbers.
 *
 * Source of the method: the HTML Standard, "The ol element" and "The li element".
 */
export function listOf(list: Tree.Element): HtmlList {
  if (list.tagName !== 'ol') return { start: null, format: 'none', numbers: new Map() }
  const items = list.childNodes.filter((node): node is Tree.Element => node.nodeName === 'li')
  const isReversed = valueOf(list, 'reversed') !== undefined
  const start = integerIn(list, 'start') ?? (isReversed ? items.length : 1)
  const numbers = new Map<Tree.Element, number>()
  let next = start
  for (const item of items) {
    const number = integerIn(item, 'value') ?? next
    numbers.set(item, number)
    next = number + (isReversed ? -1 : 1)
  }
  return { start, format: formats.get(valueOf(list, 'type')) ?? 'decimal', numbers }
}

const valueOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

function integerIn(element: Tree.Element, name: string): number | undefined {
  const written = /^[ \t\n\f\r]*([-+]?\d+)/u.exec(valueOf(element, name) ?? '')?.[1]
  const number = Number(written)
  return written !== undefined && Math.abs(number) <= largest ? number : undefined
}

/** No list is so long. */
const largest = 1_000_000_000
