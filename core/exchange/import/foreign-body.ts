import { parseHTML } from 'linkedom'
import { parseFragment, serialize } from 'parse5'
import Turndown from 'turndown'
import type { LeftOut } from '../../app/import-report'
import {
  field,
  hasType,
  isRecord,
  type JsonRecord,
  listOf,
  stringField,
} from '../../text/json-record'

/** What the bodies of a foreign annotation say, as far as we have a place for it. */
interface ForeignBody {
  /** Markdown, one a body. */
  readonly notes: readonly string[]
  /** As they were written. */
  readonly tags: readonly string[]
  /** The parts that may say how the mark looks. */
  readonly records: readonly JsonRecord[]
  readonly leftOut: readonly LeftOut[]
}

const nothing: ForeignBody = { notes: [], tags: [], records: [], leftOut: [] }

/** How far choices and lists of bodies may be nested in one another. */
const deepest = 8

/** Reads bodies by the W3C's model, by Readium's and by older ones, one or several. */
export function readBodies(bodies: unknown, depth = deepest): ForeignBody {
  return joined(listOf(bodies).map((body) => readBody(body, depth)))
}

function readBody(body: unknown, depth: number): ForeignBody {
  if (typeof body === 'string') return { ...nothing, notes: body.trim() === '' ? [] : [body] }
  if (!isRecord(body) || depth === 0) return { ...nothing, leftOut: ['body'] }
  if (hasType(body, 'Choice')) {
    // The same thing in several forms: the first that says something.
    const forms = listOf(field(body, 'items')).map((item) => readBody(item, depth - 1))
    return forms.find(saysSomething) ?? forms[0] ?? nothing
  }
  if (groups.some((type) => hasType(body, type))) return readBodies(field(body, 'items'), depth - 1)
  const tags = [...stringsIn(field(body, 'tag')), ...stringsIn(field(body, 'tags'))]
  if (listOf(field(body, 'purpose')).includes('tagging')) {
    tags.push(...valuesOf(body))
    return { ...nothing, tags, records: [body], leftOut: tags.length > 0 ? [] : ['body'] }
  }
  const notes = valuesOf(body)
    .filter((text) => text.trim() !== '')
    .map((text) => asMarkdown(text, formatOf(body)))
  const said = { ...nothing, notes, tags, records: [body] }
  if (saysSomething(said) || isStyleAlone(body)) return said
  const address = stringField(body, 'source') ?? stringField(body, 'id')
  return address !== undefined && /^https?:\/\/[^\s<>]+$/iu.test(address)
    ? { ...said, notes: [`<${address}>`] }
    : { ...said, leftOut: ['body'] }
}

/** Bodies that belong together, all of which count. */
const groups = ['Composite', 'List', 'Independents']

const saysSomething = ({ notes, tags }: ForeignBody) => notes.length > 0 || tags.length > 0

/** A body of text that is empty, or says only how the mark looks: nothing is lost with it. */
const isStyleAlone = (body: JsonRecord) =>
  field(body, 'value') !== undefined ||
  hasType(body, 'TextualBody') ||
  ['color', 'highlight', 'tag', 'tags'].some((name) => field(body, name) !== undefined)

const valuesOf = (body: JsonRecord): string[] =>
  ['value', '@value', 'chars'].flatMap((name) => stringsIn(field(body, name)))

/** A string, or a list of them, each by itself or as a value of JSON-LD. */
const stringsIn = (value: unknown): string[] =>
  listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [one]
    const inner = isRecord(one) ? (field(one, '@value') ?? field(one, 'value')) : undefined
    return typeof inner === 'string' ? [inner] : []
  })

const formatOf = (body: JsonRecord): string => {
  const format = listOf(field(body, 'format')).find((one) => typeof one === 'string') ?? ''
  return format.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function asMarkdown(text: string, format: string): string {
  switch (format) {
    case 'text/html':
    case 'application/xhtml+xml':
      return fromHtml(text)
    case 'text/plain':
      return fromPlainText(text)
    default:
      // Who says nothing writes Markdown, as the programs that we know do.
      return text
  }
}

const turndown = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', emDelimiter: '*' })
turndown.remove(['script', 'style', 'title', 'noscript', 'template'])

function fromHtml(html: string): string {
  try {
    return turndown.turndown(elementOf(html))
  } catch (error) {
    // Nested more deeply than can be followed: the words, as they were written.
    if (error instanceof RangeError) return fromPlainText(html)
    throw error
  }
}

/** HTML as an element of a document that runs nothing. It is read by HTML's rules first, and stands in order then. */
function elementOf(html: string) {
  const inOrder = serialize(parseFragment(html))
  return parseHTML(`<html><body><div>${inOrder}</div></body></html>`).document.body
}

/** Addresses stay as they are: Markdown makes links of them by itself. */
const address = /(https?:\/\/[^\s<>]+)/iu

/** Signs that Markdown would take for more than themselves. */
const signs = /[\\`*_[\]<>|~]|&(?=#?[a-z0-9]{1,31};)/giu

/** What makes a line a heading, an item, a quotation or a rule. */
const opening = /^(\s{0,3})(?:(#{1,6}(?=\s|$)|[-+=])|(\d{1,9})(?=[.)](?:\s|$)))/u

/** Plain text as Markdown that says the same; a line stays a line. */
const fromPlainText = (text: string): string =>
  text
    .split(/\r\n?|\n/u)
    .map((line) =>
      line
        .trimEnd()
        // Four blanks would make it code.
        .replace(/^(?: {4,}|\s*\t\s*)/u, (blank) => '\u{3000}'.repeat(Math.ceil(blank.length / 4)))
        .split(address)
        .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(signs, String.raw`\$&`)))
        .join('')
        .replace(opening, (_, blank: string, sign?: string, number?: string) =>
          number === undefined ? `${blank}\\${sign}` : `${blank}${number}\\`,
        ),
    )
    .join('\n')

const joined = (parts: readonly ForeignBody[]): ForeignBody => ({
  notes: parts.flatMap(({ notes }) => notes),
  tags: parts.flatMap(({ tags }) => tags),
  records: parts.flatMap(({ records }) => records),
  leftOut: [...new Set(parts.flatMap(({ leftOut }) => leftOut))],
})
