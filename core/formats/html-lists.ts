import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { numeralOf } from './numerals'

/** A list of HTML. */
interface HtmlList {
  /** Null where items are not numbered. */
  readonly start: number | null
  /** What stands before an item of a number, where that is not the number in digits. */
  readonly sign: ((number: number) => string) | undefined
  /** The number of each item; of none where they are not numbered. */
  readonly numbers: ReadonlyMap<Tree.Element, number>
}

/** What lists are numbered by, in the words of `numeralOf`: by their `type`, and by the style that they have. */
const formats: ReadonlyMap<string, string> = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
  ['decimal-leading-zero', 'decimalZero'],
  ['cjk-decimal', 'ideographDigital'],
  ['cjk-ideographic', 'chineseCounting'],
  ['trad-chinese-informal', 'chineseCounting'],
  ['simp-chinese-informal', 'chineseCounting'],
  ['trad-chinese-formal', 'ideographLegalTraditional'],
  ['simp-chinese-formal', 'chineseLegalSimplified'],
  ['cjk-heavenly-stem', 'ideographTraditional'],
  ['cjk-earthly-branch', 'ideographZodiac'],
])

/** A style of numbering, among whatever else a declaration may say of a list. */
const styled = /(?:^|;)\s*list-style(?:-type)?\s*:([^;]*)/giu

/**
 * What a list says of its numbers, in its attributes and in the style that it has itself.
 *
 * Source of the method: the HTML Standard, "The ol element" and "The li element"; CSS Counter Styles Level 3.
 */
export function listOf(list: Tree.Element): HtmlList {
  const style = styleOf(list)
  if (list.tagName !== 'ol' || style === 'none') {
    return { start: null, sign: undefined, numbers: new Map() }
  }
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
  return { start, sign: signBy(style ?? valueOf(list, 'type') ?? ''), numbers }
}

/** The last style of numbering that is declared; nothing where none is that we know. */
const styleOf = (list: Tree.Element): string | undefined =>
  [...(valueOf(list, 'style') ?? '').matchAll(styled)]
    .flatMap(([, value = '']) => value.toLowerCase().split(/\s+/u))
    .findLast((word) => word === 'none' || word === 'decimal' || formats.has(word))

function signBy(style: string): HtmlList['sign'] {
  const format = formats.get(style)
  if (format === undefined) return undefined
  const suffix = /^(?:cjk|trad|simp)-/u.test(style) ? '、' : '. '
  return (number) => `${numeralOf(number, format)}${suffix}`
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
