import type { Quote } from '../../anchor/quote'
import { importLimits } from './limits'
import { field, hasType, type JsonRecord, recordsOf, stringField } from './loose-json'

/** How far selectors may be nested in one another. */
const deepest = 8

/** The first quote among the selectors of the targets, however they are nested. */
export function quoteOf(targets: unknown): Quote | undefined {
  for (const target of recordsOf(targets)) {
    const found = quoteAmong(field(target, 'selector'), deepest)
    if (found !== undefined) return found
  }
  return undefined
}

function quoteAmong(selectors: unknown, depth: number): Quote | undefined {
  if (depth === 0) return undefined
  for (const selector of recordsOf(selectors)) {
    const found =
      (hasType(selector, 'TextQuoteSelector') ? quoteIn(selector) : undefined) ??
      // A choice between selectors, and a selector that narrows another down.
      quoteAmong(field(selector, 'items'), depth - 1) ??
      quoteAmong(field(selector, 'refinedBy'), depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}

function quoteIn(selector: JsonRecord): Quote | undefined {
  const exact = stringField(selector, 'exact')
  if (exact === undefined || exact.trim() === '') return undefined
  return {
    exact,
    prefix: (stringField(selector, 'prefix') ?? '').slice(-importLimits.context),
    suffix: (stringField(selector, 'suffix') ?? '').slice(0, importLimits.context),
  }
}
