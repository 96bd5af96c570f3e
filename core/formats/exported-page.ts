import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { type Fact, fieldFact } from './facts'
import { elementsIn } from './tree'
import { elementsCalled } from './xml'

interface ExportedTexts {
  /** The texts, one after the other, each in the first of its forms. */
  readonly texts: Tree.ParentNode
  /** BCP 47: the page itself is in the language of the app. */
  readonly language: Fact | undefined
  /** How many of the reader's notes were exported with them. */
  readonly notes: number
}

/**
 * The texts of a page that this app exported whole, without the signs of the notes on them; nothing where it is
 * another page. They are taken out of the page.
 */
export function textsOfExport(tree: Tree.Document): ExportedTexts | undefined {
  const isOurs = elementsCalled(tree, 'meta').some(
    (meta) =>
      meta.attribute('name') === 'generator' && meta.attribute('content')?.startsWith('Piyue '),
  )
  const articles = isOurs
    ? elementsIn(tree, 'article').filter(
        (one) =>
          attribute(one, 'class') === 'text' && attribute(one, 'data-further-form') === undefined,
      )
    : []
  const [first] = articles
  if (first === undefined) return undefined
  const signs = articles
    .flatMap((one) => elementsIn(one, 'a'))
    .filter((link) => /^#n\d+$/u.test(attribute(link, 'href') ?? ''))
  for (const sign of signs) removeSign(sign)
  const texts = defaultTreeAdapter.createDocument()
  for (const article of articles) {
    defaultTreeAdapter.detachNode(article)
    defaultTreeAdapter.appendChild(texts, article)
  }
  const language = fieldFact('lang', attribute(first, 'lang'))
  return { texts, language, notes: new Set(signs.map((sign) => attribute(sign, 'href'))).size }
}

/** Takes the number of a note out, with what raised it. */
function removeSign(link: Tree.Element): void {
  const { parentNode } = link
  const isRaised =
    parentNode !== null && parentNode.nodeName === 'sup' && parentNode.childNodes.length === 1
  defaultTreeAdapter.detachNode(isRaised ? parentNode : link)
}

const attribute = ({ attrs }: Tree.Element, called: string): string | undefined =>
  attrs.find(({ name }) => name === called)?.value
