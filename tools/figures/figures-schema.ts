import * as z from 'zod'
import { aspects, standings } from '../../core/figures/figure'
import { exclusionReasons, type FiguresFile } from '../../core/figures/figures-file'
import { bounds } from '../../core/figures/quantity'
import { units } from '../../core/figures/units'
import { closed, textRangeSchema } from '../../core/text/schema'
import { localizedTextSchema } from '../edition/edition-schema'

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

/** `figures.json`: every figure of the text, and the words with numerals that are none. */
export const figuresFileSchema: z.ZodType<FiguresFile> = closed({
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
