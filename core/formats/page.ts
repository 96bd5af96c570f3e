import { parse } from 'parse5'
import { articleOf } from './article'
import { type HtmlOptions, HtmlReader, type ReadContent, readHtml } from './html'
import { factsOfPage } from './page-facts'
import type { ReadDocument } from './read-document'

interface PageOptions extends HtmlOptions {
  /** Whether the page is read whole, though it has an article that can be told from what surrounds it. */
  readonly wholePage?: boolean | undefined
}

interface ReadPage {
  readonly document: ReadDocument
  readonly hasArticle: boolean
}

/**
 * Reads a page of the web as a document: its article, where it has one, else all of it.
 *
 * @param html decoded text
 */
export function readPage(html: string, options: PageOptions = {}): ReadPage {
  const tree = parse(html)
  const reader = new HtmlReader(options)
  reader.read(tree)
  const whole = reader.result()
  const facts = factsOfPage(tree, whole.blocks, html)
  const article = articleOf(html)
  const hasArticle = article !== undefined
  if (!hasArticle || options.wholePage) return { document: { ...whole, facts }, hasArticle }
  const title = facts.title?.value
  const read = readHtml(article, options)
  const isWithout = title !== undefined && isIn(whole, title) && !isIn(read, title)
  const content = isWithout ? readHtml(headingOf(title) + article, options) : read
  return { document: { ...content, facts }, hasArticle }
}

/** Whether a title stands in a page. */
const isIn = ({ blocks }: ReadContent, title: string): boolean =>
  blocks.some(({ text }) => text === title)

/** A title as HTML: of an article that was told from its page without it. */
const headingOf = (title: string): string =>
  `<h1>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</h1>`
