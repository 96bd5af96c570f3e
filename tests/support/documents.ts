import * as fc from 'fast-check'
import type { Block, Container, Span, SpanKind } from '../../core/document/block'
import { CanonicalDocument } from '../../core/document/document'
import type { ChineseScript } from '../../core/script/conversion-forms'
import { codePointLength, codePoints } from '../../core/text/code-points'
import { textRange } from '../../core/text/range'

/**
 * Documents by chance, of everything that the block model knows: headings of every level, paragraphs in every
 * role, code, pictures; spans of every kind; quotations, lists, tables and footnotes, one within another.
 */

/** Characters that conversion, folding, repairs and UTF-16 each have something to do with. */
const character = fc.oneof(
  fc.constantFrom(...'后後发發髮里裏裡范範干乾幹面麵着著台臺体體们們人之初〇１'),
  fc.constantFrom('𠮷', '😀', 'é', 'e\u0301', '葛\u{E0100}'),
  fc.constantFrom(...'，,。“”「 aZ7()'),
)

const words = fc.string({ unit: character, maxLength: 16 })

/** An address, in it whatever a path, a query and a fragment may hold. fast-check's own take a second and more to make. */
const address = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.domain(),
    path: fc.array(words, { maxLength: 3 }),
    query: fc.option(words),
    fragment: fc.option(words),
    signs: fc.constantFrom('', "~!$&'()*+,;=:@"),
  })
  .map(({ scheme, host, path, query, fragment, signs }) => {
    const encoded = (part: string) => `${signs}${encodeURIComponent(part)}`
    const begun = (sign: string, part: string | null) => (part === null ? '' : sign + encoded(part))
    const whole = ['', ...path.map(encoded)].join('/')
    return `${scheme}://${host}${whole}${begun('?', query)}${begun('#', fragment)}`
  })

const plainKinds = ['emphasis', 'strong', 'code', 'deleted', 'superscript', 'subscript'] as const

const spanKind: fc.Arbitrary<SpanKind> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...plainKinds) }),
  fc.record({
    kind: fc.constant('link' as const),
    target: fc.oneof(
      fc.record({ to: fc.constant('address' as const), url: address }),
      fc.record({ to: fc.constant('block' as const), blockId: fc.constantFrom('b0', 'b1') }),
    ),
  }),
  fc.record({ kind: fc.constant('ruby' as const), reading: words }),
  fc.record({ kind: fc.constant('note-reference' as const), noteId: fc.constantFrom('n0', 'n1') }),
)

/** Spans over a text: ascending by start, the longer first, none of them empty. */
const spansOver = (text: string): fc.Arbitrary<readonly Span[]> => {
  const length = codePointLength(text)
  if (length === 0) return fc.constant([])
  const span = fc.tuple(spanKind, fc.nat(length - 1), fc.integer({ min: 1, max: length }))
  return fc.array(span, { maxLength: 4 }).map((spans) =>
    spans
      .map(([kind, start, long]): Span => {
        return { ...kind, range: textRange(start, Math.min(length, start + long)) }
      })
      .toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
  )
}

const container: fc.Arbitrary<Container> = fc.oneof(
  fc.record({ kind: fc.constant('quotation' as const), id: fc.constantFrom('q0', 'q1') }),
  fc.record({
    kind: fc.constant('list' as const),
    id: fc.constantFrom('l0', 'l1'),
    start: fc.option(fc.nat(9)),
    item: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    id: fc.constantFrom('t0', 't1'),
    row: fc.nat(3),
    column: fc.nat(3),
    rowSpan: fc.integer({ min: 1, max: 2 }),
    columnSpan: fc.integer({ min: 1, max: 2 }),
    isHeader: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('footnote' as const),
    id: fc.constantFrom('n0', 'n1'),
    label: fc.constantFrom('1', '一', '*'),
  }),
)

/** What a block is besides its text, its id, and what it stands in. */
const kindOver = (text: string) =>
  fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(1, 2, 3, 4, 5, 6),
    }),
    fc.record({
      kind: fc.constant('paragraph' as const),
      runIn: fc.nat(codePointLength(text)).map(codePoints),
      role: fc.constantFrom('body', 'occasion', 'speaker', 'salutation'),
    }),
    fc.record({ kind: fc.constant('code' as const) }),
    fc.record({ kind: fc.constant('picture' as const), resource: fc.constantFrom('0.png', '1') }),
  )

const blockOver = (text: string): fc.Arbitrary<Block> =>
  fc
    .record({
      besides: kindOver(text),
      spans: spansOver(text),
      within: fc.array(container, { maxLength: 3 }),
    })
    .map(({ besides, spans, within }) => {
      const block = besides.kind === 'code' ? `${text}\n${text}` : text
      return {
        ...besides,
        id: '',
        text: block,
        ...(spans.length > 0 && { spans }),
        ...(within.length > 0 && { within }),
      }
    })

/** A document in either script, of one block or of several. */
export const anyDocument: fc.Arbitrary<CanonicalDocument> = fc
  .record({
    script: fc.constantFrom<ChineseScript>('zh-Hant', 'zh-Hans'),
    blocks: fc.array(words.chain(blockOver), { minLength: 1, maxLength: 6 }),
  })
  .map(
    ({ script, blocks }) =>
      new CanonicalDocument({
        id: 'any',
        digest: `test:${blocks.map(({ text }) => text).join('|')}`,
        canonicalScript: script,
        source: { published: { kind: 'unknown' } },
        blocks: blocks.map((block, i) => ({ ...block, id: `b${i}` })),
      }),
  )
