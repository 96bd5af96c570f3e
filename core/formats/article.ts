import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/**
 * The article of a web page that was saved with everything around it, as HTML; nothing where the page
 * has none to be told apart.
 *
 * Source of the method: Mozilla's Readability, as Firefox's reader view uses it.
 */
export function articleOf(html: string): string | undefined {
  const { document } = parseHTML(html)
  const article = new Readability(document, { keepClasses: true, charThreshold: 200 }).parse()
  if (!article?.content) return undefined
  const title = article.title?.trim()
  const hasTitle = title === undefined || title === '' || /<h1[\s>]/iu.test(article.content)
  return hasTitle ? article.content : `<h1>${escaped(title)}</h1>${article.content}`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
