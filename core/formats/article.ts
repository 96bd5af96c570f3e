import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { elementsIn, nodesIn } from './tree'

/**
 * The article of a web page that was saved with everything around it, as HTML; nothing where the page
 * has none to be told apart.
 *
 * Source of the method: Mozilla's Readability, as Firefox's reader view uses it.
 */
export function articleOf(html: string): string | undefined {
  const tree = parse(html)
  if (isNestedDeeply(tree)) return undefined
  keepNotesAndLevels(tree)
  const article = readable(serialize(tree))
  if (!article?.content) return undefined
  const content = parse(article.content)
  for (const heading of elementsIn(content, 'h2')) {
    if (heading.attrs.some(({ name }) => name === firstLevel)) retag(heading, 'h1')
  }
  return serialize(content)
}

/** What Readability makes of a page; nothing of one whose elements have more within them than it can go through. */
function readable(html: string) {
  const { document } = parseHTML(html)
  try {
    return new Readability(document, { keepClasses: true, charThreshold: 200 }).parse()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What a heading of the first level is known by when it has become one of the second. */
const firstLevel = 'data-first-level'

/** Readability takes asides out, footnotes too, and makes every heading of the first level one of the second. */
function keepNotesAndLevels(tree: Tree.Document): void {
  for (const { attrs } of elementsIn(tree, 'h1')) attrs.push({ name: firstLevel, value: '' })
  for (const aside of elementsIn(tree, 'aside')) if (isFootnote(aside)) retag(aside, 'section')
}

function retag(element: Tree.Element, name: string): void {
  element.nodeName = name
  element.tagName = name
}

const isFootnote = ({ attrs }: Tree.Element): boolean =>
  attrs.some(({ name, value }) => name === 'role' && /doc-(?:foot|end)note/u.test(value))

/**
 * How deep elements may stand in one another for a page to be looked through for its article: each is
 * weighed with all that it stands in, so that a page made to do harm would take hours.
 */
const deepest = 500

function isNestedDeeply(tree: Tree.Document): boolean {
  const waiting: (readonly [Tree.ParentNode, number])[] = [[tree, 0]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next
    if (depth > deepest) return true
    for (const child of node.childNodes) if ('childNodes' in child) waiting.push([child, depth + 1])
  }
  return false
}

/**
 * The part of a page that its writer set apart as what it is about; all of it where there is none, or several.
 */
export function mainPartOf(tree: Tree.Document): Tree.ParentNode {
  for (const name of ['main', 'article']) {
    const [only, ...others] = elementsIn(tree, name)
    if (only !== undefined && others.length === 0) return only
  }
  return tree
}

/** What stands around the text of a page, or leads away from it. */
const around = new Set(
  'head script style template noscript nav header footer a form button select textarea svg'.split(
    ' ',
  ),
)

/** How much running text a part of a page holds, in UTF-16 units, without white space. */
export function runningText(part: Tree.ParentNode): number {
  let length = 0
  for (const node of nodesIn(part, (element) => !isAround(element))) {
    if ('value' in node) length += node.value.replaceAll(/\s+/gu, '').length
  }
  return length
}

const isAround = (element: Tree.Element): boolean =>
  around.has(element.tagName) ||
  element.attrs.some(({ name }) => name === 'hidden') ||
  (element.tagName === 'aside' && !isFootnote(element))
