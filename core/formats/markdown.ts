import { Marked } from 'marked'
import markedFootnote from 'marked-footnote'
import { type HtmlOptions, readHtml } from './html'
import type { DocumentFacts, ReadDocument } from './read-document'

/** A new one each time: the extension for footnotes remembers those of the text that it read last. */
const reader = () => new Marked({ gfm: true }).use(markedFootnote())

/**
 * Reads Markdown (CommonMark with GitHub's tables and footnotes) as a document. HTML in it is read as
 * HTML; what stands in front matter becomes what the document says of itself.
 */
export function readMarkdown(text: string, options: HtmlOptions = {}): ReadDocument {
  const { facts, body } = partFrontMatter(text)
  const document = readHtml(reader().parse(body, { async: false }), options)
  return { ...document, facts: { ...document.facts, ...facts } }
}

const fence = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

/** Front matter of one `name: value` a line; anything more deeply built is text that nobody reads. */
function partFrontMatter(text: string): {
  readonly facts: Partial<DocumentFacts>
  readonly body: string
} {
  const found = fence.exec(text)
  if (found === null) return { facts: {}, body: text }
  const values = new Map(
    (found[1] ?? '').split(/\r?\n/u).map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), unquoted(line.slice(colon + 1).trim())] as const
    }),
  )
  const facts = {
    title: values.get('title'),
    author: values.get('author'),
    publisher: values.get('publisher'),
    date: values.get('date'),
    language: values.get('lang') ?? values.get('language'),
  }
  return {
    facts: Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''),
    ),
    body: text.slice(found[0].length),
  }
}

const unquoted = (value: string): string => {
  const [quote] = value
  const isQuoted = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)
  return isQuoted ? value.slice(1, -1) : value
}
