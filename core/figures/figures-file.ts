import * as z from 'zod'
import { localizedTextSchema } from '../apparatus/edition-schema'
import type { LocalizedText } from '../apparatus/localized-text'
import { closed, textRangeSchema } from '../text/schema'
import { aspects, type Figure, type FigureList, standings } from './figure'
import { bounds } from './quantity'
import { units } from './units'

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
const exclusionReasons = ['date', 'ordinal', 'numbering', 'set-phrase', 'name', 'wording'] as const

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
  plots: z.array(
    closed({
      id: key,
      title: localizedTextSchema,
      mark: z.enum(['bars', 'dots']),
      scale: z.enum(['linear', 'log']),
      labels: z.enum(['counted', 'of']),
      series: z.array(localizedTextSchema).max(2),
      rows: z.array(z.array(id.nullable()).min(1).max(2)).min(1),
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
  const { figures, pairings, plots, measures, subjects } = figuresFileSchema.parse(json)
  const labelled = figures.map(
    (figure): Figure => ({
      ...figure,
      counted: labelOf(measures, figure.measure),
      of: labelOf(subjects, figure.of),
    }),
  )
  return { figures: labelled, pairings, plots }
}

function labelOf(from: Readonly<Record<string, LocalizedText>>, name: string): LocalizedText {
  const label = from[name]
  if (label === undefined) throw new Error(`figures.json has no label for ${name}`)
  return label
}
