import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/**
 * The article of a web page that was saved with everything around it, as HTML; nothing where the page
 * has none to be told apart.
 *
 * Source of the method: Mozilla's Readability, as Firefox's reader view uses it.
 */
export function articleOf(html: string): string | undefined {
  if (isNestedDeeply(html)) return undefined
  const { document } = parseHTML(html)
  const article = new Readability(document, { keepClasses: true, charThreshold: 200 }).parse()
  return article?.content ?? undefined
}

/**
 * How deep elements may stand in one another for a page to be looked through for its article: each is
 * weighed with all that it stands in, so that a page made to do harm would take hours.
 */
const deepest = 500

function isNestedDeeply(html: string): boolean {
  const waiting: (readonly [Tree.ParentNode, number])[] = [[parse(html), 0]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next
    if (depth > deepest) return true
    for (const child of node.childNodes) if ('childNodes' in child) waiting.push([child, depth + 1])
  }
  return false
}
