import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import { Marked, type Token, type TokensList } from 'marked'
import markedFootnote, { type Footnotes } from 'marked-footnote'
import { field, isRecord, type JsonRecord, listOf } from '../text/json-record'
import { citationOfExport, textOfExport } from './exported-markdown'
import {
  type DocumentFacts,
  type Fact,
  type FactName,
  fieldFact,
  headingFact,
  isbnOf,
  joinedFact,
  knownFacts,
} from './facts'
import { type HtmlOptions, readHtml } from './html'
import type { LeftOutKind, ReadDocument } from './read-document'

type Tokens = Token[] | TokensList

/** A new one each time: the extension for footnotes remembers those of the text that it read last. */
const reader = (processAllTokens: (tokens: Tokens) => Tokens) =>
  new Marked({ gfm: true }).use(markedFootnote(), { hooks: { processAllTokens } })

/** Notes that nothing refers to stand behind the others: the extension leaves them out. */
function withAllNotes<All extends readonly Token[]>(tokens: All): All {
  for (const token of tokens) {
    if (!isNotes(token)) continue
    const referredTo = new Set(token.items)
    token.items.push(...token.rawItems.filter((note) => !referredTo.has(note)))
  }
  return tokens
}

const isNotes = (token: Token | Footnotes): token is Footnotes => token.type === 'footnotes'

/**
 * Reads Markdown (CommonMark with GitHub's tables and footnotes) as a document. HTML in it is read as
 * HTML; what stands in front matter is what the document says of itself, and not its text. A text that was
 * exported is read as it was, without what the export put around it, and the notes on it.
 */
export function readMarkdown(text: string, options: HtmlOptions = {}): ReadDocument {
  const { facts, body, citation } = partFrontMatter(text)
  let notes = 0
  const marked = reader((read) => {
    const tokens = withAllNotes(read)
    const exported = citation === undefined ? undefined : textOfExport(tokens, citation)
    notes = exported?.notes ?? 0
    return exported?.tokens ?? tokens
  })
  const content = readHtml(marked.parse(body, { async: false }), options)
  const leftOut = new Map([...content.leftOut, ...withoutNone('exported-note', notes)])
  const known = knownFacts({ title: headingFact(content.blocks) })
  return { ...content, leftOut, facts: { ...known, ...facts } }
}

const withoutNone = (kind: LeftOutKind, count: number) =>
  count === 0 ? [] : [[kind, count] as const]

const fence = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

interface Parted {
  readonly facts: DocumentFacts
  readonly body: string
  /** Of a text that was exported, as it stands under that. */
  readonly citation?: string | undefined
}

/** Front matter in YAML, as Jekyll, Hugo and Pandoc have it. What is none is text. */
function partFrontMatter(text: string): Parted {
  const found = fence.exec(text)
  const values = found === null ? undefined : recordIn(found[1] ?? '')
  if (found === null || values === undefined) return { facts: {}, body: text }
  const body = text.slice(found[0].length)
  return { facts: factsIn(values), body, citation: citationOfExport(values) }
}

/** Every value as it is written: a date stays one, and no number becomes another. */
function recordIn(yaml: string): JsonRecord | undefined {
  try {
    const data = load(yaml, { schema: FAILSAFE_SCHEMA })
    return isRecord(data) ? data : undefined
  } catch {
    return linesAsRecord(yaml)
  }
}

/**
 * What is no YAML, line by line: writers forget to quote a title with a colon in it. Nothing where it is not
 * made of names and values, but of words between two lines across a page.
 */
function linesAsRecord(lines: string): JsonRecord | undefined {
  const entries = lines
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map(namedValue)
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries(entries) : undefined
}

/** A line as a name and what follows its colon, if that is what it is. */
function namedValue(line: string): readonly [string, string] | undefined {
  const colon = line.indexOf(':')
  const [name, value] = [line.slice(0, colon), line.slice(colon + 1)]
  const isNamed = colon > 0 && colon <= longestName && !/^\s/u.test(name)
  return isNamed && /^(?:\s|$)/u.test(value) ? [name, unquoted(value.trim())] : undefined
}

/** How long the name of a fact can be; what is longer is a sentence with a colon. */
const longestName = 40

function unquoted(value: string): string {
  const [first = ''] = value
  const isQuoted = `"'`.includes(first) && value.length > 1 && value.endsWith(first)
  return isQuoted ? value.slice(1, -1) : value
}

/** The names that a fact has in front matter; the first that is there counts. */
const names: Readonly<Partial<Record<FactName, readonly string[]>>> = {
  title: ['title', '標題', '标题', '題名', '题名'],
  author: ['author', 'authors', '作者', '著者'],
  date: ['date', 'published', '日期', '發布日期', '发布日期', '出版日期'],
  publisher: ['publisher', '出版者', '出版社', '發布機構', '发布机构'],
  place: ['place', '出版地'],
  container: ['journal', 'container-title', '刊名'],
  volume: ['volume'],
  issue: ['issue'],
  pages: ['pages', 'page'],
  isbn: ['isbn', 'identifier'],
  number: ['number', '文號', '文号'],
  address: ['url', 'link', 'source'],
  language: ['lang', 'language'],
}

function factsIn(values: JsonRecord): DocumentFacts {
  const byName = new Map(Object.keys(values).map((key) => [key.toLowerCase(), key]))
  const found = Object.entries(names).map(([name, keys]) => {
    const key = keys.map((one) => byName.get(one)).find((one) => one !== undefined)
    const words = key === undefined ? [] : wordsOf(field(values, key))
    return [name, joinedFact(words.flatMap((one) => fieldFact(key ?? '', one) ?? []))] as const
  })
  const facts: Partial<Record<FactName, Fact | undefined>> = Object.fromEntries(found)
  const { isbn, address } = facts
  const isAddress = address !== undefined && /^https?:\/\//iu.test(address.value)
  return knownFacts({ ...facts, isbn: isbnOf(isbn), address: isAddress ? address : undefined })
}

/** One author is written as a name, several as a list of names, or of what has a name. */
const wordsOf = (value: unknown): readonly string[] =>
  listOf(value).flatMap((one) => {
    const words = isRecord(one) ? field(one, 'name') : one
    return typeof words === 'string' ? [words] : []
  })
