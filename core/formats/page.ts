import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { escapeHtml } from '../text/escape-html'
import { articleOf, mainPartOf, runningText } from './article'
import { textsOfExport } from './exported-page'
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
 * Reads a page of the web as a document: its article, where it has one, else all of it. A text that was
 * exported as a page is read as it was, without what the export put around it.
 *
 * @param html decoded text
 */
export function readPage(html: string, options: PageOptions = {}): ReadPage {
  const tree = parse(html)
  const whole = contentOf(tree, options)
  const facts = factsOfPage(tree, whole.blocks, html)
  const exported = textsOfExport(tree)
  if (exported !== undefined) {
    const content = options.wholePage ? whole : contentOf(exported.texts, options)
    const { language, notes } = exported
    const leftOut = new Map(content.leftOut)
    if (notes > 0 && options.wholePage !== true) leftOut.set('exported-note', notes)
    return {
      document: { ...content, leftOut, facts: { ...facts, ...(language && { language }) } },
      hasArticle: true,
    }
  }
  const article = largestArticleOf(tree, html)
  const hasArticle = article !== undefined
  if (!hasArticle || options.wholePage) return { document: { ...whole, facts }, hasArticle }
  const title = facts.title?.value
  const read = readHtml(article, options)
  const isWithout = title !== undefined && isIn(whole, title) && !isIn(read, title)
  const content = isWithout ? readHtml(headingOf(title) + article, options) : read
  return { document: { ...content, facts }, hasArticle }
}

function contentOf(part: Tree.ParentNode, options: HtmlOptions): ReadContent {
  const reader = new HtmlReader(options)
  reader.read(part)
  return reader.result()
}

/**
 * The article of a page, as HTML. Where what was told from it is less than half of the running text that it
 * has, the larger is taken: what the page's writer set apart as its main part, or else the page whole.
 */
function largestArticleOf(tree: Tree.Document, html: string): string | undefined {
  const article = articleOf(html)
  if (article === undefined) return undefined
  const main = mainPartOf(tree)
  if (runningText(parse(article)) * 2 >= runningText(main)) return article
  return main === tree ? undefined : serialize(main)
}

/** Whether a title stands in a page. */
const isIn = ({ blocks }: ReadContent, title: string): boolean =>
  blocks.some(({ text }) => text === title)

/** A title as HTML: of an article that was told from its page without it. */
const headingOf = (title: string): string =>
  `<h1>${escapeHtml(title).replaceAll('\n', '<br>')}</h1>`
