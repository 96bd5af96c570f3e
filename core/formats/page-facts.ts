import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Block } from '../document/block'
import { authorField } from '../document/citation-data'
import type { WorkType } from '../document/document'
import { codePointLength } from '../text/code-points'
import { field, isRecord, type JsonRecord, stringField } from '../text/json-record'
import { type DocumentFacts, type Fact, fieldFact, isbnOf, joinedFact, knownFacts } from './facts'
import { titleOfPage } from './page-title'
import { elementsCalled, type XmlElement } from './xml'

/**
 * What a web page says of itself, in the ways that pages have for it: Highwire's tags, which scholars' search
 * engines read (`citation_…`), Dublin Core, the fields that government sites in China must have
 * (`ArticleTitle`, `PubDate`), Open Graph, JSON-LD, and what HTML itself has.
 *
 * @param blocks what was read of the page, whole
 * @param html the page as text: a saved one says in a remark where it was found
 */
export function factsOfPage(
  tree: Tree.Document,
  blocks: readonly Block[],
  html: string,
): DocumentFacts {
  const metas = metasOf(tree)
  const first = (...names: readonly string[]) => names.map((name) => metas(name)[0]).find(isFact)
  const article = articleData(tree)
  const type = typeOf(first)
  const sites = ['og:site_name', 'sitename', 'application-name', 'publisher', 'dc.publisher']
  const site = first('sitename', 'og:site_name') ?? article('publisher')
  return knownFacts({
    title: titleOfPage({
      stated: first('citation_title', 'articletitle', 'dc.title', 'dcterms.title'),
      called: [titleElement(tree), first('og:title'), article('headline')].filter(isFact),
      sites: [...sites.flatMap(metas), ...[article('publisher')].filter(isFact)].map(
        ({ value }) => value,
      ),
      ...linesOf(blocks),
    }),
    author:
      joinedFact(metas('citation_author')) ??
      joinedFact(metas('dc.creator')) ??
      joinedFact([...metas('author'), ...metas('article:author')].filter(isName)) ??
      article('author'),
    date:
      first(
        'citation_publication_date',
        'citation_date',
        'dc.date.issued',
        'dcterms.issued',
        'dc.date',
        'dcterms.date',
        'article:published_time',
        'pubdate',
        'publishdate',
        'date',
      ) ?? article('datePublished'),
    publisher:
      first('citation_publisher', 'dc.publisher', 'dcterms.publisher', 'publisher') ??
      first('citation_dissertation_institution', 'citation_technical_report_institution') ??
      site,
    container: first('citation_journal_title', 'citation_conference_title'),
    volume: first('citation_volume'),
    issue: first('citation_issue'),
    pages: pagesOf(first('citation_firstpage'), first('citation_lastpage')),
    number: first('citation_technical_report_number'),
    isbn: isbnOf(first('citation_isbn')),
    address: addressOf(tree, first('og:url'), html),
    language: languageOf(tree),
    type,
  })
}

type FirstOf = (...names: readonly string[]) => Fact | undefined

const isFact = (fact: Fact | undefined): fact is Fact => fact !== undefined

/** A name, and no address of a page about someone. */
const isName = ({ value }: Fact): boolean => !/^https?:/iu.test(value)

/** What `meta` elements say under a name, in whichever case that is written. */
function metasOf(tree: Tree.Document): (name: string) => readonly Fact[] {
  const facts = new Map<string, Fact[]>()
  for (const meta of elementsCalled(tree, 'meta')) {
    const name = meta.attribute('name') ?? meta.attribute('property') ?? ''
    const fact = fieldFact(name, meta.attribute('content'))
    if (fact === undefined || name === '') continue
    const known = facts.get(name.toLowerCase())
    if (known === undefined) facts.set(name.toLowerCase(), [fact])
    else known.push(fact)
  }
  return (name) => facts.get(name) ?? []
}

const titleElement = (tree: Tree.Document): Fact | undefined =>
  fieldFact('title', elementsCalled(tree, 'title')[0]?.text)

/** The longest line that can be a title, in code points. */
const longestTitle = 200

function linesOf(blocks: readonly Block[]) {
  const short = blocks.filter(({ text }) => codePointLength(text) <= longestTitle)
  const headings = short.filter(isTitle)
  const unlinked = headings.filter((block) => !isLink(block))
  return {
    headings: (unlinked.length > 0 ? unlinked : headings).map(({ text }) => text),
    lines: short.filter((block) => !isTitle(block) && !isLink(block)).map(({ text }) => text),
  }
}

const isTitle = (block: Block): boolean => block.kind === 'heading' && block.level === 1

/** Whether a block is a link and nothing else, as a site's name at the top of a page is. */
const isLink = ({ text, spans = [] }: Block): boolean =>
  spans.some(
    ({ kind, range }) => kind === 'link' && range.end - range.start === codePointLength(text),
  )

/** What the page says of its article as JSON-LD, by a name of schema.org's. */
function articleData(tree: Tree.Document): (name: string) => Fact | undefined {
  const articles = elementsCalled(tree, 'script')
    .filter((script) => script.attribute('type') === 'application/ld+json')
    .flatMap((script) => recordsIn(script.text))
  const article = articles.find((one) => 'headline' in one)
  const words = (value: unknown): string | undefined => {
    if (typeof value === 'string') return value
    if (Array.isArray(value)) return authorField(value.flatMap((one) => words(one) ?? []))
    return isRecord(value) ? stringField(value, 'name') : undefined
  }
  return (name) => fieldFact(`schema.org ${name}`, words(article && field(article, name)))
}

/** The objects of some JSON, and those in their graph; none where it is no JSON. */
function recordsIn(json: string): readonly JsonRecord[] {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return []
  }
  const all = Array.isArray(data) ? data : [data]
  return all
    .flatMap((one: unknown) => {
      const graph = isRecord(one) ? field(one, '@graph') : undefined
      return Array.isArray(graph) ? (graph as unknown[]) : [one]
    })
    .filter(isRecord)
}

function pagesOf(from: Fact | undefined, to: Fact | undefined): Fact | undefined {
  if (from === undefined || to === undefined || from.value === to.value) return from
  return { ...from, value: `${from.value}-${to.value}` }
}

/** Which kind of work a page says that it has, by the fields that only that kind has. */
function typeOf(first: FirstOf): Fact | undefined {
  const kinds: readonly (readonly [WorkType, string])[] = [
    ['J', 'citation_journal_title'],
    ['C', 'citation_conference_title'],
    ['D', 'citation_dissertation_institution'],
    ['R', 'citation_technical_report_institution'],
  ]
  return kinds
    .flatMap(([value, name]) => {
      const fact = first(name)
      return fact === undefined ? [] : [{ ...fact, value }]
    })
    .at(0)
}

/** Where the page was found, as it says itself or as the browser that saved it wrote. */
function addressOf(tree: Tree.Document, shared: Fact | undefined, html: string): Fact | undefined {
  const canonical = elementsCalled(tree, 'link').find(
    (link) => link.attribute('rel') === 'canonical',
  )
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/u.exec(html.slice(0, 4_096))?.[1]
  return [
    fieldFact('link rel=canonical', canonical?.attribute('href')),
    shared,
    fieldFact('saved from', saved),
  ].find((fact) => fact !== undefined && /^https?:\/\//iu.test(fact.value))
}

function languageOf(tree: Tree.Document): Fact | undefined {
  const html: XmlElement | undefined = elementsCalled(tree, 'html')[0]
  return fieldFact('lang', html?.attribute('lang') ?? html?.attribute('xml:lang'))
}
