import type { Quote } from '../../anchor/quote'
import { hasNote } from '../../annotation/annotation'
import { fitWords } from '../../annotation/fit'
import type { MarkStyle } from '../../annotation/style'
import type { DecisionReason, ImportOrigin, LeftOut } from '../../app/import-report'
import { charactersOf } from '../../text/code-points'
import {
  field,
  hasType,
  holdsStrings,
  isRecord,
  type JsonRecord,
  listOf,
  recordsOf,
  stringField,
  stringsOf,
} from '../../text/json-record'
import { readBodies } from './foreign-body'
import { instantOf, styleFrom, styleFromClass } from './foreign-style'

/**
 * A passage that another program marked, with what was said of it, as far as we have a place for it.
 * Positions are left out: they count in another page, by another unit, and prove nothing.
 */
export interface ForeignItem {
  readonly id: string | undefined
  /** In whatever script the page was in; nothing where no words are quoted. */
  readonly quote: Quote | undefined
  readonly note: string
  readonly tags: readonly string[]
  readonly style: MarkStyle
  /** ISO 8601, milliseconds, UTC; nothing where the file does not say, or not in a way we can read. */
  readonly created: string | undefined
  readonly modified: string | undefined
  readonly leftOut: readonly LeftOut[]
}

/**
 * An annotation by the W3C's model, which Readium's sets (Thorium) extend, or by Hypothesis' API: one
 * item a passage.
 * Sources: https://www.w3.org/TR/annotation-model/,
 * https://github.com/readium/annotations, https://h.readthedocs.io/en/latest/api-reference/v1/
 */
export function readForeign(
  item: unknown,
  origin: ImportOrigin,
): readonly ForeignItem[] | DecisionReason {
  if (!isRecord(item)) return 'not-an-annotation'
  const said = origin === 'hypothesis' ? hypothesis(item) : w3c(item)
  const { note, tags, leftOut } = fitWords(said.notes.join('\n\n'), said.tags)
  const passages = passagesOf(field(item, 'target'))
  const quoted = passages.filter(({ quote }) => quote !== undefined)
  if (quoted.length === 0 && !hasNote({ note }) && tags.length === 0) {
    return field(item, 'target') === undefined && field(item, 'body') === undefined
      ? 'not-an-annotation'
      : 'says-nothing'
  }
  const id = stringField(item, 'id')
  const unread = passages.length - quoted.length
  return (quoted.length > 0 ? quoted : [{ quote: undefined, leftOut: [] }]).map((passage, i) => ({
    id: i === 0 || id === undefined ? id : `${id}#${i + 1}`,
    quote: passage.quote,
    note,
    tags,
    style: said.style,
    created: instantOf(field(item, 'created')),
    modified: instantOf(field(item, origin === 'hypothesis' ? 'updated' : 'modified')),
    leftOut: [
      ...leftOut,
      ...said.leftOut,
      ...passage.leftOut,
      ...(unread > 0 && quoted.length > 0 ? ['further-passage' as const] : []),
    ],
  }))
}

interface Said {
  readonly notes: readonly string[]
  readonly tags: readonly string[]
  readonly style: MarkStyle
  readonly leftOut: readonly LeftOut[]
}

function hypothesis(item: JsonRecord): Said {
  const [texts, tags] = [field(item, 'text'), field(item, 'tags')]
  return {
    notes: stringsOf(texts),
    tags: stringsOf(tags),
    style: styleFrom(undefined, undefined),
    leftOut: [texts, tags].every(holdsStrings) ? [] : ['body'],
  }
}

function w3c(item: JsonRecord): Said {
  const value = stringField(item, 'bodyValue')
  const plain = value === undefined ? [] : [{ value, format: 'text/plain' }]
  const { notes, tags, records, leftOut } = readBodies([...plain, ...listOf(field(item, 'body'))])
  return { notes, tags, leftOut, style: styleOf(item, records) }
}

/** How the passage is marked: what is only bookmarked is no highlight, whatever its colour. */
function styleOf(item: JsonRecord, bodies: readonly JsonRecord[]): MarkStyle {
  const style = paintOf(item, bodies)
  return isBookmarked(item) ? { ...style, kind: 'bookmark' } : style
}

/** Readium says colour and line in the body; the W3C has class names, on the target. */
function paintOf(item: JsonRecord, bodies: readonly JsonRecord[]): MarkStyle {
  const styled = bodies.find((body) => field(body, 'color') ?? field(body, 'highlight'))
  if (styled !== undefined) return styleFrom(field(styled, 'color'), field(styled, 'highlight'))
  const [styleClass] = recordsOf(field(item, 'target')).flatMap((target) =>
    stringsOf(field(target, 'styleClass')),
  )
  return styleFromClass(styleClass ?? '')
}

/** Motivations are named by the word alone, with a prefix, or by their address. */
const bookmarking = /^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)?bookmarking$/u

/** Whether an annotation is there to lead back to a place, and for nothing else. */
function isBookmarked(item: JsonRecord): boolean {
  const motivations = listOf(field(item, 'motivation'))
  return (
    motivations.length > 0 &&
    motivations.every((one) => {
      const name = isRecord(one) ? field(one, 'id') : one
      return typeof name === 'string' && bookmarking.test(name)
    })
  )
}

/** What a target marks, if it quotes it. */
interface Passage {
  readonly quote: Quote | undefined
  readonly leftOut: readonly LeftOut[]
}

/** How far targets and selectors may be nested in one another. */
const deepest = 8

/** UTF-16 units of the context on one side of a quote; what is farther away is left out. */
const longestContext = 1_000

/** The passages that an annotation is about: one a target, or one an item of a list of them. */
function passagesOf(targets: unknown, depth = deepest): readonly Passage[] {
  if (depth === 0) return []
  return recordsOf(targets).flatMap((target): readonly Passage[] => {
    if (hasType(target, 'Choice')) {
      const forms = passagesOf(field(target, 'items'), depth - 1)
      return forms.filter(({ quote }) => quote !== undefined).slice(0, 1)
    }
    if (['Composite', 'List', 'Independents'].some((type) => hasType(target, type))) {
      return passagesOf(field(target, 'items'), depth - 1)
    }
    const selector = field(target, 'selector')
    if (selector === undefined) return []
    return [passageAmong(selector, depth) ?? { quote: undefined, leftOut: [] }]
  })
}

/** The first quote among selectors, which are ways of saying the same, however they are nested. */
function passageAmong(selectors: unknown, depth: number): Passage | undefined {
  if (depth === 0) return undefined
  for (const selector of recordsOf(selectors)) {
    const found =
      quotedBy(selector, depth) ??
      // A choice between selectors, and a selector that narrows another down.
      passageAmong(field(selector, 'items'), depth - 1) ??
      passageAmong(field(selector, 'refinedBy'), depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}

function quotedBy(selector: JsonRecord, depth: number): Passage | undefined {
  if (!hasType(selector, 'TextQuoteSelector')) return undefined
  const exact = textIn(selector, 'exact')
  if (exact === undefined || exact.trim() === '') return undefined
  const outer = quoteOf(textIn(selector, 'prefix') ?? '', exact, textIn(selector, 'suffix') ?? '')
  const refinement = field(selector, 'refinedBy')
  if (refinement === undefined) return { quote: outer, leftOut: [] }
  const inner = narrowed(outer, refinement, depth)
  return inner === undefined
    ? { quote: outer, leftOut: ['narrower-passage'] }
    : { quote: inner, leftOut: [] }
}

/** The part of quoted words that another quote, or a position within them, narrows them down to. */
function narrowed(outer: Quote, refinement: unknown, depth: number): Quote | undefined {
  const around = (start: number, end: number) =>
    quoteOf(
      outer.prefix + outer.exact.slice(0, start),
      outer.exact.slice(start, end),
      outer.exact.slice(end) + outer.suffix,
    )
  const inner = passageAmong(refinement, depth - 1)?.quote
  if (inner !== undefined) {
    const at = outer.exact.indexOf(inner.prefix + inner.exact + inner.suffix)
    if (at !== -1) {
      const start = at + inner.prefix.length
      return around(start, start + inner.exact.length)
    }
    const alone = outer.exact.indexOf(inner.exact)
    return alone === -1 ? undefined : around(alone, alone + inner.exact.length)
  }
  const position = recordsOf(refinement).find((one) => hasType(one, 'TextPositionSelector'))
  const [start, end] = ['start', 'end'].map((name) => position && field(position, name))
  const characters = charactersOf(outer.exact)
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return undefined
  const [from, to] = [start as number, end as number]
  if (from < 0 || to <= from || to > characters.length) return undefined
  const before = characters.slice(0, from).join('').length
  return around(before, before + characters.slice(from, to).join('').length)
}

const quoteOf = (prefix: string, exact: string, suffix: string): Quote => ({
  exact,
  prefix: prefix.slice(-longestContext),
  suffix: suffix.slice(0, longestContext),
})

function textIn(record: JsonRecord, name: string): string | undefined {
  const value = field(record, name)
  if (typeof value === 'string') return value
  return isRecord(value) ? stringField(value, '@value') : undefined
}
