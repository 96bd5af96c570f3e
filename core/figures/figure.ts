import type { LocalizedText } from '../apparatus/localized-text'
import type { TextRange } from '../text/range'
import type { Bound } from './quantity'
import type { Unit } from './units'

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

/** Figures to be plotted side by side: a row a thing, in each a figure of every series, or none. */
export interface PlotDefinition {
  readonly id: string
  readonly title: LocalizedText
  readonly mark: 'bars' | 'dots'
  readonly scale: 'linear' | 'log'
  /** Whether rows are named by what is counted, or by of whom it is told. */
  readonly labels: 'counted' | 'of'
  readonly series: readonly LocalizedText[]
  /** Ids of figures. */
  readonly rows: readonly (readonly (string | null)[])[]
}

/** The figures of a document as they reach the page. */
export interface FigureList {
  readonly figures: readonly Figure[]
  readonly pairings: readonly Pairing[]
  readonly plots: readonly PlotDefinition[]
}
