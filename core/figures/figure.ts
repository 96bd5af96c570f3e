import { localizedTextSchema } from '../apparatus/edition-schema'
import type { LocalizedText } from '../apparatus/localized-text'
import type { TextRange } from '../text/range'
import { closed, textRangeSchema, z } from '../text/schema'
import { type Bound, bounds } from './quantity'
import { type Unit, units } from './units'

/**
 * How a figure stands: what was reached, what is expected of a year not yet closed, what is aimed at,
 * how large a thing is that the text speaks of, or the threshold of a class of things.
 */
export const standings = ['result', 'estimate', 'target', 'scale', 'criterion'] as const

export type Standing = (typeof standings)[number]

/** What of the thing is told: how much of it, by how much it changed, or which part of a whole. */
export const aspects = ['amount', 'growth', 'share'] as const

export type Aspect = (typeof aspects)[number]

/** One figure of a document: the passage that states it, and what it says. */
export interface Figure {
  /** Stable within the document: its block and its number there, as `1.1.p1.f3`. */
  readonly id: string
  /** Canonical, code points. */
  readonly range: TextRange
  /** The characters of the range. */
  readonly text: string
  /** As written, before the multiplier; negative for a decrease. */
  readonly number: number
  /** Where the passage writes a range: the number that it goes up to. */
  readonly upper?: number
  readonly bound: Bound
  /** The unit as written, with its multiplier. */
  readonly written: string
  readonly unit: Unit
  /** In the unit without multiplier; a percentage as a fraction of one. */
  readonly value: number
  readonly valueUpper?: number
  /** What is counted. Figures of one measure may be set side by side. */
  readonly measure: string
  readonly counted: LocalizedText
  /** Of whom or what it is told. */
  readonly of: LocalizedText
  /** A year, or first and last year of several, by ISO 8601: `2018`, `2015/2017`. */
  readonly period: string
  readonly standing: Standing
  readonly aspect: Aspect
}

/** A target, the figures of the year before that it is set beside, and its growth as stated. */
export interface Pairing {
  /** Figures of the year before, added up; those of `less` are taken off. */
  readonly from: readonly string[]
  readonly less?: readonly string[]
  readonly target: string
  readonly growth: string
  /** Why the two may not speak of the same thing. */
  readonly remark?: LocalizedText
}

/** The figures of a document as they reach the page. */
export interface FigureList {
  readonly figures: readonly Figure[]
  readonly pairings: readonly Pairing[]
}

const id = z.string().regex(/^[\w.]+\.f\d+$/u)
const key = z.string().regex(/^[a-z0-9-]+$/u)
const labels = z.record(key, localizedTextSchema)

const figureRecordSchema = closed({
  id,
  range: textRangeSchema,
  text: z.string().min(1),
  number: z.number(),
  upper: z.number().exactOptional(),
  bound: z.enum(bounds),
  written: z.string(),
  unit: z.enum(units),
  value: z.number(),
  valueUpper: z.number().exactOptional(),
  measure: key,
  of: key,
  period: z.string().regex(/^\d{4}(?:\/\d{4})?$/u),
  standing: z.enum(standings),
  aspect: z.enum(aspects),
})

/** Why a number of the text is no figure. */
export const exclusionReasons = [
  'date',
  'ordinal',
  'numbering',
  'set-phrase',
  'name',
  'wording',
] as const

/** `figures.json`: every figure of the text, and the words with numerals that are none. */
export const figuresFileSchema = closed({
  /** What is counted, and of whom. */
  measures: labels,
  subjects: labels,
  figures: z.array(figureRecordSchema),
  pairings: z.array(
    closed({
      from: z.array(id).min(1),
      less: z.array(id).min(1).exactOptional(),
      target: id,
      growth: id,
      remark: localizedTextSchema.exactOptional(),
    }),
  ),
  /** Words that hold a numeral and count nothing, wherever they stand. */
  excluded: z.partialRecord(z.enum(exclusionReasons), z.array(z.string().min(1))),
})

export type FiguresFile = z.output<typeof figuresFileSchema>

/**
 * Reads `figures.json`.
 *
 * @throws ZodError if the data is not what the format says; Error if a name in it stands for nothing.
 */
export function loadFigures(json: unknown): FigureList {
  const { figures, pairings, measures, subjects } = figuresFileSchema.parse(json)
  const labelled = figures.map(
    (figure): Figure => ({
      ...figure,
      counted: labelOf(measures, figure.measure),
      of: labelOf(subjects, figure.of),
    }),
  )
  return { figures: labelled, pairings }
}

function labelOf(from: Readonly<Record<string, LocalizedText>>, name: string): LocalizedText {
  const label = from[name]
  if (label === undefined) throw new Error(`figures.json has no label for ${name}`)
  return label
}
