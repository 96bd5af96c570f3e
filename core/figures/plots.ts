import type { LocalizedText } from '../apparatus/localized-text'
import { capitalized } from '../text/capitalized'
import type { Comparison } from './compare'
import type { Figure, FigureList, PlotDefinition } from './figure'

/** A language that labels are in. */
type Language = keyof LocalizedText

/** One value of a plot, and the figures that it comes from. */
export interface PlotValue {
  readonly value: number
  readonly figures: readonly Figure[]
}

/** What a plot shows in one row: a value of each series, or none. */
export interface PlotRow {
  readonly label: string
  readonly values: readonly (PlotValue | undefined)[]
  /** Whether the values of the row do not go together. */
  readonly differs: boolean
}

/** Figures as they are plotted, in the words of one language: rows of values in one unit, of one series or two. */
export interface Plot {
  readonly id: string
  readonly title: string
  /** Bars are measured from nought; dots tell two values of a row apart. */
  readonly mark: 'bars' | 'dots'
  readonly scale: 'linear' | 'log'
  /** The names of the series; a single one has none. */
  readonly series: readonly string[]
  readonly rows: readonly PlotRow[]
  /** A figure with the unit of all. */
  readonly like: Figure
}

/** Wording of the plot that every document with targets has. */
interface GrowthWording {
  readonly title: string
  readonly stated: string
  readonly computed: string
}

/** Growth as it is stated beside growth as it follows from the figures; nothing without targets. */
export function growthPlot(
  comparisons: readonly Comparison[],
  wording: GrowthWording,
  language: Language,
): Plot | undefined {
  const first = comparisons[0]
  if (first === undefined) return undefined
  return {
    id: 'growth',
    title: wording.title,
    mark: 'dots',
    scale: 'linear',
    series: [wording.stated, wording.computed],
    rows: comparisons.map(({ target, growth, from, less, stated, computed, verdict }) => ({
      label: target.counted[language],
      values: [
        { value: stated, figures: [growth] },
        { value: computed, figures: [...from, ...less, target] },
      ],
      differs: verdict === 'differs',
    })),
    like: first.growth,
  }
}

/** @throws Error if the definition names a figure that is not in the list, or none at all */
export function plotOf(
  { figures }: FigureList,
  definition: PlotDefinition,
  language: Language,
): Plot {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const rows = definition.rows.map((ids) =>
    ids.map((id) => {
      const figure = id === null ? undefined : byId.get(id)
      if (id !== null && figure === undefined) throw new Error(`There is no figure ${id}`)
      return figure
    }),
  )
  const like = rows.flat().find((figure) => figure !== undefined)
  if (like === undefined) throw new Error(`${definition.id} plots nothing`)
  const labels = withoutSharedHead(
    rows.map(
      (row) => row.find((figure) => figure !== undefined)?.[definition.labels][language] ?? '',
    ),
  )
  return {
    id: definition.id,
    title: definition.title[language],
    mark: definition.mark,
    scale: definition.scale,
    series: definition.series.map((name) => name[language]),
    like,
    rows: rows.map((row, i) => ({
      label: labels[i] ?? '',
      values: row.map((figure) => figure && { value: figure.value, figures: [figure] }),
      differs: false,
    })),
  }
}

const headMark = /：|: /u

/** `Projects: industry` among other projects is `industry`. */
function withoutSharedHead(labels: readonly string[]): readonly string[] {
  const parts = labels.map((label) => label.split(headMark))
  const isShared = parts.every((words) => words.length === 2 && words[0] === parts[0]?.[0])
  return isShared ? parts.map(([, tail = '']) => capitalized(tail)) : labels
}
