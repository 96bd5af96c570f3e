import { h } from 'preact'
import { useMemo } from 'preact/hooks'
import { compareTargets } from '../../core/figures/compare'
import { drawPlot } from '../../core/figures/draw-plot'
import { growthPlot, type Plot, type PlotValue, plotOf } from '../../core/figures/plots'
import { type Palette, type Scene, svgOf } from '../../core/figures/scene'
import type { FiguresProps } from './figures-props'
import { type Numbers, numbersIn } from './numbers'
import { PassageButton } from './passage-button'
import { PlotFiles } from './plot-files'

/** The figures that are worth seeing side by side, drawn. */
export function FigurePlots(props: FiguresProps) {
  const { list, language, messages } = props
  const words = messages.figures
  const plots = useMemo((): readonly Plot[] => {
    const growth = growthPlot(compareTargets(list), words.growth, language)
    return [...(growth ? [growth] : []), ...list.plots.map((plot) => plotOf(list, plot, language))]
  }, [list, language])
  return (
    <div class="plots">
      {plots.map((plot) => (
        <PlotFigure key={plot.id} {...props} plot={plot} />
      ))}
    </div>
  )
}

function PlotFigure(props: FiguresProps & { readonly plot: Plot }) {
  const { plot, language, messages } = props
  const scene = useMemo(() => {
    const numbers = numbersIn(language, messages.figures)
    return drawPlot(plot, {
      value: (value) => sayValue(value, plot, numbers),
      tick: (value) => numbers.tick(value, plot.like),
      differs: messages.figures.comparison.differs,
    })
  }, [plot])
  return (
    <figure class="plot" data-plot={plot.id} aria-label={plot.title}>
      <PlotDrawing scene={scene} title={plot.title} />
      <PlotFiles {...props} scene={scene} title={plot.title} />
      <PlotTable {...props} />
    </figure>
  )
}

/** A value that one figure states is told as it states it; one that is reckoned, by its number. */
function sayValue({ value, figures }: PlotValue, plot: Plot, numbers: Numbers): string {
  const [only] = figures
  if (only !== undefined && figures.length === 1) return numbers.bounded(only)
  return plot.like.unit === 'percent' ? numbers.percent(value) : numbers.short(value, plot.like)
}

/** In the page the inks are those of the theme. */
const themeInks: Palette = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  rule: 'var(--rule)',
  paper: 'var(--paper)',
  accent: 'var(--accent)',
}

function PlotDrawing({ scene, title }: { readonly scene: Scene; readonly title: string }) {
  const { width, height, shapes } = scene
  return (
    <svg role="img" aria-label={title} viewBox={`0 0 ${width} ${height}`}>
      {shapes.map((shape, i) => {
        const [tag, attributes, text] = svgOf(shape, themeInks)
        return h(tag, { ...attributes, key: i }, text)
      })}
    </svg>
  )
}

/** What the drawing shows, in words and with the way to each passage. */
function PlotTable(props: FiguresProps & { readonly plot: Plot }) {
  const { plot, messages, language } = props
  const words = messages.figures
  const numbers = numbersIn(language, words)
  const names = plot.series.length > 0 ? plot.series : [words.columns.value]
  return (
    <details>
      <summary>{words.asTable}</summary>
      <table class="figure-table" aria-label={plot.title}>
        <thead>
          <tr>
            <th scope="col">{words.columns.counted}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plot.rows.map((row) => (
            <tr key={row.label} data-verdict={row.differs ? 'differs' : undefined}>
              <th scope="row">
                {row.label}
                {row.differs && ` (≠ ${words.comparison.differs})`}
              </th>
              {row.values.map((value, series) => (
                <td key={names[series]} data-column="value">
                  {value === undefined ? (
                    '—'
                  ) : (
                    <>
                      {sayValue(value, plot, numbers)}{' '}
                      {value.figures.map((figure) => (
                        <PassageButton key={figure.id} {...props} figure={figure} />
                      ))}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
