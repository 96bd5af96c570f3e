import { Converter } from 'opencc-js'
import { z } from 'zod'
import type { LocalizedText } from '../../core/apparatus/localized-text'
import type { CanonicalDocument, PlacedBlock } from '../../core/document/document'
import type { FiguresFile } from '../../core/figures/figures-file'
import { numeralsIn, parseQuantity } from '../../core/figures/quantity'
import { utf16 } from '../../core/text/code-points'
import { OffsetIndex } from '../../core/text/offset-index'
import { textRange } from '../../core/text/range'
import { figuresFileSchema } from './figures-schema'

const text = z.string().min(1)

/** A label as people write it; its Simplified form is made from the Traditional one. */
const labelSchema = z.object({ 'zh-Hant': text, 'zh-Hans': z.string().default(''), en: text })

/** What people write of `figures.json`; the rest is filled in, and overwritten. */
export const reviewSchema = z.object({
  measures: z.record(text, labelSchema),
  subjects: z.record(text, labelSchema),
  figures: z.array(
    z.object({
      id: text,
      text,
      measure: text,
      of: text,
      period: text,
      standing: text,
      aspect: text,
    }),
  ),
  pairings: z.array(z.object({ remark: labelSchema.exactOptional() }).loose()),
  plots: z.array(z.object({ title: labelSchema, series: z.array(labelSchema) }).loose()),
  excluded: z.record(text, z.array(text)),
})

type Review = z.output<typeof reviewSchema>

/** A number of the text that no one has judged yet. */
interface Unreviewed {
  readonly block: string
  readonly text: string
  readonly around: string
}

/** UTF-16 indices within a block. */
interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Finds the passage of each figure, in the order of the list within its block, and fills in what
 * follows from its characters; makes the Simplified labels.
 *
 * @throws Error if a passage does not stand where it should, or is not a quantity; ZodError if what
 *   comes out is not what the format says.
 */
export function fillFigures(
  document: CanonicalDocument,
  review: Review,
): { readonly filled: FiguresFile; readonly unreviewed: readonly Unreviewed[] } {
  const phrases = Object.values(review.excluded).flat()
  const figures: unknown[] = []
  const unreviewed: Unreviewed[] = []
  const left = new Set(review.figures)
  for (const placed of document.placed) {
    const { block } = placed
    const excluded = occurrencesOf(phrases, block.text)
    const own = review.figures.filter(({ id }) => blockOf(id) === block.id)
    const spans: Span[] = []
    for (const { id, text, ...judged } of own) {
      const span = nextPassage(block.text, text, spans.at(-1)?.end ?? 0, excluded)
      const quantity = parseQuantity(text)
      if (span === undefined) throw new Error(`${id}: ${text} is not in its block`)
      if (quantity === undefined) throw new Error(`${id}: ${text} is not a quantity`)
      spans.push(span)
      const { precision: _, ...said } = quantity
      figures.push({ id, range: canonical(placed, span), text, ...said, ...judged })
    }
    for (const figure of own) left.delete(figure)
    unreviewed.push(...unjudged(placed, [...excluded, ...spans]))
  }
  for (const { id } of left) throw new Error(`${id}: there is no such block`)
  const filled = {
    ...review,
    measures: simplified(review.measures),
    subjects: simplified(review.subjects),
    figures,
    pairings: review.pairings.map((pairing) => ({
      ...pairing,
      ...(pairing.remark ? { remark: withSimplified(pairing.remark) } : {}),
    })),
    plots: review.plots.map((plot) => ({
      ...plot,
      title: withSimplified(plot.title),
      series: plot.series.map(withSimplified),
    })),
  }
  // What was filled in is checked as the app will check it; as written, offsets stay bare numbers.
  figuresFileSchema.parse(filled)
  return { filled: filled as unknown as FiguresFile, unreviewed }
}

const blockOf = (id: string): string => id.replace(/\.f\d+$/u, '')

/** Where the passage stands next, as a number of its own and outside what is excluded. */
function nextPassage(
  block: string,
  passage: string,
  from: number,
  excluded: readonly Span[],
): Span | undefined {
  for (let start = block.indexOf(passage, from); start !== -1; ) {
    const span = { start, end: start + passage.length }
    const isPartOfNumber = /[0-9.]/u.test(block.charAt(start - 1))
    if (!isPartOfNumber && !excluded.some((other) => meet(span, other))) return span
    start = block.indexOf(passage, start + 1)
  }
  return undefined
}

/** The numerals that lie in none of the spans. */
function unjudged({ block }: PlacedBlock, spans: readonly Span[]): Unreviewed[] {
  return numeralsIn(block.text)
    .filter(({ index, text }) => !spans.some((span) => holdsAll(span, index, text.length)))
    .map(({ index, text }) => ({
      block: block.id,
      text,
      around: block.text.slice(Math.max(0, index - 8), index + text.length + 8),
    }))
}

function occurrencesOf(phrases: readonly string[], block: string): Span[] {
  return phrases.flatMap((phrase) => {
    const spans: Span[] = []
    for (let at = block.indexOf(phrase); at !== -1; at = block.indexOf(phrase, at + 1)) {
      spans.push({ start: at, end: at + phrase.length })
    }
    return spans
  })
}

const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const holdsAll = (span: Span, index: number, length: number): boolean =>
  span.start <= index && index + length <= span.end

function canonical({ block, range }: PlacedBlock, { start, end }: Span) {
  const index = new OffsetIndex(block.text)
  return textRange(
    range.start + index.toCodePoints(utf16(start)),
    range.start + index.toCodePoints(utf16(end)),
  )
}

const toSimplified = Converter({ from: 'tw', to: 'cn' })

const withSimplified = (label: LocalizedText): LocalizedText => ({
  'zh-Hant': label['zh-Hant'],
  'zh-Hans': toSimplified(label['zh-Hant']),
  en: label.en,
})

const simplified = (labels: Readonly<Record<string, LocalizedText>>) =>
  Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, withSimplified(label)]))
