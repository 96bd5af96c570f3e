import type { Basis, Certainty, Emendation, Kept, Sic } from '../apparatus/emendation'
import { type Comparison, type Explanation, growthOf } from '../apparatus/explanation'
import type { LocalizedText } from '../apparatus/localized-text'
import type { Reference } from '../apparatus/reference'
import type { Remark } from '../apparatus/remark'
import type { PlacedBlock } from '../document/document'
import type { OpenDocument } from '../publication/open-document'
import { type TextRange, textRange } from '../text/range'
import { langOf } from '../text/script-tag'
import { teiHeader } from './tei-header'
import { type Attributes, element, type Markup, paragraphs, raw, written } from './xml'

/**
 * The edition as TEI P5 (https://tei-c.org/guidelines/p5/): the edited text with its apparatus in
 * parallel segmentation, so that both the edited text and the witness can be read out of it, character
 * by character. What the reader wrote is no part of it.
 *
 * - an emendation is an `app`: its `lem` the reading, its `rdg` what the witness has
 * - a slip is a `choice` of `sic` and `corr`; `cert` says how sure it is
 * - a place considered and kept is an `app` whose `lem` is the witness's
 * - what is explained may overlap anything, and stands in `back` as a `note` between two anchors
 *
 * @param version of the app, said in the header
 * @throws Error if places that must nest cross one another
 */
export function exportTei(open: OpenDocument, version: string): string {
  const reasons = new Reasons()
  const text = new TextWriter(open, reasons)
  const body = divisions(open.document.placed, (placed) => text.block(placed))
  const chrome = open.publication.apparatus.emendations.filter(({ kind }) => kind === 'chrome')
  const surrounding = (emendations: readonly Emendation[]) =>
    emendations.length === 0
      ? []
      : [
          element('div', { type: 'chrome' }, [
            element(
              'ab',
              {},
              emendations.map((each) => apparatusEntry(each, reasons, [])),
            ),
          ]),
        ]
  const root = element(
    'TEI',
    {
      xmlns: 'http://www.tei-c.org/ns/1.0',
      'xml:lang': langOf[open.document.data.canonicalScript],
    },
    [
      teiHeader(open, version),
      element('text', {}, [
        element('front', {}, surrounding(chrome.filter(isBefore))),
        element('body', {}, body),
        element('back', {}, [
          ...surrounding(chrome.filter((each) => !isBefore(each))),
          ...notes('slips', open.remarks.flatMap(slipNote)),
          ...notes('explanations', open.remarks.flatMap(explanationNote)),
          ...notes('reasons', reasons.notes()),
        ]),
      ]),
    ],
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?xml-model href="https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>',
    `${root.markup}\n`,
  ].join('\n')
}

/** Whether what was taken off stood before the text. */
const isBefore = ({ canonical }: Emendation) => canonical.start === 0

/** Reasons are many places' own; each is written once, and pointed at. */
class Reasons {
  readonly #ids = new Map<string, { readonly id: string; readonly text: LocalizedText }>()

  /** A pointer to the reason. */
  pointer(text: LocalizedText): string {
    const known = this.#ids.get(text.en) ?? { id: `reason-${this.#ids.size + 1}`, text }
    this.#ids.set(text.en, known)
    return `#${known.id}`
  }

  notes(): readonly Markup[] {
    return [...this.#ids.values()].map(({ id, text }) =>
      element('note', { 'xml:id': id, resp: '#edition' }, paragraphs(text)),
    )
  }
}

const notes = (type: string, list: readonly Markup[]): readonly Markup[] =>
  list.length === 0 ? [] : [element('div', { type }, list)]

/** What TEI calls the certainty of what an edition does. */
const certOf: Readonly<Record<Basis | Certainty, 'high' | 'medium' | 'low'>> = {
  bytes: 'high',
  sense: 'high',
  'house-style': 'high',
  judgement: 'medium',
  certain: 'high',
  probable: 'medium',
  doubtful: 'low',
}

const witness = { wit: '#witness', 'xml:space': 'preserve' }

function apparatusEntry(
  { id, kind, basis, found, why, evidence, bytes }: Emendation,
  reasons: Reasons,
  reading: readonly Markup[],
): Markup {
  return element('app', { 'xml:id': id, type: kind, corresp: reasons.pointer(why) }, [
    element('lem', { resp: '#edition', ana: `#${basis}`, cert: certOf[basis] }, reading),
    element('rdg', witness, [written(found)]),
    ...(bytes === undefined
      ? []
      : [
          element('note', { type: 'bytes', 'xml:lang': 'en' }, [
            written(`lost ${bytes.lost}; stored ${bytes.damaged}; restored ${bytes.restored}`),
          ]),
        ]),
    ...(evidence === undefined
      ? []
      : [element('note', { type: 'evidence' }, paragraphs(evidence))]),
  ])
}

const slipEntry = ({ id, meant, certainty }: Sic, text: readonly Markup[]): Markup => {
  if (meant === undefined) return element('sic', { 'xml:id': id }, text)
  const attributes = { resp: '#edition', cert: certOf[certainty] }
  return element('choice', {}, [
    element('sic', { 'xml:id': id }, text),
    element('corr', attributes, [written(meant)]),
  ])
}

const keptEntry = ({ id, instead, why }: Kept, reasons: Reasons, text: readonly Markup[]): Markup =>
  element('app', { 'xml:id': id, type: 'kept', corresp: reasons.pointer(why) }, [
    element('lem', witness, text),
    ...instead.map((reading) =>
      element('rdg', { type: 'considered', resp: '#edition', 'xml:space': 'preserve' }, [
        written(reading),
      ]),
    ),
  ])

/** Something that stands around a stretch of the text. */
interface Span {
  readonly range: TextRange
  readonly around: (text: readonly Markup[]) => Markup
}

/** A place between two characters. */
interface Anchor {
  readonly offset: number
  readonly id: string
}

const startOf = ({ id }: Remark) => `${id}-start`
const endOf = ({ id }: Remark) => `${id}-end`

/** Writes the text of blocks with what stands around its words. */
class TextWriter {
  readonly #open: OpenDocument
  readonly #spans: readonly Span[]
  readonly #anchors: readonly Anchor[]

  constructor(open: OpenDocument, reasons: Reasons) {
    this.#open = open
    const { emendations, sic, kept } = open.publication.apparatus
    this.#spans = [
      ...emendations
        .filter(({ kind }) => kind !== 'chrome')
        .map((each): Span => {
          return { range: each.canonical, around: (text) => apparatusEntry(each, reasons, text) }
        }),
      ...sic.map((each): Span => {
        return { range: each.canonical, around: (text) => slipEntry(each, text) }
      }),
      ...kept.map((each): Span => {
        return { range: each.canonical, around: (text) => keptEntry(each, reasons, text) }
      }),
      ...open.document.placed.flatMap(runInHeading),
    ].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
    this.#anchors = open.remarks
      .filter(({ kind }) => kind === 'explanation')
      .flatMap((remark) => [
        { offset: remark.range.start, id: startOf(remark) },
        { offset: remark.range.end, id: endOf(remark) },
      ])
      .sort((a, b) => a.offset - b.offset)
  }

  block({ block, range }: PlacedBlock): Markup {
    const inBlock = this.#spans.filter(
      (span) => range.start <= span.range.start && span.range.end <= range.end,
    )
    const anchors = this.#anchors.filter(
      ({ offset }) => range.start <= offset && offset <= range.end,
    )
    const text = this.#text(range, inBlock, anchors)
    const name = block.kind === 'heading' ? 'head' : 'p'
    const role = block.kind === 'paragraph' && block.role !== 'body' ? { rend: block.role } : {}
    return element(name, { 'xml:id': `block-${block.id}`, n: block.id, ...role }, text)
  }

  /** The text of a range: its spans from left to right, and what they hold within them. */
  #text(range: TextRange, spans: readonly Span[], anchors: readonly Anchor[]): readonly Markup[] {
    const [span, ...others] = spans
    if (span === undefined) return this.#plain(range, anchors)
    const { start, end } = span.range
    if (end > range.end) throw new Error(`Places cross at ${end}`)
    const within = others.filter((other) => other.range.start < end)
    const isEmpty = start === end
    const anchorsWithin = anchors.filter(
      ({ offset }) => !isEmpty && start <= offset && offset < end,
    )
    const behind = textRange(end, range.end)
    return [
      ...this.#plain(
        textRange(range.start, start),
        anchors.filter(({ offset }) => offset < start),
      ),
      span.around(this.#text(span.range, isEmpty ? [] : within, anchorsWithin)),
      ...this.#text(
        behind,
        isEmpty ? others : others.filter((other) => other.range.start >= end),
        anchors.filter(({ offset }) => offset >= end),
      ),
    ]
  }

  #plain(range: TextRange, anchors: readonly Anchor[]): readonly Markup[] {
    const { document } = this.#open
    let at: number = range.start
    const markup: Markup[] = []
    for (const { offset, id } of anchors) {
      markup.push(written(document.slice(textRange(at, offset))))
      markup.push(element('anchor', { 'xml:id': id }, []))
      at = offset
    }
    markup.push(written(document.slice(textRange(at, range.end))))
    return markup
  }
}

function runInHeading({ block, range }: PlacedBlock): readonly Span[] {
  if (block.kind !== 'paragraph' || block.runIn === 0) return []
  const place = textRange(range.start, range.start + block.runIn)
  return [{ range: place, around: (text) => element('seg', { type: 'run-in-head' }, text) }]
}

const levelOf = ({ block }: PlacedBlock) => (block.kind === 'heading' ? block.level : undefined)

/** Blocks in divisions as their headings' levels say. */
function divisions(
  placed: readonly PlacedBlock[],
  write: (placed: PlacedBlock) => Markup,
): readonly Markup[] {
  const [first, ...others] = placed
  if (first === undefined) return []
  const level = levelOf(first)
  if (level === undefined) return [write(first), ...divisions(others, write)]
  const isNext = (each: PlacedBlock) => (levelOf(each) ?? level + 1) <= level
  const next = others.findIndex(isNext)
  const inside = next === -1 ? others : others.slice(0, next)
  const behind = next === -1 ? [] : others.slice(next)
  return [
    element('div', { n: first.block.id }, [write(first), ...divisions(inside, write)]),
    ...divisions(behind, write),
  ]
}

function slipNote(remark: Remark): readonly Markup[] {
  if (remark.kind !== 'sic') return []
  const { id, certainty, why, sources = [] } = remark.sic
  const attributes: Attributes = { type: 'slip', subtype: certainty, target: `#${id}` }
  return [
    element('note', { ...attributes, cert: certOf[certainty], resp: '#edition' }, [
      ...paragraphs(why),
      ...sources.map(source),
    ]),
  ]
}

/** What a claim rests on, with its address where that is known. */
const source = ({ title, address }: Reference): Markup =>
  element('bibl', { 'xml:lang': 'zh-Hans' }, [
    address === undefined ? written(title) : element('ref', { target: address }, [written(title)]),
  ])

/** An explanation at its first place; at the others, a pointer to that. */
function explanationNote(remark: Remark): readonly Markup[] {
  if (remark.kind !== 'explanation') return []
  const { explanation } = remark
  const place = { target: `#${startOf(remark)}`, targetEnd: `#${endOf(remark)}` }
  const attributes: Attributes = { type: 'explanation', subtype: explanation.kind, ...place }
  if (remark.id !== explanation.id) {
    return [element('note', { ...attributes, sameAs: `#${explanation.id}` }, [])]
  }
  return [
    element('note', { 'xml:id': explanation.id, ...attributes, resp: '#edition' }, [
      ...paragraphs(explanation.says),
      ...arithmeticOf(explanation),
      ...explanation.sources.map(source),
    ]),
  ]
}

const arithmeticOf = (explanation: Explanation): readonly Markup[] =>
  explanation.kind === 'figures' ? [arithmetic(explanation.comparison)] : []

/** Sums of decimal fractions carry a tail that no reader wants. */
const amount = (value: number) => String(Number(value.toFixed(4)))

const number = (value: string): Markup => element('num', { value }, [raw(value)])

const percent = (fraction: number): Markup => number((fraction * 100).toFixed(1))

function arithmetic(comparison: Comparison): Markup {
  const { before, after, stated, computed, possible, implied, verdict } = growthOf(comparison)
  const items = [
    ['before', number(amount(before))],
    ['after', number(amount(after))],
    ['growth stated, per cent', percent(stated)],
    ['growth computed, per cent', percent(computed)],
    ['least growth that rounding leaves possible, per cent', percent(possible.low)],
    ['greatest growth that rounding leaves possible, per cent', percent(possible.high)],
    ['stated growth gives', number(amount(implied))],
    ['stated and computed', written(verdict)],
  ] as const
  return element(
    'list',
    { type: 'arithmetic', 'xml:lang': 'en' },
    items.flatMap(([name, value]) => [
      element('label', {}, [written(name)]),
      element('item', {}, [value]),
    ]),
  )
}
